import type { Decimal } from "../../core/decimal.ts";
import type { Gap, PricedLine, PricedResource, Span } from "../../model/cost.ts";
import type { LaterPrices } from "../../model/price.ts";
import { fromMonth } from "./terms.ts";

/** A resource, or a stack of them, at the prices that hold from a month of the horizon on. */
export interface FromMonth<T> extends Pick<LaterPrices, "from" | "month"> {
  readonly priced: T;
}

/** A line with the months in which it is paid. */
interface Stretch {
  readonly line: PricedLine;
  readonly from: number;
  until?: number;
}

/**
 * Resources at the prices of the first month, with what takes the place of their lines when others hold: each line then
 * knows its months. What is said of later prices begins with the month from which it is true.
 */
export const overTime = (
  first: readonly PricedResource[],
  later: readonly FromMonth<readonly PricedResource[]>[],
): readonly PricedResource[] =>
  first.map((resource, index) =>
    withLater(
      resource,
      later.flatMap(({ priced, ...when }) => (priced[index] ? [{ ...when, priced: priced[index] }] : [])),
    ),
  );

const withLater = (first: PricedResource, later: readonly FromMonth<PricedResource>[]): PricedResource => {
  const stretches: Stretch[] = first.lines.map((line) => ({ line, from: 0 }));
  const assumptions = [...first.assumptions];
  const gaps = [...first.gaps];
  let said = first.assumptions;
  for (const { from, month, priced } of later) {
    const begun = turn(stretches, priced.lines, from);
    if (begun === null) continue;
    const news = priced.assumptions.filter((text) => !said.includes(text));
    assumptions.push(...news.map((text) => fromMonth(month, text)));
    said = priced.assumptions;
    gaps.push(...begun.flatMap((line) => gapsOf(line, first.compute, month)));
  }
  if (stretches.length === first.lines.length && stretches.every(({ until }) => until === undefined)) return first;
  const [now, then] = [stretches.slice(0, first.lines.length), stretches.slice(first.lines.length)];
  return {
    ...first,
    complete: first.complete && gaps.length === first.gaps.length,
    lines: now.map(toLine),
    ...(then.length > 0 && { later: then.map(toLine) }),
    assumptions,
    gaps,
  };
};

/** Ends what no longer costs the same in a month and begins what does; gives the latter, or `null` where all goes on. */
const turn = (stretches: Stretch[], lines: readonly PricedLine[], month: number): readonly PricedLine[] | null => {
  const begun = [...lines];
  let ended = false;
  for (const stretch of stretches) {
    if (stretch.until !== undefined) continue;
    const at = begun.findIndex((line) => costsAlike(line, stretch.line));
    if (at >= 0) begun.splice(at, 1);
    else {
      stretch.until = month;
      ended = true;
    }
  }
  stretches.push(...begun.map((line) => ({ line, from: month })));
  return ended || begun.length > 0 ? begun : null;
};

const toLine = ({ line, from, until }: Stretch): PricedLine =>
  from === 0 && until === undefined ? line : { ...line, holds: { from, ...(until !== undefined && { until }) } };

/** Of a quantity that nobody knows, no price makes a cost. */
const costsAlike = (one: PricedLine, other: PricedLine): boolean =>
  one.meter === other.meter &&
  one.part === other.part &&
  isAlike(one.quantity.value, other.quantity.value) &&
  (one.quantity.value === null || isAlike(one.unitPrice.value, other.unitPrice.value)) &&
  reachesAlike(one.price?.range, other.price?.range) &&
  reachesAlike(one.choice, other.choice);

const isAlike = (one: Decimal | null, other: Decimal | null): boolean =>
  one === null || other === null ? one === other : one.eq(other);

const reachesAlike = (one: Span | undefined, other: Span | undefined): boolean =>
  one === undefined || other === undefined ? one === other : one.low.eq(other.low) && one.high.eq(other.high);

/** What is paid monthly and has no price from a month on decides as much as if it had none at all. */
const gapsOf = ({ missing, schedule }: PricedLine, compute: boolean, month: string): readonly Gap[] =>
  missing === undefined || (schedule !== undefined && schedule.kind !== "monthly")
    ? []
    : [{ property: "price", decisive: compute, message: `from ${month} on it has no price: ${missing}` }];
