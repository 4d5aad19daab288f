import type { Decimal } from "../core/decimal.ts";
import type { PricedLine } from "../model/cost.ts";
import type { JoinedLine, JoinedResource, Side } from "./joined-resource.ts";
import { number, unitRate } from "./money.ts";

/** A meter of a resource on both sides: the same charge before and after. */
export interface MeterRow {
  readonly before: JoinedLine | null;
  readonly after: JoinedLine | null;
  /** The side that is shown. */
  readonly shown: JoinedLine;
}

const keyOf = ({ line }: JoinedLine): string => `${line.part ?? ""} ${line.meter}`;

/** True for a charge that is known to be nothing on both sides: it stays in the documents, and out of reports for people. */
const isNothing = ({ before, after }: MeterRow): boolean =>
  [before, after].every((side) => side === null || side.monthly.value?.isZero() === true);

/** A resource's meters: those of the after side in their order, then those that go away. */
export const meterRows = ({ lines }: JoinedResource): readonly MeterRow[] => {
  const side = (wanted: Side): readonly JoinedLine[] => lines.filter((line) => line.side === wanted);
  const before = new Map(side("before").map((line) => [keyOf(line), line]));
  const rows = side("after").map((after): MeterRow => {
    const earlier = before.get(keyOf(after)) ?? null;
    before.delete(keyOf(after));
    return { before: earlier, after, shown: after };
  });
  const gone = [...before.values()].map((line): MeterRow => ({ before: line, after: null, shown: line }));
  return [...rows, ...gone].filter((row) => !isNothing(row));
};

/** The rate of a line, from the computed unit price or else the first step of the price itself. */
const rateOf = (line: PricedLine): { readonly amount: Decimal | null; readonly tiered: boolean } => {
  const tiers = line.price?.tiers ?? [];
  return {
    amount: line.unitPrice.value ?? tiers[0]?.amount ?? null,
    tiered: line.unitPrice.value === null && tiers.length > 1,
  };
};

const WHEN: Readonly<Record<string, string>> = { purchase: ", bought", prepaid: ", paid in advance" };

/** `2,920 → 4,380`, or one text where both are the same or there is no earlier one. */
const turned = (before: string | undefined, after: string): string =>
  before === undefined || before === after ? after : `${before} → ${after}`;

/** What a meter is charged, in words: `2,920 → 4,380 hours × $55.04`, `depends on usage: $0.023 per GB`, `no price`. */
export const meterText = ({ before, after, shown }: MeterRow, currency: string): string => {
  const { line } = shown;
  const rate = rateOf(line);
  if (line.missing !== undefined || line.price === null) return "no price";
  if (line.quantity.value === null) {
    const reason = line.usageBased
      ? "depends on usage"
      : `unknown quantity (${line.quantity.leavesOut?.[0] ?? line.quantity.name})`;
    return `${reason}: ${rate.tiered ? "from " : ""}${unitRate(rate.amount, currency)} per ${singular(line.unit)}`;
  }
  const earlier = after === null ? undefined : before?.line;
  const quantity = turned(
    earlier?.quantity.value ? number(earlier.quantity.value) : undefined,
    number(line.quantity.value),
  );
  const price = turned(
    earlier?.unitPrice.value ? unitRate(earlier.unitPrice.value, currency) : undefined,
    unitRate(rate.amount, currency),
  );
  const words = quantity === "1" ? singular(line.unit) : line.unit;
  const unit = /^\d/.test(words) ? `× ${words}` : words;
  return `${quantity} ${unit} × ${price}${WHEN[line.schedule?.kind ?? ""] ?? ""}`;
};

/** `hours` → `hour`; units that are no plain plural stay as they are. */
export const singular = (unit: string): string => (/^[a-z][a-z-]*[^s]s$/.test(unit) ? unit.slice(0, -1) : unit);
