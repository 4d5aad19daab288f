import { type Decimal, ZERO } from "../core/decimal.ts";
import { type Figure, sumOfKnown, total } from "../core/figure.ts";
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
  /** The known cost of a steady month; `null` where nothing of it is known. `monthlyFigure` explains it. */
  readonly monthly: Readonly<Record<Side, Decimal | null>>;
  /** After minus before; unknown as soon as one of them is, or where they are not comparable. */
  readonly delta: Decimal | null;
  readonly lines: readonly JoinedLine[];
  /** What takes the place of lines within the horizon, where prices of one's own begin or end: no part of a steady month. */
  readonly later: readonly JoinedLine[];
  readonly assumptions: readonly string[];
  /** What could not be read, in sentences. */
  readonly gaps: readonly string[];
  /** As it stands on each side, where it does. */
  readonly priced: Readonly<Record<Side, PricedResource | undefined>>;
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

const laterOf = (priced: PricedResource | undefined, side: Side): readonly JoinedLine[] =>
  priced?.later?.map((line) => ({
    side,
    line,
    monthly: { name: line.description, unit: line.amount.unit, value: ZERO, formula: "not in the first month" },
  })) ?? NO_LINES;

const monthlyOf = (priced: PricedResource | undefined, lines: readonly JoinedLine[]): Decimal | null => {
  if (priced === undefined || priced.status === "free") return ZERO;
  return lines.length === 0 ? null : sumOfKnown(lines.map(({ monthly }) => monthly.value));
};

/** What a resource costs in a steady month of a side, as the sum of its lines by their descriptions. */
export const monthlyFigure = (resource: JoinedResource, side: Side, currency: string): Figure => {
  const unit = `${currency}/month`;
  const priced = resource.priced[side];
  if (priced === undefined) return { name: "not there", unit, value: ZERO };
  const name = `monthly cost of ${priced.resource.name}`;
  const { status, reason } = priced;
  if (status === "free") return { name, unit, value: ZERO, formula: reason ?? "free" };
  const lines = resource.lines.filter((line) => line.side === side);
  if (lines.length === 0) return { name, unit, value: null, ...(reason && { leavesOut: [reason] }) };
  return total(
    name,
    unit,
    lines.map(({ line, monthly }) => ({ ...monthly, name: line.description })),
  );
};

const NO_TEXTS: readonly string[] = [];

/** What could not be read, of the after side or else of what goes away; and what was not known before the change alone. */
const gapsOf = (earlier: PricedResource | undefined, later: PricedResource | undefined): readonly string[] => {
  if (!earlier?.gaps.length && !later?.gaps.length) return NO_TEXTS;
  const [then = [], now = []] = [earlier, later].map((side) => side?.gaps.map(({ message }) => message));
  if (later === undefined) return then;
  return [...now, ...then.filter((gap) => !now.includes(gap)).map((gap) => `before the change, ${gap}`)];
};

/** The resources of both sides, joined by URN and alias, in the order of the after side; what goes away stands at the end. */
export const joinResources = (estimate: Estimate): readonly JoinedResource[] => {
  const unmatched = new Map(estimate.before.resources.map((priced) => [priced.resource.urn, priced]));
  const months = { before: steadyMonthsOf(estimate.before), after: steadyMonthsOf(estimate.after) };

  const join = (before: PricedResource | undefined, after: PricedResource | undefined): JoinedResource => {
    const shown = (after ?? before) as PricedResource;
    const { resource } = shown;
    const earlierLines = linesOf(before, "before", months.before);
    const laterLines = linesOf(after, "after", months.after);
    const monthly = { before: monthlyOf(before, earlierLines), after: monthlyOf(after, laterLines) };
    const isOpen = after?.complete === false;
    const wasUnpriced = before?.status === "unpriced" || before?.status === "unsupported";
    const comparable = !wasUnpriced || isOpen;
    return {
      urn: resource.urn,
      type: resource.type,
      name: resource.name,
      title: shown.title,
      parent: resource.parent ?? null,
      region: resource.region,
      op:
        estimate.plan.operations.get(resource.urn) ??
        (after === undefined ? "delete" : before === undefined ? "create" : "same"),
      status: shown.status,
      complete: !isOpen && before?.complete !== false,
      comparable,
      compute: shown.compute,
      reason: shown.reason ?? null,
      monthly,
      delta: comparable && monthly.before && monthly.after ? monthly.after.minus(monthly.before) : null,
      lines: earlierLines.length === 0 ? laterLines : [...earlierLines, ...laterLines],
      later: before?.later || after?.later ? [...laterOf(before, "before"), ...laterOf(after, "after")] : NO_LINES,
      assumptions: shown.assumptions,
      gaps: gapsOf(before, after),
      priced: { before, after },
    };
  };

  const take = (urn: Urn | undefined): PricedResource | undefined => {
    const earlier = urn === undefined ? undefined : unmatched.get(urn);
    if (earlier !== undefined) unmatched.delete(earlier.resource.urn);
    return earlier;
  };
  const joined = estimate.after.resources.map((later) => {
    const { urn, aliases } = later.resource;
    return join(take(urn) ?? take(aliases.find((alias) => unmatched.has(alias))), later);
  });
  return [...joined, ...[...unmatched.values()].map((earlier) => join(earlier, undefined))];
};
