import type { Figure } from "../core/figure.ts";
import { type Estimate, MEASURES } from "../model/estimate.ts";
import { type JoinedResource, joinResources, monthlyFigure, type Side } from "./joined-resource.ts";

/** A figure that can be asked for, by the name that asks for it. */
export interface Target {
  readonly name: string;
  readonly figure: Figure;
}

/** What else a path may be called: the words people use for a measure. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  monthly: "monthlyCost",
  cost: "monthlyCost",
  upfront: "upfrontCost",
  benefit: "monthlyBenefit",
  payback: "paybackMonths",
  carbon: "carbonKg",
  pv: "tcoPresentValue",
  gpuhour: "costPerGpuHour",
};

/** Names are compared without case, spaces, dashes and dots' neighbours, so that `roi annualized` is `roiAnnualized`. */
const folded = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, "");

const measureTargets = (estimate: Estimate, side: Side): readonly Target[] =>
  MEASURES.map((name) => ({ name, figure: estimate[side].measures[name].expected }));

const resourceTarget = (resource: JoinedResource, side: Side, currency: string): Target => ({
  name: resource.name,
  figure: monthlyFigure(resource, side, currency),
});

const lineTargets = (resource: JoinedResource, side: Side): readonly Target[] =>
  resource.lines
    .filter((line) => line.side === side)
    .map(({ line, monthly }) => ({
      name: `${resource.name}.${line.meter}`,
      figure: { ...monthly, name: line.description },
    }));

const workloadTargets = (estimate: Estimate, side: Side): readonly Target[] =>
  estimate[side].demand.workloads.flatMap((workload) =>
    Object.entries(workload).flatMap(([field, value]) =>
      isFigure(value) ? [{ name: `${workload.name}.${field}`, figure: value }] : [],
    ),
  );

const benefitTargets = (estimate: Estimate, side: Side): readonly Target[] =>
  estimate[side].ledger.entries.flatMap(({ kind, id, amount }) =>
    kind === "benefit" ? [{ name: id.replace(/^benefit#/, "benefit."), figure: amount }] : [],
  );

const isFigure = (value: unknown): value is Figure =>
  typeof value === "object" && value !== null && "value" in value && "unit" in value;

/** Everything that can be explained on a side: measures, benefits, workloads, resources and their lines. */
export const targetsOf = (estimate: Estimate, side: Side): readonly Target[] => {
  const { currency } = estimate.settings;
  const resources = joinResources(estimate).filter(({ status }) => status !== "free");
  return [
    ...measureTargets(estimate, side),
    ...benefitTargets(estimate, side),
    ...workloadTargets(estimate, side),
    ...resources.flatMap((resource) => [resourceTarget(resource, side, currency), ...lineTargets(resource, side)]),
  ];
};

/** The figures that a path names: by its exact name first, then by URN, then by a name that only differs in spelling. */
export const findTargets = (estimate: Estimate, path: string, side: Side): readonly Target[] => {
  const targets = targetsOf(estimate, side);
  const exact = targets.filter(({ name }) => name === path);
  if (exact.length > 0) return exact;
  const byUrn = joinResources(estimate).find(({ urn }) => urn === path);
  if (byUrn) return [resourceTarget(byUrn, side, estimate.settings.currency)];
  const wanted = OTHER_NAMES[folded(path)] ?? path;
  return targets.filter(({ name }) => folded(name) === folded(wanted));
};
