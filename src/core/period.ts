import { Decimal } from "./decimal.ts";

/** Months per year, as every conversion between annual and monthly figures uses it. */
export const MONTHS_PER_YEAR: Decimal = new Decimal(12);

/** A calendar month `YYYY-MM`. */
export type Month = string;

/** The month `count` months after `start`. */
export const addMonths = (start: Month, count: number): Month => {
  const [year = 0, month = 1] = start.split("-").map(Number);
  const index = year * 12 + (month - 1) + count;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
};

/** `1 month`, `36 months`; `count` may be digits that are written already. */
export const countedMonths = (count: number | string): string =>
  `${count} ${String(count) === "1" ? "month" : "months"}`;
