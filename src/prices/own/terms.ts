import { addMonths, type Month } from "../../core/period.ts";
import type { Commitment, OwnPrices } from "../../model/own-prices.ts";

/** Months of a term. */
export const MONTHS: Readonly<Record<Commitment["term"], number>> = { "1y": 12, "3y": 36 };

/** The day after a commitment's last. Of a term that begins on a 29th of February it is a 1st of March. */
const endOf = ({ start, term }: Commitment): string => {
  const [year = 0, month = 1, day = 1] = start.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + MONTHS[term], day)).toISOString().slice(0, 10);
};

/** The day by which a month is priced: its first. */
export const dayOf = (month: Month): string => `${month}-01`;

/** True in the months that are priced by what holds until a day. */
export const lasts = (until: string, month: Month): boolean => dayOf(month) <= until;

/** The first month in which what ends on a day holds no longer. */
export const monthAfter = (until: string): Month => addMonths(until.slice(0, "YYYY-MM".length), 1);

const DATED = /^From \d{4}-\d{2} on: /;

/** A remark that is true from a month on; one that says so itself stays as it is. */
export const fromMonth = (month: Month, text: string): string =>
  DATED.test(text) ? text : `From ${month} on: ${text}`;

/** Why a commitment covers nothing on a day: its term has not begun, or is over. `null` in its term. */
export const outsideTerm = (commitment: Commitment, day: string): string | null => {
  const { id, start } = commitment;
  if (day < start) return `${id} is not applied: it begins on ${start}`;
  const end = endOf(commitment);
  return day >= end ? `${id} is not applied: it ends on ${end}` : null;
};

/**
 * The months after the start, up to a horizon's end, in which other prices of one's own hold than in the month before.
 * A month is priced by what holds on its first day, so that a term covers as many months as it has.
 */
export const changesOf = (
  { discounts, rates, commitments }: OwnPrices,
  startMonth: Month,
  horizonMonths: number,
): readonly { readonly from: number; readonly month: Month }[] => {
  const ends = [...discounts, ...rates].flatMap(({ until }) => until ?? []);
  const standing = (month: Month): string => {
    const day = dayOf(month);
    return [...ends.map((until) => lasts(until, month)), ...commitments.map((one) => outsideTerm(one, day))].join();
  };
  const months = Array.from({ length: horizonMonths }, (_, from) => ({ from, month: addMonths(startMonth, from) }));
  const states = months.map(({ month }) => standing(month));
  return months.filter(({ from }) => from > 0 && states[from] !== states[from - 1]);
};
