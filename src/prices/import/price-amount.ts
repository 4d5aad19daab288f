import { Decimal, plain } from "../../core/decimal.ts";

const NUMBER = /^\d+(?:\.\d+)?$/;

/** True for plain digits that are at least zero: what a list price is. */
export const isAmount = (text: string): boolean => NUMBER.test(text);

/** A decimal text times a factor, in plain digits without idle zeros. No float is met on the way. */
export const scaled = (text: string, factor: number): string => {
  if (factor !== 1) return plain(new Decimal(text).times(factor));
  return text.includes(".") ? text.replace(/\.?0+$/, "") || "0" : text;
};

/** A decimal text in units of which `size` of the listed ones make one: 333000000 requests are 333 million. */
export const inUnitsOf = (text: string, size: number): string =>
  size === 1 ? text : plain(new Decimal(text).div(size));

/** The sum of two decimal texts. */
export const added = (one: string, other: string): string => plain(new Decimal(one).plus(other));
