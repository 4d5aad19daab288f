import { z } from "zod";
import type { Rule } from "./define-rule.ts";
import { maximumPayback } from "./maximum-payback.ts";
import { minimumNpv } from "./minimum-npv.ts";
import { minimumRoi } from "./minimum-roi.ts";
import { monthlyCost } from "./monthly-cost.ts";
import { monthlyIncrease } from "./monthly-increase.ts";
import { tco } from "./tco.ts";
import { unpricedCompute } from "./unpriced-compute.ts";

/** Every rule, in the order of verdicts. A new rule is one file and one line here. */
export const RULES: readonly Rule[] = [
  unpricedCompute,
  monthlyCost,
  monthlyIncrease,
  tco,
  minimumRoi,
  maximumPayback,
  minimumNpv,
];

/** The form of `gates` in rackrate.yaml, made from the rules: each by its id, with its enforcement and its own settings. */
export const gateSettingsSchema: z.ZodType<Record<string, unknown>> = z.strictObject(
  Object.fromEntries(RULES.map((rule) => [rule.id, rule.entry])),
);
