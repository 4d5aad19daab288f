import { Decimal, type DecimalValue } from "../core/decimal.ts";

/**
 * The decimal that a measure was given.
 * @throws RangeError naming `what`, if it is no number or not finite: bad input never yields a figure.
 */
export const finite = (value: DecimalValue, what: string): Decimal => {
  const read = parse(value);
  if (read?.isFinite()) return read;
  throw new RangeError(`${what} must be a finite number, not ${JSON.stringify(String(value))}.`);
};

/**
 * A rate per period as a fraction (0.08 for 8 %).
 * @throws RangeError at −1 or below, where a period would lose everything and discounting divides by zero.
 */
export const rateAboveMinusOne = (value: DecimalValue, what: string): Decimal => {
  const rate = finite(value, what);
  if (rate.gt(-1)) return rate;
  throw new RangeError(`${what} must be above −1 (−100 %), not ${rate}. Rates are fractions; 8 % is 0.08.`);
};

/**
 * A number that must be above zero, such as a term in years.
 * @throws RangeError at zero or below.
 */
export const positive = (value: DecimalValue, what: string): Decimal => {
  const number = finite(value, what);
  if (number.gt(0)) return number;
  throw new RangeError(`${what} must be above 0, not ${number}.`);
};

/**
 * A whole number of periods, at least `least`.
 * @throws RangeError for a fraction or less.
 */
export const wholePeriods = (value: DecimalValue, what: string, least: number): Decimal => {
  const periods = finite(value, what);
  if (periods.isInteger() && periods.gte(least)) return periods;
  throw new RangeError(`${what} must be a whole number of at least ${least}, not ${periods}.`);
};

/**
 * A series with one entry per period, from t = 0.
 * @throws RangeError that names the period of the first entry that is no finite number.
 */
export const finiteSeries = (values: readonly DecimalValue[], what: string): Decimal[] =>
  values.map((value, period) => finite(value, `${what} of period ${period}`));

const parse = (value: DecimalValue): Decimal | undefined => {
  try {
    return new Decimal(value);
  } catch {
    return undefined; // decimal.js throws on text that is no number; our message says which argument it was
  }
};
