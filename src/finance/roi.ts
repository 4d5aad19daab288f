import { type Decimal, type DecimalValue, ONE } from "../core/decimal.ts";
import { finite, positive } from "./argument.ts";

/**
 * Return on investment over the whole horizon: (benefits − costs) / costs, both totals in one currency and both nominal or both in
 * present value. 0.25 means that every 1.00 spent came back with 0.25 on top.
 * @returns a fraction; null if nothing is spent (costs of zero or below), where a ratio has no meaning.
 * @throws RangeError for anything that is not a finite number.
 */
export const roi = (benefits: DecimalValue, costs: DecimalValue): Decimal | null => {
  const spent = finite(costs, "The total cost");
  const earned = finite(benefits, "The total benefit");
  return spent.gt(0) ? earned.minus(spent).div(spent) : null;
};

/**
 * The return per year that compounds to a return over the horizon: (1 + ROI)^(1/N) − 1.
 * @param total return over the horizon, from {@link roi}.
 * @param years length of the horizon; may be a fraction.
 * @returns a fraction per year; −1 for a total loss, null for more than a total loss, which no yearly rate compounds to.
 * @throws RangeError if years are not above zero, or anything is not a finite number.
 */
export const annualisedRoi = (total: DecimalValue, years: DecimalValue): Decimal | null => {
  const growth = finite(total, "The return on investment").plus(1);
  const exponent = ONE.div(positive(years, "The number of years"));
  return growth.lt(0) ? null : growth.pow(exponent).minus(1);
};
