import { type Decimal, ZERO } from "../core/decimal.ts";
import { type Figure, leftOut, sumOfKnown } from "../core/figure.ts";
import type { PricedLine, PricedResource, Status } from "../model/cost.ts";
import type { Estimate, SideEstimate } from "../model/estimate.ts";
import type { Operation, Urn } from "../model/plan.ts";

export type Side = "before" | "after";

/** A cost line of one side, with its share of a steady month as the ledger has it. */
export interface JoinedLine {
  readonly side: Side;
  readonly line: PricedLine;
  readonly monthly: Figure;
}

/** A resource as every report shows it: both sides under one URN. A side on which it is not there costs zero. */
export interface JoinedResource {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  readonly title: string;
  readonly parent: Urn | null;
  readonly region: string | null;
  readonly op: Operation;
  readonly status: Status;
  /** False where anything of its cost is left out, on either side. */
  readonly complete: boolean;
  /** False where only what it cost before has no price: a difference to that would mislead. */
  readonly comparable: boolean;
  readonly compute: boolean;
  /** Why it is free or unsupported, or which price is missing. */
  readonly reason: string | null;
  readonly monthly: { readonly before: Figure; readonly after: Figure };
  /** After minus before; unknown as soon as one of them is, or where they are not comparable. */
  readonly delta: Decimal | null;
  readonly lines: readonly JoinedLine[];
  readonly assumptions: readonly string[];
  /** What could not be read, in sentences. */
  readonly gaps: readonly string[];
}

/** The steady months of a side's cost entries by resource: one a line, in the order of its lines. */
const steadyMonthsOf = (side: SideEstimate): ReadonlyMap<Urn, readonly Figure[]> => {
  const months = new Map<Urn, Figure[]>();
  for (const { kind, urn, steadyMonth } of side.ledger.entries) {
    if (kind !== "cost" || urn === null || steadyMonth === undefined) continue;
    const known = months.get(urn);
    if (known) known.push(steadyMonth);
    else months.set(urn, [steadyMonth]);
  }
  return months;
};

const NO_LINES: readonly JoinedLine[] = [];

const linesOf = (
  priced: PricedResource | undefined,
  side: Side,
  months: ReadonlyMap<Urn, readonly Figure[]>,
): readonly JoinedLine[] => {
  if (priced === undefined || priced.lines.length === 0) return NO_LINES;
  const ofLines = months.get(priced.resource.urn) ?? [];
  return priced.lines.map((line, at) => ({
    side,
    line,
    monthly: ofLines[at] ?? { name: line.description, unit: line.amount.unit, value: null },
  }));
};

const monthlyOf = (priced: PricedResource, lines: readonly JoinedLine[], unit: string): Figure => {
  const name = `monthly cost of ${priced.resource.name}`;
  if (priced.status === "free") return { name, unit, value: ZERO, formula: priced.reason ?? "free" };
  if (lines.length === 0) return { name, unit, value: null, ...(priced.reason && { leavesOut: [priced.reason] }) };
  return totalOf(name, unit, lines);
};

const NO_TEXTS: readonly string[] = [];

/** What could not be read, of the after side or else of what goes away; and what was not known before the change alone. */
const gapsOf = (earlier: PricedResource | undefined, later: PricedResource | undefined): readonly string[] => {
  const [then = [], now = []] = [earlier, later].map((side) => side?.gaps.map(({ message }) => message));
  if (then.length + now.length === 0) return NO_TEXTS;
  if (later === undefined) return then;
  return [...now, ...then.filter((gap) => !now.includes(gap)).map((gap) => `before the change, ${gap}`)];
};

/** The sum of lines, by their descriptions. Its terms are made when somebody looks at them: most reports show few. */
const totalOf = (name: string, unit: string, lines: readonly JoinedLine[]): Figure => {
  const leavesOut = lines.flatMap(({ line, monthly }) => leftOut(monthly, line.description));
  let terms: readonly Figure[] | undefined;
  return {
    name,
    unit,
    formula: "sum",
    value: sumOfKnown(lines.map(({ monthly }) => monthly)),
    get inputs() {
      terms ??= lines.map(({ line, monthly }) => ({ ...monthly, name: line.description }));
      return terms;
    },
    ...(leavesOut.length > 0 && { leavesOut }),
  };
};

/** The resources of both sides, joined by URN and alias, in the order of the after side; what goes away stands at the end. */
export const joinResources = (estimate: Estimate): readonly JoinedResource[] => {
  const unit = `${estimate.settings.currency}/month`;
  const notThere: Figure = { name: "not there", unit, value: ZERO };
  const before = new Map(estimate.before.resources.map((priced) => [priced.resource.urn, priced]));
  const months = { before: steadyMonthsOf(estimate.before), after: steadyMonthsOf(estimate.after) };

  const join = (earlier: PricedResource | undefined, later: PricedResource | undefined): JoinedResource => {
    const shown = (later ?? earlier) as PricedResource;
    const lines = { before: linesOf(earlier, "before", months.before), after: linesOf(later, "after", months.after) };
    const monthly = {
      before: earlier === undefined ? notThere : monthlyOf(earlier, lines.before, unit),
      after: later === undefined ? notThere : monthlyOf(later, lines.after, unit),
    };
    const { resource } = shown;
    const isOpen = { before: earlier?.complete === false, after: later?.complete === false };
    const wasUnpriced = earlier?.status === "unpriced" || earlier?.status === "unsupported";
    const comparable = !wasUnpriced || isOpen.after;
    const { before, after } = { before: monthly.before.value, after: monthly.after.value };
    return {
      urn: resource.urn,
      type: resource.type,
      name: resource.name,
      title: shown.title,
      parent: resource.parent ?? null,
      region: resource.region,
      op:
        estimate.plan.operations[resource.urn] ??
        (later === undefined ? "delete" : earlier === undefined ? "create" : "same"),
      status: shown.status,
      complete: !isOpen.before && !isOpen.after,
      comparable,
      compute: shown.compute,
      reason: shown.reason ?? null,
      monthly,
      delta: comparable && before && after ? after.minus(before) : null,
      lines: lines.before.length === 0 ? lines.after : [...lines.before, ...lines.after],
      assumptions: shown.assumptions,
      gaps: gapsOf(earlier, later),
    };
  };

  const joined = estimate.after.resources.map((later) => {
    const urn = [later.resource.urn, ...later.resource.aliases].find((candidate) => before.has(candidate));
    const earlier = urn === undefined ? undefined : before.get(urn);
    if (urn !== undefined) before.delete(urn);
    return join(earlier, later);
  });
  return [...joined, ...[...before.values()].map((earlier) => join(earlier, undefined))];
};
