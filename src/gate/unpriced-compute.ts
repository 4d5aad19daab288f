import { z } from "zod";
import { defineRule, type Observation } from "./define-rule.ts";
import { DECIDE_OTHERWISE, undecidedResource, weigh } from "./undecided.ts";

/** No accelerator and no processor goes through without its price: what decides the cost must be known. */
export const unpricedCompute = defineRule({
  id: "unpriced-compute",
  title: "Unpriced compute",
  description: "Everything that decides the cost (accelerator, instance type, count, region) is known and has a price.",
  severity: "critical",
  settings: z.strictObject({}),
  check: ({ after, settings }) =>
    after.resources.flatMap((priced): readonly Observation[] => {
      const open = undecidedResource(priced);
      if (open === null) return [];
      return weigh(settings.onUnknown.decisive, {
        message: `${open.message}.`,
        measured: null,
        limit: null,
        urn: priced.resource.urn,
        hint: DECIDE_OTHERWISE,
      });
    }),
});
