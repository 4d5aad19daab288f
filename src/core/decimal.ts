import { Decimal as DecimalJs } from "decimal.js";

/**
 * The one decimal type of the project: 34 significant digits, rounded half to even (IEEE 754 decimal128).
 * Money and quantities are always this, never a float; see DESIGN "House rules".
 */
export const Decimal = DecimalJs.clone({
  precision: 34,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -40,
  toExpPos: 40,
});
export type Decimal = DecimalJs;

/** What can be read as a decimal without loss: a decimal, its text, or an exact small number. */
export type DecimalValue = DecimalJs.Value;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);

export const decimal = (value: DecimalValue): Decimal => new Decimal(value);

/** The sum of any number of decimals; zero for none. */
export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
};

/** Plain digits without exponent, as every published document writes them: `0.0000002`, `1234.5`. */
export const plain = (value: Decimal): string => value.toFixed();
