import { Decimal } from "../core/decimal.ts";
import type { Figure } from "../core/figure.ts";
import type { Ranged } from "../model/estimate.ts";

/**
 * A measure with the two ends of its range in order; without them where one is unknown or both are the expected value.
 * `never` says what it means where only one end has no value: that end is then the upper one and stays open.
 */
export const ranged = (
  expected: Figure,
  ends: readonly [Decimal | null, Decimal | null] | undefined,
  never?: string,
): Ranged => {
  const [one, other] = ends ?? [null, null];
  const at = (name: string, value: Decimal | null): Figure => ({
    name: `${expected.name}, ${name}`,
    value,
    unit: expected.unit,
    formula: `as ${expected.name}, every driver at the end of its range`,
    ...(value === null && never !== undefined && { leavesOut: [never] }),
  });
  if (expected.value === null) return { expected };
  const known = one ?? other;
  if (never !== undefined && known !== null && (one === null || other === null))
    return { expected, range: { low: at("low", Decimal.min(known, expected.value)), high: at("high", null) } };
  if (one === null || other === null || one.eq(other)) return { expected };
  return {
    expected,
    range: {
      low: at("low", Decimal.min(one, other, expected.value)),
      high: at("high", Decimal.max(one, other, expected.value)),
    },
  };
};
