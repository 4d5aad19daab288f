import { benefitEntries } from "./benefits/benefits.ts";
import { type Diagnostic, InputError, type Outcome } from "./core/diagnostic.ts";
import { addMonths, type Month } from "./core/period.ts";
import { deltaOf } from "./finance/delta.ts";
import { measuresOf } from "./finance/measures.ts";
import { monthlyRateOf } from "./finance/rate.ts";
import { judge } from "./gate/judge.ts";
import { unknownServers } from "./hardware/unknown-servers.ts";
import { post } from "./ledger/post.ts";
import { viewsOf } from "./ledger/views.ts";
import type { Estimate, SideEstimate } from "./model/estimate.ts";
import type { HardwareCatalogue } from "./model/hardware.ts";
import type { Assumption, Plan, PlanResource, Snapshot } from "./model/plan.ts";
import type { PriceBook } from "./model/price.ts";
import type { Settings } from "./model/settings.ts";
import { coverageOf } from "./prices/coverage.ts";
import { misnamed } from "./prices/misnamed.ts";
import { openRater } from "./prices/rate.ts";
import { openAssessor } from "./resources/assess.ts";
import { demandOf } from "./workloads/demand.ts";
import { overbooked } from "./workloads/overbooked.ts";

/** Everything an estimate depends on. The same inputs give the same estimate. */
export interface EstimateInputs {
  readonly plan: Plan;
  readonly settings: Settings;
  readonly prices: PriceBook;
  readonly hardware: HardwareCatalogue;
  /** YYYY-MM-DD: the date that overrides and support windows are judged by. */
  readonly today: string;
}

/**
 * The line: what a plan costs and earns, before and after, and what the gate says of it. With an error among the
 * diagnostics the value must not be shown.
 * @throws InputError where the price book is in another currency than the settings.
 */
export const estimate = (inputs: EstimateInputs): Outcome<Estimate> => {
  const { plan, settings, prices, today } = inputs;
  if (prices.currency !== settings.currency) throw otherCurrency(prices.currency, settings.currency);
  const { hardware } = inputs;
  const shared = sharedBySides(plan);
  const stages = { assess: openAssessor({ settings, hardware, today }, shared), rate: openRater(prices, shared) };
  const before = estimateSide(plan.before, inputs, stages);
  const after = plan.after === plan.before ? before : estimateSide(plan.after, inputs, stages);
  const unjudged = {
    plan,
    settings,
    startMonth: startMonthOf(settings, today),
    priceList: prices.identity(),
    before: before.value,
    after: after.value,
    delta: deltaOf({ plan, before: before.value, after: after.value }),
    coverage: coverageOf((plan.after.completeness === "absent" ? before : after).value.resources),
    assumptions: [...plan.assumptions, ...prices.assumptions()],
    diagnostics: [
      ...unknownServers(settings.facility, inputs.hardware),
      ...noticed(plan, before.diagnostics, after.diagnostics),
    ],
  };
  const verdicts = judge(unjudged, today);
  const diagnostics = unique([...unjudged.diagnostics, ...verdicts.diagnostics]);
  return { value: { ...unjudged, diagnostics, verdicts: verdicts.value }, diagnostics };
};

/** The first month of an estimate: the stated one, else the coming one. */
export const startMonthOf = ({ startMonth }: Settings, today: string): Month =>
  startMonth ?? addMonths(today.slice(0, 7), 1);

const otherCurrency = (given: string, wanted: string): InputError =>
  new InputError({
    severity: "error",
    code: "other-currency",
    message: `The price book is in ${given}, and the settings report in ${wanted}.`,
    hint: "Open hardware and price book with the same exchange: openExchange(settings.currency, settings.prices.exchangeRates).",
  });

/** The resources that stand alike on both sides of a plan. */
const sharedBySides = ({ before, after }: Plan): ReadonlySet<PlanResource> => {
  const earlier = new Set(before.resources);
  return new Set(earlier.size === 0 ? [] : after.resources.filter((resource) => earlier.has(resource)));
};

/** Stages that both sides of a plan go through, and that remember what the other side has of them. */
interface Stages {
  readonly assess: ReturnType<typeof openAssessor>;
  readonly rate: ReturnType<typeof openRater>;
}

/** One side of a plan, from its resources to its measures. */
const estimateSide = (snapshot: Snapshot, inputs: EstimateInputs, stages: Stages): Outcome<SideEstimate> => {
  const { settings, hardware } = inputs;
  const demand = demandOf(snapshot, settings, hardware);
  const used = stages.assess(snapshot);
  const resources = stages.rate(used.value);
  const benefits = benefitEntries({ settings, demand: demand.value, snapshot });
  const ledger = post({ resources, benefits: benefits.value, settings });
  const views = viewsOf(ledger, monthlyRateOf(settings));
  const returns = measuresOf({
    views,
    settings,
    demand: demand.value,
    resources,
    missing: snapshot.missing,
    absent: snapshot.completeness === "absent",
    hasBenefits: benefits.value.entries.length > 0,
  });
  const assumptions: Assumption[] = [];
  for (const one of resources)
    for (const message of one.assumptions) assumptions.push({ code: "resource", message, urn: one.resource.urn });
  for (const one of demand.value.workloads)
    for (const message of one.assumptions) assumptions.push({ code: "workload", message, urn: one.urn });
  return {
    value: { resources, demand: demand.value, ledger, cashFlow: views.cashFlow, ...returns, assumptions },
    diagnostics: [
      ...demand.diagnostics,
      ...used.diagnostics,
      ...misnamed(resources),
      ...overbooked(demand.value, resources, snapshot.completeness === "complete"),
      ...benefits.diagnostics,
    ],
  };
};

/**
 * What the sides noticed, each thing once. Errors count on either; what is merely odd about the side that goes away (a
 * workload that does not stand there yet) matters only where nothing else is left.
 */
const noticed = (plan: Plan, before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] => {
  const old = plan.after.completeness === "absent" ? before : before.filter(({ severity }) => severity === "error");
  return unique([...old, ...after]);
};

const unique = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values(),
];
