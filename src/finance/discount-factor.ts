import { type Decimal, type DecimalValue, ONE } from "../core/decimal.ts";
import { finite, positive, rateAboveMinusOne, wholePeriods } from "./argument.ts";

/**
 * Single present value factor (SPV): 1 / (1 + d)ᵗ, today's worth of 1 paid after `periods`, which may be a fraction.
 * Source: NIST HB 135.
 * @throws RangeError for a rate at or below −1, or anything that is not a finite number.
 */
export const presentValueFactor = (rate: DecimalValue, periods: DecimalValue): Decimal =>
  ONE.div(compoundFactor(rate, periods));

/**
 * Uniform present value factor (UPV): ((1 + d)ᴺ − 1) / (d (1 + d)ᴺ), today's worth of 1 at the end of each of N periods; N at a rate of 0.
 * Source: NIST HB 135.
 * @throws RangeError for a rate at or below −1, no periods, or anything that is not a finite number.
 */
export const uniformSeriesFactor = (rate: DecimalValue, periods: DecimalValue): Decimal =>
  futureSeriesFactor(rate, periods).div(compoundFactor(rate, periods));

/**
 * Modified uniform present value factor (UPV*): Σ ((1 + e) / (1 + d))ᵗ for t = 1 … N, today's worth of a yearly cost of 1 at today's prices
 * that rises by e a period, such as energy; N where both rates are the same. Source: NIST HB 135.
 * @throws RangeError for a rate at or below −1, periods that are not whole and above zero, or anything that is not a finite number.
 */
export const escalatedSeriesFactor = (rate: DecimalValue, escalation: DecimalValue, periods: DecimalValue): Decimal => {
  const discount = rateAboveMinusOne(rate, "The discount rate").plus(1);
  const rise = rateAboveMinusOne(escalation, "The escalation rate").plus(1);
  return uniformSeriesFactor(discount.div(rise).minus(1), wholePeriods(periods, "The number of periods", 1));
};

/**
 * Capital recovery factor (CRF): r (1 + r)ᴺ / ((1 + r)ᴺ − 1), the level payment at the end of each period that pays back 1 today;
 * 1/N at a rate of 0. One over {@link uniformSeriesFactor}. Source: NIST HB 135 (UCR).
 * @throws RangeError for a rate at or below −1, no periods, or anything that is not a finite number.
 */
export const capitalRecoveryFactor = (rate: DecimalValue, periods: DecimalValue): Decimal =>
  ONE.div(uniformSeriesFactor(rate, periods));

/**
 * Sinking fund factor (SFF): r / ((1 + r)ᴺ − 1), the level payment at the end of each period that grows to 1; 1/N at a rate of 0.
 * It spreads a residual value over the years as {@link capitalRecoveryFactor} spreads the purchase.
 * @throws RangeError for a rate at or below −1, no periods, or anything that is not a finite number.
 */
export const sinkingFundFactor = (rate: DecimalValue, periods: DecimalValue): Decimal =>
  ONE.div(futureSeriesFactor(rate, periods));

/** (1 + r)ᴺ: what 1 today has grown to. Shared with the annuity formulas; throws as its callers do. */
export const compoundFactor = (rate: DecimalValue, periods: DecimalValue): Decimal =>
  rateAboveMinusOne(rate, "The rate").plus(1).pow(finite(periods, "The number of periods"));

/** ((1 + r)ᴺ − 1) / r: what 1 at the end of each period has grown to; N at a rate of 0. Shared with the annuity formulas. */
export const futureSeriesFactor = (rate: DecimalValue, periods: DecimalValue): Decimal => {
  const perPeriod = rateAboveMinusOne(rate, "The rate");
  const count = positive(periods, "The number of periods");
  return perPeriod.isZero() ? count : compoundFactor(perPeriod, count).minus(1).div(perPeriod);
};
