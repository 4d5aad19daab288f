import { Decimal, type DecimalValue, ONE, ZERO } from "../core/decimal.ts";
import { finiteSeries, rateAboveMinusOne } from "./argument.ts";
import { npv } from "./npv.ts";

/**
 * Modified internal rate of return: (FV of the income at the reinvestment rate / −PV of the outlays at the finance rate)^(1/N) − 1,
 * N being the number of periods after t = 0. It is always single, so it stands in where {@link irr} has several roots or none.
 * Source: numpy-financial 1.0.0 `mirr`.
 * @param financeRate what outlays are financed at, a fraction per period.
 * @param reinvestRate what income earns until the end, a fraction per period.
 * @returns a fraction per period; null without both an outlay and an income.
 * @throws RangeError for a rate at or below −1, or anything that is not a finite number.
 */
export const mirr = (
  cashFlows: readonly DecimalValue[],
  financeRate: DecimalValue,
  reinvestRate: DecimalValue,
): Decimal | null => {
  const flows = finiteSeries(cashFlows, "The cash flow");
  const finance = rateAboveMinusOne(financeRate, "The finance rate");
  const reinvest = rateAboveMinusOne(reinvestRate, "The reinvestment rate");
  const income = flows.map((flow) => Decimal.max(flow, ZERO));
  const outlays = flows.map((flow) => Decimal.max(flow.neg(), ZERO));
  if (income.every((flow) => flow.isZero()) || outlays.every((flow) => flow.isZero())) return null;
  const growth = npv(reinvest, income).div(npv(finance, outlays));
  return growth
    .pow(ONE.div(flows.length - 1))
    .times(reinvest.plus(1))
    .minus(1);
};
