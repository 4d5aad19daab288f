import { z } from "zod";
import { percent } from "./amount.ts";
import { defineRule, NOT_APPLICABLE } from "./define-rule.ts";
import { judgeFloor } from "./floor.ts";

/** What the cluster must earn over its cost. */
export const minimumRoi = defineRule({
  id: "minimum-roi",
  title: "Return on investment",
  description: "The return on investment over the horizon, (benefits − costs) / costs, is at least `min`.",
  settings: z.strictObject({
    min: z.number().gte(-1).max(1000).optional().describe("A fraction: 0.2 earns back the cost and 20 % more."),
  }),
  check: (subject, { min }) =>
    min === undefined
      ? NOT_APPLICABLE
      : judgeFloor(subject, {
          what: "The return on investment",
          figure: subject.after.measures.roi.expected,
          min,
          notation: percent,
          hint: "Raise the benefit or lower the cost; `rackrate explain roi` shows both. The limit is gates.minimum-roi.min.",
        }),
});
