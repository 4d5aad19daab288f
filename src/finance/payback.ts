import { type Decimal, type DecimalValue, ONE, ZERO } from "../core/decimal.ts";
import { finiteSeries, rateAboveMinusOne } from "./argument.ts";
import { lastCrossing } from "./crossing.ts";

/**
 * Payback time: when the cumulated cash flow turns non-negative and stays so, linear inside the period. Textbooks take the first
 * time; with one investment at the start both are the same, but a later refresh purchase can take the money back, and then only
 * the last time means that the investment is recovered.
 * @param cashFlows one per period from t = 0, income positive.
 * @param rate fraction per period; with a rate each flow is discounted first (discounted payback), without it none is.
 * @returns periods; 0 if the cumulated flow never is negative, null if the flows end before it is recovered.
 * @throws RangeError for a rate at or below −1, or anything that is not a finite number.
 */
export const payback = (cashFlows: readonly DecimalValue[], rate: DecimalValue = ZERO): Decimal | null => {
  const growth = rateAboveMinusOne(rate, "The discount rate").plus(1);
  let total = ZERO;
  let compounded = ONE;
  const balance = finiteSeries(cashFlows, "The cash flow").map((flow) => {
    total = total.plus(flow.div(compounded));
    compounded = compounded.times(growth);
    return total;
  });
  return lastCrossing(balance);
};
