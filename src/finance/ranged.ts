import { Decimal } from "../core/decimal.ts";
import type { Figure } from "../core/figure.ts";
import type { Ranged } from "../model/estimate.ts";

/** A measure with the two ends of its range in order; without them where one is unknown or both are the expected value. */
export const ranged = (expected: Figure, ends: readonly [Decimal | null, Decimal | null] | undefined): Ranged => {
  const [one, other] = ends ?? [null, null];
  if (expected.value === null || one === null || other === null || one.eq(other)) return { expected };
  const at = (name: string, value: Decimal): Figure => ({
    name: `${expected.name}, ${name}`,
    value,
    unit: expected.unit,
    formula: `as ${expected.name}, every driver at the end of its range`,
  });
  return {
    expected,
    range: {
      low: at("low", Decimal.min(one, other, expected.value)),
      high: at("high", Decimal.max(one, other, expected.value)),
    },
  };
};
