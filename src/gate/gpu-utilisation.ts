import { z } from "zod";
import { decimal, plain, ZERO } from "../core/decimal.ts";
import { type Figure, total } from "../core/figure.ts";
import { against, percent } from "./amount.ts";
import { defineRule, NOT_APPLICABLE, type Observation, type Subject } from "./define-rule.ts";
import { DECIDE_OTHERWISE, undecided, weigh } from "./undecided.ts";

const HOURS = "GPU-hours/month";

/** Accelerator-hours that stand ready in a steady month, and those that the workloads ask for. */
const hoursOf = ({ after }: Subject): { readonly ready: Figure; readonly asked: Figure } => ({
  ready: total(
    "GPU-hours ready",
    HOURS,
    after.resources.flatMap(({ capacity }) => capacity?.hours ?? []),
  ),
  asked: total(
    "GPU-hours asked for",
    HOURS,
    after.demand.workloads.map(({ acceleratorHours }) => acceleratorHours),
  ),
});

/** How much of the accelerators' time the stated workloads must use: idle hours cost as much as busy ones. */
export const gpuUtilisation = defineRule({
  id: "gpu-utilisation",
  title: "GPU utilisation",
  description:
    "The stated workloads use at least the share `min` of the accelerators' hours; the rest is paid and idle.",
  settings: z.strictObject({
    min: z.number().gt(0).max(1).optional().describe("A fraction of the accelerator-hours of a month: 0.6 is 60 %."),
  }),
  check: (subject, { min }) => {
    if (min === undefined) return NOT_APPLICABLE;
    const limit = decimal(min);
    const { ready, asked } = hoursOf(subject);
    const [open] = undecided(subject.after, subject.plan.after);
    if (ready.value === null || ready.leavesOut !== undefined || (ready.value.isZero() && open !== undefined)) {
      const because = open?.message ?? ready.leavesOut?.[0] ?? "it is not known how many there are";
      const message = `The utilisation of the accelerators cannot be known: ${because}.`;
      const found: Observation = { message, measured: null, limit: percent(limit), hint: DECIDE_OTHERWISE };
      return weigh(subject.settings.onUnknown.decisive, found);
    }
    if (ready.value.isZero()) return NOT_APPLICABLE;
    const share = (asked.value ?? ZERO).dividedBy(ready.value);
    if (share.gte(limit)) return [];
    const shown = against(share, limit, percent);
    const idle = plain(ready.value.minus(asked.value ?? ZERO).toDecimalPlaces(0));
    const unknown = asked.leavesOut?.[0];
    return [
      {
        message: `The stated workloads use ${shown.measured} of the accelerators' hours, less than ${shown.limit}: ${idle} GPU-hours a month stand idle${unknown === undefined ? "" : `; the demand of ${unknown} is not known`}.`,
        ...shown,
        hint: "State all workloads and their traffic, or order fewer accelerators. The limit is gates.gpu-utilisation.min.",
      },
    ];
  },
});
