import { type Decimal, type DecimalValue, ZERO } from "../core/decimal.ts";
import { finite, rateAboveMinusOne, wholePeriods } from "./argument.ts";
import { compoundFactor, futureSeriesFactor } from "./discount-factor.ts";
import { irr } from "./irr.ts";

/*
 * The five quantities of a loan or lease, each from the other four, payments at the end of each period:
 *
 *   future value + present value · (1 + r)ᴺ + payment · ((1 + r)ᴺ − 1) / r = 0
 *
 * Signs are those of a cash flow, as in numpy-financial 1.0.0 and spreadsheets: a loan received is positive, its payments negative.
 */

/**
 * The level payment per period (PMT).
 * @param futureValue what is left at the end: a balloon still owed is negative.
 * @throws RangeError for a rate at or below −1, periods that are not whole and above zero, or anything that is not a finite number.
 */
export const payment = (
  rate: DecimalValue,
  periods: DecimalValue,
  presentValue: DecimalValue,
  futureValue: DecimalValue = ZERO,
): Decimal => {
  const count = wholePeriods(periods, "The number of periods", 1);
  return finite(presentValue, "The present value")
    .times(compoundFactor(rate, count))
    .plus(finite(futureValue, "The future value"))
    .div(futureSeriesFactor(rate, count))
    .neg();
};

/**
 * What is there after `periods` (FV): after none of them, the present value with its sign turned.
 * @throws RangeError for a rate at or below −1, periods that are not whole or negative, or anything that is not a finite number.
 */
export const futureValue = (
  rate: DecimalValue,
  periods: DecimalValue,
  paymentPerPeriod: DecimalValue,
  presentValue: DecimalValue,
): Decimal => {
  const count = wholePeriods(periods, "The number of periods", 0);
  const paid = finite(paymentPerPeriod, "The payment");
  const grown = finite(presentValue, "The present value").times(compoundFactor(rate, count));
  return grown.plus(count.isZero() ? ZERO : paid.times(futureSeriesFactor(rate, count))).neg();
};

/**
 * How many periods it takes (NPER), a fraction where it does not come out whole.
 * @returns periods; null if these payments never get there, such as payments below the interest. A negative number lies in the past.
 * @throws RangeError for a rate at or below −1, or anything that is not a finite number.
 */
export const periods = (
  rate: DecimalValue,
  paymentPerPeriod: DecimalValue,
  presentValue: DecimalValue,
  futureValue: DecimalValue = ZERO,
): Decimal | null => {
  const perPeriod = rateAboveMinusOne(rate, "The rate");
  const paid = finite(paymentPerPeriod, "The payment");
  const now = finite(presentValue, "The present value");
  const then = finite(futureValue, "The future value");
  if (perPeriod.isZero()) return paid.isZero() ? null : now.plus(then).div(paid).neg();
  const start = paid.plus(now.times(perPeriod));
  const end = paid.minus(then.times(perPeriod));
  return start.times(end).gt(0) ? end.div(start).ln().div(perPeriod.plus(1).ln()) : null;
};

/**
 * The rate per period (RATE): the internal rate of return of the payments, the one nearest to 0 where there are several.
 * @returns a fraction per period; null if no rate fits.
 * @throws RangeError for periods that are not whole and above zero, or anything that is not a finite number.
 */
export const interestRate = (
  periods: DecimalValue,
  paymentPerPeriod: DecimalValue,
  presentValue: DecimalValue,
  futureValue: DecimalValue = ZERO,
): Decimal | null => {
  const count = wholePeriods(periods, "The number of periods", 1).toNumber();
  const paid = finite(paymentPerPeriod, "The payment");
  const flows = [
    finite(presentValue, "The present value"),
    ...new Array<Decimal>(count - 1).fill(paid),
    paid.plus(finite(futureValue, "The future value")),
  ];
  const [nearest = null] = irr(flows).roots.toSorted((a, b) => a.abs().cmp(b.abs()));
  return nearest;
};

/**
 * The interest within the payment of one period (IPMT).
 * @param period counted from 1.
 * @throws RangeError for a rate at or below −1, a period outside the term, or anything that is not a finite number.
 */
export const interestPart = (
  rate: DecimalValue,
  period: DecimalValue,
  periods: DecimalValue,
  presentValue: DecimalValue,
): Decimal => {
  const paid = payment(rate, periods, presentValue);
  const current = wholePeriods(period, "The period", 1);
  if (current.gt(periods)) throw new RangeError(`Period ${current} lies beyond the term of ${periods} periods.`);
  return futureValue(rate, current.minus(1), paid, presentValue).times(finite(rate, "The rate"));
};

/**
 * The repayment within the payment of one period (PPMT): the payment less its {@link interestPart}.
 * @throws RangeError as {@link interestPart}.
 */
export const principalPart = (
  rate: DecimalValue,
  period: DecimalValue,
  periods: DecimalValue,
  presentValue: DecimalValue,
): Decimal => payment(rate, periods, presentValue).minus(interestPart(rate, period, periods, presentValue));
