import { ONE } from "../core/decimal.ts";
import type { Diagnostic, Outcome } from "../core/diagnostic.ts";
import type { Figure } from "../core/figure.ts";
import { nearest } from "../core/nearest.ts";
import type { DriverUse } from "../model/cost.ts";
import type { Demand } from "../model/demand.ts";
import type { Driver, LedgerEntry } from "../model/ledger.ts";
import type { PlanResource, Snapshot } from "../model/plan.ts";
import type { BenefitSetting, Settings } from "../model/settings.ts";
import { usesOf } from "../model/stated-range.ts";
import { automatedOperations } from "./automated-operations.ts";
import { avoidedDowntime } from "./avoided-downtime.ts";
import { type Confidence, confidenceOf } from "./confidence.ts";
import type { BenefitContext, BenefitDefinition, BenefitKind } from "./define-benefit.ts";
import { endsOf, placeOf, reader, type Swap } from "./read.ts";
import { recommendation } from "./recommendation.ts";
import { tokens } from "./tokens.ts";

/** Every kind of benefit. A new kind is one file and one line here. */
const BENEFITS: { readonly [Kind in BenefitKind]: BenefitDefinition<Kind> } = {
  tokens,
  "avoided-downtime": avoidedDowntime,
  "automated-operations": automatedOperations,
  recommendation,
};

const definitionOf = <Kind extends BenefitKind>(kind: Kind): BenefitDefinition<Kind> => BENEFITS[kind];

/** What the benefits of one side of a plan are computed from. */
export interface BenefitsInput {
  readonly settings: Settings;
  readonly demand: Demand;
  readonly snapshot: Snapshot;
}

export interface BenefitsResult {
  readonly entries: readonly LedgerEntry[];
  readonly drivers: readonly Driver[];
}

/**
 * What one side of a plan earns: an entry a month for each benefit in rackrate.yaml, and a driver with its range. One that
 * counts what a workload serves also follows the ranges of its traffic. A benefit that names a workload counts only where
 * a resource of that name is there, and where nothing is deployed nothing is earned.
 */
export const benefitEntries = (input: BenefitsInput): Outcome<BenefitsResult> => {
  const diagnostics: Diagnostic[] = [];
  const entries: LedgerEntry[] = [];
  const drivers: Driver[] = [];
  if (input.snapshot.resources.length === 0) return { value: { entries, drivers }, diagnostics };
  for (const setting of input.settings.benefits) {
    const resource = findResource(setting.workload, input);
    if (setting.workload !== undefined && resource === undefined) {
      diagnostics.push(notInPlan(setting, setting.workload, input.snapshot));
      continue;
    }
    const workloadOf = ({ workloads }: Demand) => workloads.find((one) => one.urn === resource?.urn);
    const report: BenefitContext["report"] = (diagnostic, field) =>
      diagnostics.push({ ...diagnostic, place: { property: placeOf(setting.id, field) } });
    const { currency } = input.settings;
    const counted = count(setting, { currency, workload: workloadOf(input.demand), report });
    if (counted === null) continue;
    const withDemand = usesOf(input.demand, input.demand.steps ?? [], (demand) => {
      const context = { currency, workload: workloadOf(demand), report: () => {}, read: reader(setting.id) };
      return definitionOf<BenefitKind>(setting.kind).perMonth(setting, context)?.value;
    });
    entries.push(entry(setting, counted.amount, resource, withDemand));
    drivers.push({ name: driverOf(setting), expected: ONE, ...counted.confidence });
  }
  return { value: { entries, drivers }, diagnostics };
};

/** What a benefit earns in a month, and how far that may be off; `null` where it cannot be counted. */
const count = (
  setting: BenefitSetting,
  context: Omit<BenefitContext, "read">,
): { readonly amount: Figure; readonly confidence: Confidence } | null => {
  const { perMonth } = definitionOf<BenefitKind>(setting.kind);
  const ends: Swap[] = [];
  const read: BenefitContext["read"] = (field, number, name, unit) => {
    ends.push(...endsOf(field, number));
    return reader(setting.id)(field, number, name, unit);
  };
  const amount = perMonth(setting, { ...context, read });
  if (amount === null) return null;
  const confidence = confidenceOf(setting, amount, ends, (swap) =>
    perMonth(setting, { ...context, read: reader(setting.id, swap), report: () => {} }),
  );
  return { amount, confidence };
};

const driverOf = (setting: BenefitSetting): string => `benefit:${setting.id}`;

const entry = (
  setting: BenefitSetting,
  amount: Figure,
  resource: PlanResource | undefined,
  withDemand: readonly DriverUse[],
): LedgerEntry => ({
  id: `benefit#${setting.id}`,
  kind: "benefit",
  urn: resource?.urn ?? null,
  label: definitionOf<BenefitKind>(setting.kind).label(setting),
  category: setting.kind,
  amount,
  steadyMonth: amount,
  schedule: { kind: "monthly", from: setting.startMonth ?? 1, rampMonths: setting.rampUpMonths ?? 0 },
  drivers: [{ driver: driverOf(setting), shape: { kind: "power", exponent: 1 } }, ...withDemand],
});

/** The resource that a benefit names: the workload of that name before any other resource. */
const findResource = (name: string | undefined, { demand, snapshot }: BenefitsInput): PlanResource | undefined => {
  if (name === undefined) return undefined;
  const workload = demand.workloads.find((one) => one.name === name);
  return (
    snapshot.resources.find((resource) => resource.urn === workload?.urn) ??
    snapshot.resources.find((resource) => resource.name === name)
  );
};

/** Not an error: the other side of the plan may have it. */
const notInPlan = (setting: BenefitSetting, name: string, snapshot: Snapshot): Diagnostic => {
  const near = nearest(name, new Set(snapshot.resources.map((resource) => resource.name)));
  return {
    severity: "warning",
    code: "benefit-without-workload",
    message: `The benefit "${setting.id}" is not counted: no resource is named "${name}".`,
    place: { property: placeOf(setting.id, "workload") },
    ...(near.length > 0 && { hint: `Did you mean ${near.join(" or ")}?` }),
  };
};
