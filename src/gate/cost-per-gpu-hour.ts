import { z } from "zod";
import { money } from "./amount.ts";
import { judgeCeiling } from "./ceiling.ts";
import { defineRule, NOT_APPLICABLE } from "./define-rule.ts";
import { undecided } from "./undecided.ts";

/** What an hour of one accelerator may cost, everything that stands around it included. */
export const costPerGpuHour = defineRule({
  id: "cost-per-gpu-hour",
  title: "Cost per GPU-hour",
  description: "An hour of one accelerator costs at most `max`, with all that the stack needs around it.",
  settings: z.strictObject({
    max: z.number().nonnegative().optional().describe("Most that a GPU-hour may cost, in `currency`."),
  }),
  check: (subject, { max }) => {
    const { after, plan, settings } = subject;
    const hasAccelerators = after.resources.some(({ capacity }) => capacity !== undefined);
    if (max === undefined || (!hasAccelerators && undecided(after, plan.after).length === 0)) return NOT_APPLICABLE;
    return judgeCeiling(subject, {
      what: "The cost per GPU-hour",
      figure: after.measures.costPerGpuHour.expected,
      max,
      notation: money(settings.currency),
      hint: "Use the accelerators for more hours, or buy them otherwise; the limit is gates.cost-per-gpu-hour.max.",
    });
  },
});
