import { type Decimal, ZERO } from "../core/decimal.ts";

/**
 * The time from which a balance is never again below zero, linear inside a period. A balance that recovers, and is thrown
 * back by a later purchase, has not recovered for good: it is the last crossing that counts.
 * @param balance one value per period, from t = 0.
 * @returns a time in periods; 0 if it never is below zero, null if it still is at the end.
 */
export const lastCrossing = (balance: readonly Decimal[]): Decimal | null => {
  const period = balance.findLastIndex((value) => value.lt(0));
  const below = balance[period];
  const above = balance[period + 1];
  if (below === undefined) return ZERO;
  if (above === undefined) return null;
  return below.div(below.minus(above)).plus(period);
};
