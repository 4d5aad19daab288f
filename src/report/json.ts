import { Decimal, plain } from "../core/decimal.ts";
import type { Figure } from "../core/figure.ts";
import { type Estimate, MEASURES, type Measure } from "../model/estimate.ts";
import type { Verdict } from "../model/verdict.ts";
import { listAssumptions } from "./assumption-list.ts";
import { commonPriceList } from "./common-price-list.ts";
import { coverageNotes } from "./coverage-notes.ts";
import type { EstimateDocument, StackDocument } from "./document.ts";
import { type JoinedLine, type JoinedResource, joinResources } from "./joined-resource.ts";
import { enclosed, fieldsOf, type Pieces } from "./json-text.ts";
import { leavesOut } from "./measures.ts";

type ResourceDocument = StackDocument["resources"][number];

const text = (value: Decimal | null): string | null => (value === null ? null : plain(value));
const value = (figure: Figure): string | null => text(figure.value);

const measureOf = (estimate: Estimate, name: Measure): StackDocument["summary"]["tco"] => {
  const { expected, range } = estimate.after.measures[name];
  const [low, middle] = [range?.low.value, expected.value];
  return {
    before: value(estimate.before.measures[name].expected),
    after: value(expected),
    delta: value(estimate.delta[name]),
    leavesOut: { before: leavesOut(estimate.before, name), after: leavesOut(estimate.after, name) },
    ...(range && low && middle && { range: { low: plain(low), expected: plain(middle), high: value(range.high) } }),
  };
};

const summaryOf = (estimate: Estimate): StackDocument["summary"] => {
  const measures = Object.fromEntries(MEASURES.map((name) => [name, measureOf(estimate, name)])) as Record<
    Measure,
    StackDocument["summary"]["tco"]
  >;
  const { before, after } = estimate;
  const roots = (figures: readonly Figure[]): string[] => figures.flatMap((root) => value(root) ?? []);
  return {
    ...measures,
    irr: {
      ...measures.irr,
      state: after.internalRates.state,
      roots: roots(after.internalRates.roots),
      beforeState: before.internalRates.state,
      beforeRoots: roots(before.internalRates.roots),
    },
  };
};

const lineOf = ({ side, line, monthly }: JoinedLine): ResourceDocument["lines"][number] => ({
  side,
  meter: line.meter,
  description: line.description,
  part: line.part ?? null,
  category: line.category,
  quantity: value(line.quantity),
  unit: line.unit,
  unitPrice: value(line.unitPrice),
  listUnitPrice: value(line.listUnitPrice ?? line.unitPrice),
  contractedUnitPrice: value(line.contractedUnitPrice ?? line.unitPrice),
  commitment: line.commitment ?? null,
  monthlyCost: value(monthly),
  schedule: line.schedule?.kind ?? "monthly",
  amount: value(line.amount),
  usageBased: line.usageBased,
  from: (line.holds?.from ?? 0) + 1,
  until: line.holds?.until ?? null,
  missing: line.missing ?? null,
  source: line.price?.source.title ?? null,
  asOf: line.price?.source.asOf ?? null,
});

const resourceOf = (resource: JoinedResource): ResourceDocument => ({
  urn: resource.urn,
  type: resource.type,
  name: resource.name,
  parent: resource.parent,
  region: resource.region,
  op: resource.op,
  status: resource.status,
  complete: resource.complete,
  reason: resource.reason,
  monthlyCost: {
    before: text(resource.monthly.before),
    after: text(resource.monthly.after),
    delta: text(resource.delta),
  },
  lines: resource.lines.map(lineOf),
  later: resource.later.map(lineOf),
  assumptions: [...resource.assumptions],
});

const gateOf = ({ rule, title, outcome, findings, override }: Verdict): StackDocument["gates"][number] => ({
  rule,
  title,
  outcome,
  findings: findings.map(({ message, measured, limit, urn, hint }) => ({
    message,
    measured,
    limit,
    urn: urn ?? null,
    hint: hint ?? null,
  })),
  override: override ? { reason: override.reason, expires: override.expires } : null,
});

/** A stack with its resources made one by one, as they are asked for. */
const stackOf = (estimate: Estimate): Omit<StackDocument, "resources"> & { resources: Iterable<ResourceDocument> } => {
  const { plan, coverage, diagnostics, verdicts } = estimate;
  const resources = joinResources(estimate);
  const side = ({ completeness, missing }: Estimate["plan"]["before"]) => ({ completeness, missing: [...missing] });
  return {
    project: plan.project,
    stack: plan.stack,
    plan: { origin: plan.origin, before: side(plan.before), after: side(plan.after) },
    summary: summaryOf(estimate),
    resources: resourcesOf(resources),
    gates: verdicts.map(gateOf),
    assumptions: listAssumptions(estimate).map(({ message, urns }) => ({ message, urns: [...urns] })),
    coverage: {
      ...coverage,
      notes: coverageNotes(estimate, resources).map(({ kind, message, names }) => ({
        kind,
        message,
        names: [...names],
      })),
    },
    diagnostics: diagnostics.map(({ severity, code, message, place, hint }) => ({
      severity,
      code,
      message,
      ...(place && { place }),
      ...(hint !== undefined && { hint }),
    })),
  };
};

function* resourcesOf(resources: readonly JoinedResource[]): Generator<ResourceDocument> {
  for (const resource of resources) yield resourceOf(resource);
}

/** What the stacks of one run share. Throws where there is none: the caller has refused an empty plan before. */
const headOf = (estimates: readonly Estimate[]) => {
  const [first] = estimates;
  if (first === undefined) throw new Error("a document needs at least one stack");
  const { settings, startMonth } = first;
  return {
    schemaVersion: 1 as const,
    currency: settings.currency,
    startMonth,
    horizonMonths: settings.horizonMonths,
    discountRate: plain(new Decimal(settings.discountRate)),
    hoursPerMonth: plain(new Decimal(settings.hoursPerMonth)),
    priceList: { ...commonPriceList(estimates.map(({ priceList }) => priceList)) },
  };
};

/** The document of version 1 for the stacks of one run. Throws where there is none. */
export const toDocument = (estimates: readonly Estimate[]): EstimateDocument => {
  const head = headOf(estimates);
  const stacks = estimates.map((estimate): StackDocument => {
    const stack = stackOf(estimate);
    return { ...stack, resources: [...stack.resources] };
  });
  return { ...head, stacks, ...(stacks.length === 1 && stacks[0]) };
};

/**
 * The document as text in pieces, without any character that a terminal would act on. A single stack stands in it
 * twice, so it is written once and used twice.
 */
export function* renderJson(estimates: readonly Estimate[]): Generator<string> {
  const stacks = estimates.map((estimate) => fieldsOf(stackOf(estimate)));
  const written = stacks.map((fields) => enclosed("{}", fields));
  const single = stacks.length === 1 ? (stacks[0] ?? []) : [];
  const list: Pieces = ['"stacks": ', ...enclosed("[]", written)];
  yield* enclosed("{}", [...fieldsOf(headOf(estimates)), list, ...single]);
  yield "\n";
}
