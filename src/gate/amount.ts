import { notationOf } from "../core/currency.ts";
import { type Decimal, plain } from "../core/decimal.ts";
import { countedMonths } from "../core/period.ts";

/** How a measured value and its limit are written. */
export type Notation = (value: Decimal) => string;

const places = (value: Decimal, digits: number): string => {
  const [whole = "0", fraction] = value.abs().toFixed(digits).split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** `$412,000.00/month`; `per` is what follows the amount. */
export const money = (currency: string, per = ""): Notation => {
  const { sign, digits } = notationOf(currency);
  return (value) => `${value.isNegative() && !value.isZero() ? "-" : ""}${sign}${places(value, digits)}${per}`;
};

/** `12.5%` of a fraction. */
export const percent: Notation = (value) =>
  `${value.isNegative() && !value.isZero() ? "-" : ""}${places(value.times(100), 1)}%`;

/** `18.4 months`. */
export const months: Notation = (value) => countedMonths(value.toDecimalPlaces(1).toFixed());

/** `1,250 kg CO2e`: a number with at most one digit after the point, and its unit, which may be another where it is one. */
export const quantity =
  (unit: string, singular = unit): Notation =>
  (value) =>
    `${places(value, value.isInteger() ? 0 : 1)} ${value.eq(1) ? singular : unit}`;

/** A measured value and its limit in one notation; with all digits where rounding would make them look equal though they differ. */
export const against = (
  measured: Decimal,
  limit: Decimal,
  notation: Notation,
): { readonly measured: string; readonly limit: string } => {
  const shown = { measured: notation(measured), limit: notation(limit) };
  if (shown.measured !== shown.limit || measured.eq(limit)) return shown;
  return { measured: plain(measured), limit: plain(limit) };
};
