import { type Decimal, type DecimalValue, ONE } from "../core/decimal.ts";
import { finiteSeries } from "./argument.ts";
import { positiveRoots } from "./positive-roots.ts";

export type IrrState = "unique" | "several" | "none";

/** Every internal rate of return of a cash flow. Never trust the first of several: each makes the NPV zero. */
export interface Irr {
  readonly state: IrrState;
  /** Fractions per period, ascending. */
  readonly roots: readonly Decimal[];
}

/** The greatest rate per period that is looked for: a million-fold return each period. */
const GREATEST_RATE = 1e6;

/** Digits of 1 + r that are given; the other six of 34 absorb rounding, so that a rate of 10 % reads 0.1. */
const DIGITS = 28;

/**
 * Internal rates of return: all r in (−1, 10⁶] with Σ CFₜ / (1 + r)ᵗ = 0, which with x = 1 / (1 + r) are the positive roots of
 * a polynomial. A rate where the NPV touches zero without crossing it counts, once. Rates closer to each other than about 1e-15
 * cannot be told apart and count once.
 * Source: the definition; checked against numpy-financial 1.0.0 `irr`, which gives only the root nearest to 0.
 * @param cashFlows one per period from t = 0, income positive. Without both an outlay and an income there is no rate.
 * @throws RangeError for a flow that is not a finite number.
 */
export const irr = (cashFlows: readonly DecimalValue[]): Irr => {
  const flows = finiteSeries(cashFlows, "The cash flow");
  const start = flows.findIndex((flow) => !flow.isZero());
  const end = flows.findLastIndex((flow) => !flow.isZero());
  const lowest = 0.999 / (1 + GREATEST_RATE); // a little below, so that the greatest rate itself is found
  const roots = positiveRoots(flows.slice(Math.max(start, 0), end + 1), lowest)
    .map((root) => ONE.div(root.exact()).toSignificantDigits(DIGITS).minus(1))
    .filter((rate) => rate.gt(-1) && rate.lte(GREATEST_RATE))
    .reverse();
  return { state: roots.length === 0 ? "none" : roots.length === 1 ? "unique" : "several", roots };
};
