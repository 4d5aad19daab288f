import { type Decimal, type DecimalValue, ZERO } from "../core/decimal.ts";
import { finiteSeries, rateAboveMinusOne } from "./argument.ts";

/**
 * Net present value: Σ CFₜ / (1 + r)ᵗ for t = 0 … N. The flow of t = 0 is not discounted, unlike a spreadsheet's NPV,
 * which starts at t = 1. No flows are worth 0. Source: numpy-financial 1.0.0 `npv`.
 * @param rate fraction per period, above −1.
 * @param cashFlows one per period in one currency, income positive.
 * @throws RangeError for a rate at or below −1, or anything that is not a finite number.
 */
export const npv = (rate: DecimalValue, cashFlows: readonly DecimalValue[]): Decimal => {
  const growth = rateAboveMinusOne(rate, "The discount rate").plus(1);
  return finiteSeries(cashFlows, "The cash flow").reduceRight((worth, flow) => worth.div(growth).plus(flow), ZERO);
};
