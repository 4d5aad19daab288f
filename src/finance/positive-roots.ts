import { Decimal } from "../core/decimal.ts";
import {
  evaluate,
  exactSign,
  likelySign,
  once,
  type Polynomial,
  polynomial,
  type Sign,
  steepness,
} from "./polynomial.ts";

/** A root of a polynomial, near in floats and on demand with 34 digits. */
export interface Root {
  readonly near: number;
  readonly exact: () => Decimal;
}

/** A root's neighbourhood needs the sign of the polynomial on both its sides. */
interface Point extends Root {
  readonly sign: Sign;
}

/**
 * All distinct real roots of Σ cₜ·xᵗ above `lowest`, ascending, including those where it only touches zero.
 *
 * Between two roots of p there is a root of (x^(−s)·p)′ for any s (Rolle). With s at a sign change of the coefficients that derivative has one sign
 * change less, so after as many steps as there are sign changes nothing is left to find (Descartes). Going back up, between two neighbouring
 * turning points there is one root if the signs differ and none if they agree, and a turning point at zero is a root itself.
 * The effort grows with the number of sign changes, which is small for cash flows, not with the number of periods.
 *
 * @param coefficients the first and the last are not zero.
 * @param lowest above zero.
 */
export const positiveRoots = (coefficients: readonly Decimal[], lowest: number): readonly Root[] => {
  const [first, ...others] = signChanges(coefficients);
  if (first === undefined) return [];
  const levels = [polynomial(coefficients)];
  for (const change of others) levels.push(steepness(levels.at(-1)!, change));
  return levels.reduceRight<readonly Root[]>((turns, level) => rootsBetween(level, turns, lowest), []);
};

/** The places between coefficients of opposite sign: halfway, with only zeros in between. */
const signChanges = (coefficients: readonly Decimal[]): number[] => {
  const places: number[] = [];
  let previous = 0;
  coefficients.forEach((coefficient, t) => {
    if (coefficient.isZero()) return;
    if (coefficient.s !== coefficients[previous]!.s) places.push((previous + t) / 2);
    previous = t;
  });
  return places;
};

/** The roots of p above `lowest`, given every place above it where p turns. */
const rootsBetween = (p: Polynomial, turns: readonly Root[], lowest: number): Root[] => {
  const roots: Root[] = [];
  let left = pointAt(p, { near: lowest, exact: () => new Decimal(lowest) });
  for (const turn of turns) {
    const right = pointAt(p, turn);
    if (right.sign === 0) roots.push(turn);
    else if (left.sign === -right.sign) roots.push(crossing(p, left, right));
    left = right;
  }
  const far = left.sign === -Math.sign(p.floats.at(-1)!) ? farPoint(p, left) : undefined;
  if (far) roots.push(crossing(p, left, far));
  return roots;
};

/**
 * Floats know a turning point only so well, but where p turns it hardly changes: the error in the sum is at most that of the
 * turning point's own equation, whose terms are up to `length` times greater. Within that doubt the decimals decide.
 */
const pointAt = (p: Polynomial, { near, exact }: Root): Point => ({
  near,
  exact,
  sign: likelySign(p, near, p.floats.length) || exactSign(p, exact()),
});

/** A point so far out that the last term decides the sign; undefined if that is beyond what floats can hold. */
const farPoint = (p: Polynomial, from: Root): Point | undefined => {
  const sign = Math.sign(p.floats.at(-1)!) as Sign;
  for (let x = Math.max(2, 2 * from.near); Number.isFinite(x); x *= x) {
    if (likelySign(p, x) === sign) return { near: x, exact: () => new Decimal(x), sign };
  }
  return undefined;
};

/** The one root between two points of opposite sign: bisected as long as floats are sure of the sign. */
const crossing = (p: Polynomial, left: Point, right: Point): Root => {
  let low: Root = left;
  let high: Root = right;
  for (;;) {
    const near = middle(low.near, high.near);
    const sign = likelySign(p, near);
    if (sign === 0 || near <= low.near || near >= high.near) {
      return { near, exact: once(() => polish(p, low.exact(), high.exact(), left.sign, new Decimal(near))) };
    }
    const point = { near, exact: () => new Decimal(near) };
    if (sign === left.sign) low = point;
    else high = point;
  }
};

/** Halves the magnitude of a wide bracket and the width of a narrow one. */
const middle = (low: number, high: number): number =>
  high > 4 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;

/** Newton's method with 34 digits, kept inside the bracket by bisection. */
const polish = (p: Polynomial, from: Decimal, to: Decimal, lowSign: Sign, start: Decimal): Decimal => {
  let [low, high, x] = [from, to, start];
  for (let round = 0; round < 400; round++) {
    const { value, slope, magnitude } = evaluate(p, x);
    if (value.abs().lte(magnitude.times(RESOLUTION))) break;
    if (value.s === lowSign) low = x;
    else high = x;
    const newton = x.minus(value.div(slope)); // a slope of zero gives infinity, which is outside the bracket
    const next = newton.gt(low) && newton.lt(high) ? newton : low.plus(high).div(2);
    const done = next.minus(x).abs().lte(x.times(RESOLUTION));
    x = next;
    if (done) break;
  }
  return x;
};

/** What 34 digits resolve in a sum of some hundred terms, relative to its terms. */
const RESOLUTION = new Decimal("1e-32");
