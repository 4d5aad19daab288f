import { z } from "zod";
import { allowedAccelerators } from "./allowed-accelerators.ts";
import { allowedRegions } from "./allowed-regions.ts";
import { carbon } from "./carbon.ts";
import { commitmentCoverage } from "./commitment-coverage.ts";
import { costOwnerTag } from "./cost-owner-tag.ts";
import { costPerGpuHour } from "./cost-per-gpu-hour.ts";
import { costPerMillionTokens } from "./cost-per-million-tokens.ts";
import type { Rule } from "./define-rule.ts";
import { encryption } from "./encryption.ts";
import { gpuUtilisation } from "./gpu-utilisation.ts";
import { maximumPayback } from "./maximum-payback.ts";
import { minimumNpv } from "./minimum-npv.ts";
import { minimumRoi } from "./minimum-roi.ts";
import { monthlyCost } from "./monthly-cost.ts";
import { monthlyIncrease } from "./monthly-increase.ts";
import { priceListAge } from "./price-list-age.ts";
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
  allowedAccelerators,
  allowedRegions,
  costPerGpuHour,
  costPerMillionTokens,
  gpuUtilisation,
  commitmentCoverage,
  carbon,
  priceListAge,
  costOwnerTag,
  encryption,
];

/** The form of `gates` in rackrate.yaml, made from the rules: each by its id, with its enforcement and its own settings. */
export const gateSettingsSchema: z.ZodType<Record<string, unknown>> = z.strictObject(
  Object.fromEntries(RULES.map((rule) => [rule.id, rule.entry])),
);
