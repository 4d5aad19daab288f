import { type Decimal, type DecimalValue, ONE } from "../core/decimal.ts";
import { derive, type Figure, stated } from "../core/figure.ts";
import { MONTHS_PER_YEAR } from "../core/period.ts";
import { finite, rateAboveMinusOne } from "./argument.ts";

/**
 * How an annual rate relates to a monthly one. `effective`: twelve months compound to the annual rate, as a discount rate
 * (WACC) or an inflation rate is meant. `nominal`: the annual rate is twelve times the monthly one, as loans and leases quote it.
 */
export type RateConvention = "effective" | "nominal";

/**
 * The rate per month that belongs to a rate per year. Effective: (1 + r)^(1/12) − 1; nominal: r / 12.
 * @param annual fraction per year, above −1.
 * @throws RangeError for a rate that is not finite or not above −1.
 */
export const monthlyRate = (annual: DecimalValue, convention: RateConvention): Decimal => {
  const rate = rateAboveMinusOne(annual, "The annual rate");
  return convention === "nominal" ? rate.div(MONTHS_PER_YEAR) : rate.plus(1).pow(ONE.div(MONTHS_PER_YEAR)).minus(1);
};

/**
 * The rate per year that belongs to a rate per month; undoes {@link monthlyRate}. Effective: (1 + m)^12 − 1; nominal: 12 m.
 * @param monthly fraction per month, above −1.
 * @throws RangeError for a rate that is not finite or not above −1.
 */
export const annualRate = (monthly: DecimalValue, convention: RateConvention): Decimal => {
  const rate = rateAboveMinusOne(monthly, "The monthly rate");
  return convention === "nominal" ? rate.times(MONTHS_PER_YEAR) : rate.plus(1).pow(MONTHS_PER_YEAR).minus(1);
};

/**
 * The rate after inflation: (1 + nominal) / (1 + inflation) − 1, both per the same period. Source: Fisher equation, as in NIST HB 135.
 * @throws RangeError for a rate that is not finite or not above −1.
 */
export const realRate = (nominal: DecimalValue, inflation: DecimalValue): Decimal =>
  rateAboveMinusOne(nominal, "The nominal rate")
    .plus(1)
    .div(rateAboveMinusOne(inflation, "The inflation rate").plus(1))
    .minus(1);

/**
 * What a price that rises by `annual` a year has been multiplied by after `months`: (1 + x)^(t/12). Smooth within the year.
 * @throws RangeError for a rate that is not finite or not above −1, or for months that are not finite.
 */
export const escalationFactor = (annual: DecimalValue, months: DecimalValue): Decimal =>
  rateAboveMinusOne(annual, "The escalation rate")
    .plus(1)
    .pow(finite(months, "The number of months").div(MONTHS_PER_YEAR));

/** The monthly rate of the settings' yearly one, as a figure that says which convention made it. */
export const monthlyRateOf = (settings: {
  readonly discountRate: number;
  readonly discounting: RateConvention;
}): Figure => {
  const yearly = stated("discount rate", settings.discountRate, "1/year", "rackrate.yaml discountRate");
  const formula = settings.discounting === "effective" ? "(1 + r)^(1/12) − 1" : "r ÷ 12";
  return derive("monthly rate", "1/month", formula, [yearly], (rate) => monthlyRate(rate, settings.discounting));
};
