import { z } from "zod";
import { countedMonths } from "../core/period.ts";
import { money } from "./amount.ts";
import { judgeCeiling } from "./ceiling.ts";
import { defineRule, NOT_APPLICABLE } from "./define-rule.ts";

/** A budget for all that is paid over the horizon. */
export const tco = defineRule({
  id: "tco",
  title: "Total cost of ownership",
  description: "All that is paid over the horizon, not discounted, is at most `max`.",
  severity: "high",
  settings: z.strictObject({
    max: z.number().nonnegative().optional().describe("Most that may be paid over the horizon, in `currency`."),
  }),
  check: (subject, { max }) =>
    max === undefined
      ? NOT_APPLICABLE
      : judgeCeiling(subject, {
          what: `The total cost of ownership over ${countedMonths(subject.settings.horizonMonths)}`,
          figure: subject.after.measures.tco.expected,
          max,
          notation: money(subject.settings.currency),
          hint: "Compare with another way to buy (`rackrate explain tco`), or raise gates.tco.max in rackrate.yaml.",
        }),
});
