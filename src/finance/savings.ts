import { type Decimal, type DecimalValue, ONE } from "../core/decimal.ts";
import { finite, positive, rateAboveMinusOne } from "./argument.ts";

/**
 * Net savings of an alternative over the base case (NS): PV of the savings − PV of the additional investment. Source: NIST HB 135.
 * @throws RangeError for anything that is not a finite number.
 */
export const netSavings = (presentValueOfSavings: DecimalValue, presentValueOfInvestment: DecimalValue): Decimal =>
  finite(presentValueOfSavings, "The savings").minus(finite(presentValueOfInvestment, "The additional investment"));

/**
 * Savings-to-investment ratio (SIR): PV of the operational savings / PV of the additional investment; worth it above 1.
 * Source: NIST HB 135.
 * @returns a ratio; null without an additional investment (zero or below), where it has no meaning.
 * @throws RangeError for anything that is not a finite number.
 */
export const savingsToInvestmentRatio = (
  presentValueOfSavings: DecimalValue,
  presentValueOfInvestment: DecimalValue,
): Decimal | null => {
  const savings = finite(presentValueOfSavings, "The savings");
  const investment = finite(presentValueOfInvestment, "The additional investment");
  return investment.gt(0) ? savings.div(investment) : null;
};

/**
 * Adjusted internal rate of return (AIRR): (1 + r) · SIR^(1/N) − 1, the yearly return if savings are reinvested at r. Source: NIST HB 135.
 * @param ratio from {@link savingsToInvestmentRatio}.
 * @param reinvestRate effective, a fraction per year.
 * @param years length of the study.
 * @returns a fraction per year; null for a negative ratio.
 * @throws RangeError for a rate at or below −1, years not above zero, or anything that is not a finite number.
 */
export const adjustedRateOfReturn = (
  ratio: DecimalValue,
  reinvestRate: DecimalValue,
  years: DecimalValue,
): Decimal | null => {
  const sir = finite(ratio, "The savings-to-investment ratio");
  const growth = rateAboveMinusOne(reinvestRate, "The reinvestment rate").plus(1);
  const exponent = ONE.div(positive(years, "The number of years"));
  return sir.lt(0) ? null : growth.times(sir.pow(exponent)).minus(1);
};
