/** Sturm's theorem in whole numbers: an exact count to hold a root finder against that works by other means. */

/** How many distinct x > 0 make Σ cₜ·xᵗ zero; none for the zero polynomial. Coefficients from t = 0. */
export const distinctPositiveRoots = (coefficients: readonly bigint[]): number => {
  const p = withoutLeadingZeros(coefficients.slice(coefficients.findIndex((value) => value !== 0n)));
  if (p.length === 0 || p.every((value) => value === 0n)) return 0;
  const chain = [p, withoutLeadingZeros(p.map((value, t) => value * BigInt(t)).slice(1))];
  while (chain.at(-1)!.length > 1) chain.push(negatedRemainder(chain.at(-2)!, chain.at(-1)!));
  const atZero = chain.map((member) => member[0] ?? 0n);
  const atInfinity = chain.map((member) => member.at(-1) ?? 0n);
  return changes(atZero) - changes(atInfinity);
};

/** −(a mod b), times a positive number that keeps it whole and small. */
const negatedRemainder = (a: readonly bigint[], b: readonly bigint[]): bigint[] => {
  const lead = b.at(-1)!;
  const size = lead < 0n ? -lead : lead;
  let rest = [...a];
  while (rest.length >= b.length) {
    const shift = rest.length - b.length;
    const top = lead < 0n ? -rest.at(-1)! : rest.at(-1)!;
    rest = rest.map((value, t) => value * size - top * (b[t - shift] ?? 0n)).slice(0, -1);
  }
  const divisor = rest.reduce(greatestCommonDivisor, 0n) || 1n;
  return withoutLeadingZeros(rest.map((value) => -value / divisor));
};

const greatestCommonDivisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? (a < 0n ? -a : a) : greatestCommonDivisor(b, a % b);

const withoutLeadingZeros = (coefficients: readonly bigint[]): bigint[] =>
  coefficients.slice(0, coefficients.findLastIndex((value) => value !== 0n) + 1);

const changes = (values: readonly bigint[]): number => {
  const signs = values.filter((value) => value !== 0n).map((value) => value > 0n);
  return signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
};
