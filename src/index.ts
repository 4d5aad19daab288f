/**
 * The public API of `rackrate`: price a plan, read a plan, load settings, and the finance functions. Everything here is
 * stable; what is not exported is not.
 */

export type { Diagnostic, Outcome, Place } from "./core/diagnostic.ts";
export { InputError } from "./core/diagnostic.ts";
export type { Figure, Source } from "./core/figure.ts";
export { type EstimateInputs, estimate } from "./estimate.ts";
export { irr, npv } from "./finance/public.ts";
export { gateSettingsSchema } from "./gate/list.ts";
export { openHardware } from "./hardware/catalogue.ts";
export type { Estimate, Measure, SideEstimate } from "./model/estimate.ts";
export type { LedgerEntry } from "./model/ledger.ts";
export type { Plan, PlanResource, Snapshot } from "./model/plan.ts";
export type { Settings } from "./model/settings.ts";
export type { Verdict } from "./model/verdict.ts";
export { joinSnapshots } from "./plan/join.ts";
export { readPlan } from "./plan/read.ts";
export { openPriceBook } from "./prices/book.ts";
export { openExchange } from "./prices/exchange.ts";
export { toDocument } from "./report/json.ts";
export { loadSettings } from "./settings/load.ts";
