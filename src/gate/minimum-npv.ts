import { z } from "zod";
import { money } from "./amount.ts";
import { defineRule, NOT_APPLICABLE } from "./define-rule.ts";
import { judgeFloor } from "./floor.ts";

/** What the cluster must be worth today. */
export const minimumNpv = defineRule({
  id: "minimum-npv",
  title: "Net present value",
  description: "Benefits less costs over the horizon, discounted to today, are at least `min`.",
  settings: z.strictObject({ min: z.number().optional().describe("In `currency`; 0 earns just the discount rate.") }),
  check: (subject, { min }) =>
    min === undefined
      ? NOT_APPLICABLE
      : judgeFloor(subject, {
          what: "The net present value",
          figure: subject.after.measures.npv.expected,
          min,
          notation: money(subject.settings.currency),
          hint: "Raise the benefit or lower the cost; `rackrate explain npv` shows both. The limit is gates.minimum-npv.min.",
        }),
});
