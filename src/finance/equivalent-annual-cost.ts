import type { Decimal, DecimalValue } from "../core/decimal.ts";
import { finite } from "./argument.ts";
import { capitalRecoveryFactor } from "./discount-factor.ts";

/**
 * Equivalent annual cost: PV of all costs × CRF, the level cost at the end of each year that is worth the same. It compares
 * alternatives that last for different times.
 * @param presentValueOfCosts in any currency, the unit of the result per year.
 * @param annualRate effective, a fraction per year.
 * @param years how long the alternative lasts; may be a fraction.
 * @throws RangeError for a rate at or below −1, years not above zero, or anything that is not a finite number.
 */
export const equivalentAnnualCost = (
  presentValueOfCosts: DecimalValue,
  annualRate: DecimalValue,
  years: DecimalValue,
): Decimal =>
  finite(presentValueOfCosts, "The present value of the costs").times(capitalRecoveryFactor(annualRate, years));
