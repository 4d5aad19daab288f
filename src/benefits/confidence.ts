import { Decimal, ONE, ZERO } from "../core/decimal.ts";
import type { Figure } from "../core/figure.ts";
import type { BenefitSetting } from "../model/settings.ts";
import type { Swap } from "./read.ts";

/** How far a benefit may lie from what is expected, as factors around 1. */
export interface Confidence {
  readonly low: Decimal;
  readonly high: Decimal;
}

/**
 * The range of a benefit: the `confidence` that is stated for it; else, where single numbers state how far they may be
 * off, the widest change that one of them makes alone, the others staying as they are; else none. Ranges of single
 * numbers are never combined: that they all miss on the same side would have to be stated.
 */
export const confidenceOf = (
  setting: BenefitSetting,
  expected: Figure,
  ends: readonly Swap[],
  amountWith: (swap: Swap) => Figure | null,
): Confidence => {
  if (setting.confidence)
    return { low: new Decimal(setting.confidence.low), high: new Decimal(setting.confidence.high) };
  if (expected.value === null || expected.value.isZero()) return { low: ONE, high: ONE };
  const factors = [ONE];
  for (const swap of ends) {
    const value = amountWith(swap)?.value;
    if (value) factors.push(value.div(expected.value));
  }
  return { low: Decimal.max(ZERO, Decimal.min(...factors)), high: Decimal.max(...factors) };
};
