import { z } from "zod";
import { decimal } from "../core/decimal.ts";
import { countedMonths } from "../core/period.ts";
import { against, months } from "./amount.ts";
import { defineRule, NOT_APPLICABLE } from "./define-rule.ts";
import { hasNothingToReturn, unknownReturn, withoutBenefits } from "./returns.ts";
import { openSum } from "./undecided.ts";

/** How soon the cluster must have earned what it cost. */
export const maximumPayback = defineRule({
  id: "maximum-payback",
  title: "Payback",
  description: "Benefits have made up for all costs, not discounted, after at most `maxMonths`.",
  settings: z.strictObject({
    maxMonths: z.number().positive().max(480).optional().describe("Months from the day of deployment."),
  }),
  check: (subject, { maxMonths }) => {
    if (maxMonths === undefined || hasNothingToReturn(subject)) return NOT_APPLICABLE;
    const limit = decimal(maxMonths);
    const figure = subject.after.measures.paybackMonths.expected;
    if (figure.value === null) {
      const never = `The costs are not paid back within the horizon of ${countedMonths(subject.settings.horizonMonths)}; the limit is ${months(limit)}${withoutBenefits(subject)}.`;
      return unknownReturn(subject, "The payback", figure, months(limit), never);
    }
    if (figure.value.lte(limit)) return openSum(subject, "The payback", months(limit));
    const shown = against(figure.value, limit, months);
    const hint =
      "Spend less up front or earn sooner; `rackrate explain paybackMonths` shows both. The limit is gates.maximum-payback.maxMonths.";
    return [
      {
        message: `The payback takes ${shown.measured}, longer than the limit of ${shown.limit}${withoutBenefits(subject)}.`,
        ...shown,
        hint,
      },
    ];
  },
});
