import { z } from "zod";
import { money } from "./amount.ts";
import { judgeCeiling } from "./ceiling.ts";
import { defineRule, NOT_APPLICABLE } from "./define-rule.ts";

/** A budget for the steady month after the change. */
export const monthlyCost = defineRule({
  id: "monthly-cost",
  title: "Monthly cost",
  description: "A steady month after the change costs at most `max`, purchases and prepayments amortised.",
  severity: "high",
  settings: z.strictObject({
    max: z.number().nonnegative().optional().describe("Most that a month may cost, in `currency`."),
  }),
  check: (subject, { max }) =>
    max === undefined
      ? NOT_APPLICABLE
      : judgeCeiling(subject, {
          what: "The monthly cost",
          figure: subject.after.measures.monthlyCost.expected,
          max,
          notation: money(subject.settings.currency, "/month"),
          hint: "Ask for fewer or smaller nodes, or raise gates.monthly-cost.max in rackrate.yaml.",
        }),
});
