import type { Diagnostic } from "../core/diagnostic.ts";
import type { Figure } from "../core/figure.ts";
import type { PricedResource } from "./cost.ts";
import type { Demand } from "./demand.ts";
import type { CashFlow, Ledger } from "./ledger.ts";
import type { Assumption, Plan } from "./plan.ts";
import type { PriceListIdentity } from "./price.ts";
import type { Settings } from "./settings.ts";
import type { Verdict } from "./verdict.ts";

/** The measures of a summary, in the order of reports. */
export const MEASURES = [
  "monthlyCost",
  "upfrontCost",
  "tco",
  "tcoPresentValue",
  "npv",
  "irr",
  "roi",
  "roiAnnualized",
  "paybackMonths",
  "discountedPaybackMonths",
  "mirr",
  "equivalentAnnualCost",
  "monthlyBenefit",
  "costPerGpuHour",
  "costPerMillionInputTokens",
  "costPerMillionOutputTokens",
  "carbonKg",
] as const;
export type Measure = (typeof MEASURES)[number];

/** A measure with the range that the drivers' ranges give it; `low ≤ expected ≤ high` as numbers, whatever is good or bad. */
export interface Ranged {
  readonly expected: Figure;
  readonly range?: { readonly low: Figure; readonly high: Figure };
}

/** All real internal rates of return, per year. */
export interface InternalRates {
  readonly state: "unique" | "several" | "none";
  readonly roots: readonly Figure[];
}

/** One side of a plan, priced. */
export interface SideEstimate {
  readonly resources: readonly PricedResource[];
  readonly demand: Demand;
  readonly ledger: Ledger;
  readonly cashFlow: CashFlow;
  readonly measures: Readonly<Record<Measure, Ranged>>;
  readonly internalRates: InternalRates;
  readonly assumptions: readonly Assumption[];
}

/** What an estimate leaves out. */
export interface Coverage {
  readonly priced: number;
  readonly free: number;
  readonly usageDependent: number;
  readonly unpriced: number;
  readonly unsupported: number;
  /** False where any compute resource has no full price. */
  readonly computeComplete: boolean;
}

/** A plan with what it costs and earns on both sides, and what the gate says of it: everything a report shows. */
export interface Estimate {
  readonly plan: Plan;
  readonly settings: Settings;
  /** YYYY-MM; the settings' month, or the one after the estimate's date. */
  readonly startMonth: string;
  readonly priceList: PriceListIdentity;
  readonly before: SideEstimate;
  readonly after: SideEstimate;
  /** After minus before, for every measure where a difference has a meaning. */
  readonly delta: Readonly<Record<Measure, Figure>>;
  readonly verdicts: readonly Verdict[];
  readonly coverage: Coverage;
  readonly assumptions: readonly Assumption[];
  readonly diagnostics: readonly Diagnostic[];
}
