import { notationOf } from "../core/currency.ts";
import { Decimal } from "../core/decimal.ts";

/** What stands where a value is unknown. */
export const UNKNOWN_TEXT = "–";

/** A typographic minus is as wide as a plus, so that changes line up. */
const MINUS = "−";

const grouped = (digits: string): string => {
  const [whole = "", fraction] = digits.split(".");
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
};

/** From here on, and from below {@link TINY}, digits say less than their number: a value is written in scientific form. */
const HUGE = new Decimal(1e15);
const TINY = new Decimal(1e-12);
/** The same of per cent. */
const HUGE_PERCENT = new Decimal(1e6);

/** `1.8e21`: three digits and a power of ten. */
const scientific = (size: Decimal): string => size.toExponential(2).replace("e+", "e");

/**
 * Digits of a value without its sign: none after the point from 1,000, as many as its currency has below, and under 1 as
 * many as keep three significant.
 */
const moneyDigits = (value: Decimal, currency: string): string => {
  const size = value.abs();
  const { digits } = notationOf(currency);
  if (size.isZero()) return "0";
  if (size.gte(HUGE) || size.lt(TINY)) return scientific(size);
  if (size.gte("999.995")) return grouped(size.toFixed(0));
  if (size.gte("0.9995")) return grouped(size.toFixed(digits));
  const exact = size.toSignificantDigits(3);
  return exact.toFixed(Math.max(digits, exact.decimalPlaces()));
};

/** Money as people read it: `$131,040`, `$32.85`, `$0.0000002`, `−$12.00`, `¥12`, `CHF 12.00`. Unknown is a dash. */
export const money = (value: Decimal | null, currency: string): string => {
  return value === null ? UNKNOWN_TEXT : withSign(value, moneyDigits(value, currency), currency);
};

const withSign = (value: Decimal, digits: string, currency: string): string => {
  const amount = `${notationOf(currency).sign}${digits}`;
  return value.isNegative() && !value.isZero() ? `${MINUS}${amount}` : amount;
};

const RATE_DIGITS = 6;

/** A price per unit, exact enough to be multiplied with by hand: `$1.006`, `$55.04`, `$0.0000002`. */
export const unitRate = (value: Decimal | null, currency: string): string => {
  if (value === null || value.abs().gte(1000) || value.abs().lt(TINY)) return money(value, currency);
  const exact = value.toSignificantDigits(RATE_DIGITS);
  return exact.decimalPlaces() <= notationOf(currency).digits
    ? money(exact, currency)
    : withSign(exact, exact.abs().toFixed(), currency);
};

/** Puts a plus before a rise; no change is empty, so that a column of changes shows only changes. */
export const signed = (value: Decimal | null, format: (value: Decimal) => string): string => {
  if (value === null) return UNKNOWN_TEXT;
  if (value.isZero()) return "";
  return value.isNegative() ? format(value) : `+${format(value)}`;
};

/** A quantity: grouped, at most two decimals from 1, three significant digits below. */
export const number = (value: Decimal | null): string => {
  if (value === null) return UNKNOWN_TEXT;
  const size = value.abs();
  const text = size.isZero()
    ? "0"
    : size.gte(HUGE) || size.lt(TINY)
      ? scientific(size)
      : size.gte(1)
        ? grouped(size.toDecimalPlaces(size.gte(1000) ? 0 : 2).toFixed())
        : size.toSignificantDigits(3).toFixed();
  return value.isNegative() && text !== "0" ? `${MINUS}${text}` : text;
};

/** A fraction as per cent: `12.5%`. */
export const percent = (value: Decimal | null): string => {
  if (value === null) return UNKNOWN_TEXT;
  const hundred = value.times(100);
  const size = hundred.abs();
  const digits = size.gte(HUGE_PERCENT)
    ? scientific(size)
    : grouped(size.toDecimalPlaces(size.gte(100) ? 0 : 1).toFixed());
  const text = `${digits}%`;
  return hundred.isNegative() && text !== "0%" ? `${MINUS}${text}` : text;
};

/** The change of an amount in words of its size: `+50%`; empty where the earlier amount says nothing. */
export const relativeChange = (before: Decimal | null, after: Decimal | null): string => {
  if (before === null || after === null || before.lte(0) || before.eq(after)) return "";
  return signed(after.minus(before).div(before), percent);
};
