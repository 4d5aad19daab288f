import type { Decimal, DecimalValue } from "../core/decimal.ts";
import { npv } from "./npv.ts";

/**
 * Levelised cost of a unit: PV of the costs / PV of the quantities, the constant price per GPU-hour or per token that just
 * recovers every cost. Quantities are discounted too, because their price is earned when they are delivered.
 * @param costs one per period from t = 0, positive.
 * @param quantities GPU-hours or tokens per period from t = 0; may be shorter or longer than the costs.
 * @returns cost per unit; null if nothing is delivered.
 * @throws RangeError for a rate at or below −1, or anything that is not a finite number.
 */
export const levelisedCost = (
  rate: DecimalValue,
  costs: readonly DecimalValue[],
  quantities: readonly DecimalValue[],
): Decimal | null => {
  const delivered = npv(rate, quantities);
  return delivered.gt(0) ? npv(rate, costs).div(delivered) : null;
};
