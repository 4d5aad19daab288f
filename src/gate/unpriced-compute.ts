import { z } from "zod";
import { defineRule, type Observation } from "./define-rule.ts";
import { DECIDE_OTHERWISE, undecided, weigh } from "./undecided.ts";

/**
 * No accelerator and no processor goes through without its price: what decides the cost must be known. Of what the plan
 * does not show it only warns, for it may be that nothing of it changes; limits on sums fail there.
 */
export const unpricedCompute = defineRule({
  id: "unpriced-compute",
  title: "Unpriced compute",
  description: "Everything that decides the cost (accelerator, instance type, count, region) is known and has a price.",
  severity: "critical",
  settings: z.strictObject({}),
  check: ({ after, plan, settings }) =>
    undecided(after, plan.after).flatMap(({ message, urn }): readonly Observation[] => {
      const found = { message: `${sentenceCase(message)}.`, measured: null, limit: null, hint: DECIDE_OTHERWISE };
      return weigh(settings.onUnknown.decisive, urn === undefined ? { ...found, advisory: true } : { ...found, urn });
    }),
});

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
