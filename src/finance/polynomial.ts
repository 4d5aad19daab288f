import { Decimal, ZERO } from "../core/decimal.ts";

/**
 * A polynomial Σ cₜ·xᵗ in two precisions: floats to find the way, decimals where floats cannot tell.
 * The decimals are made on demand, because most questions never need them.
 */
export interface Polynomial {
  /** Coefficients from t = 0, scaled so that the greatest is 1 in absolute value. */
  readonly floats: Float64Array;
  /** Bound of the relative rounding error of a term in {@link likelySign}. */
  readonly error: number;
  /** The same coefficients up to a positive factor, with 34 digits. */
  readonly decimals: () => readonly Decimal[];
}

export type Sign = -1 | 0 | 1;

/** Smaller than this share of the sum of absolute terms is zero for us: the last digits of 34, and of flows rounded to 34 digits. */
const NOTHING = new Decimal("1e-30");

export const polynomial = (coefficients: readonly Decimal[]): Polynomial => {
  const largest = Decimal.max(...coefficients.map((coefficient) => coefficient.abs()));
  const floats = Float64Array.from(coefficients, (coefficient) => coefficient.div(largest).toNumber());
  return { floats, error: 4 * (coefficients.length + 1) * Number.EPSILON, decimals: () => coefficients };
};

/**
 * x^(s+1) · d/dx (x^(−s) · p(x)), that is cₜ → (t − s)·cₜ. It vanishes where x^(−s)·p(x) turns, and it has one sign change
 * less than p if s lies at a sign change.
 */
export const steepness = (of: Polynomial, s: number): Polynomial => {
  const raw = of.floats.map((coefficient, t) => coefficient * (t - s));
  const largest = raw.reduce((most, coefficient) => Math.max(most, Math.abs(coefficient)), 0);
  return {
    floats: raw.map((coefficient) => coefficient / largest),
    error: of.error + 4 * Number.EPSILON,
    decimals: once(() => of.decimals().map((coefficient, t) => coefficient.times(t - s))),
  };
};

/**
 * The sign of p at x > 0 as far as floats are sure of it; 0 if they are not, within `margin` times the rounding error.
 * Above 1 it sums in 1/x, so that no power overflows at any degree.
 */
export const likelySign = (p: Polynomial, x: number, margin = 1): Sign => {
  const { floats } = p;
  const last = floats.length - 1;
  const step = x > 1 ? 1 / x : x;
  let value = 0;
  let magnitude = 0;
  for (let i = 0; i <= last; i++) {
    const coefficient = floats[x > 1 ? i : last - i]!;
    value = value * step + coefficient;
    magnitude = magnitude * step + Math.abs(coefficient);
  }
  const doubt = margin * p.error * magnitude + 1e-290; // the constant covers terms that underflowed
  return Math.abs(value) > doubt ? (Math.sign(value) as Sign) : 0;
};

/** p, its derivative and the sum of its absolute terms at x, with 34 digits. */
export const evaluate = (p: Polynomial, x: Decimal): { value: Decimal; slope: Decimal; magnitude: Decimal } => {
  let value = ZERO;
  let slope = ZERO;
  let magnitude = ZERO;
  for (const coefficient of p.decimals().toReversed()) {
    slope = slope.times(x).plus(value);
    value = value.times(x).plus(coefficient);
    magnitude = magnitude.times(x).plus(coefficient.abs());
  }
  return { value, slope, magnitude };
};

/** The sign of p at x with 34 digits; 0 is zero to within them. */
export const exactSign = (p: Polynomial, x: Decimal): Sign => {
  const { value, magnitude } = evaluate(p, x);
  return value.abs().lte(magnitude.times(NOTHING)) ? 0 : (Math.sign(value.s) as Sign);
};

/** Computes at the first call and remembers. */
export const once = <T>(compute: () => T): (() => T) => {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
};
