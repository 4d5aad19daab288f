import { Decimal } from "../core/decimal.ts";
import { isDate } from "./date.ts";

/** One line of a price file as it was written, checked but with its numbers still as text. */
export interface PriceRow {
  readonly line: number;
  readonly region: string;
  readonly item: string;
  readonly unit: string;
  readonly currency: string;
  readonly upTo: string;
  readonly amount: string;
  readonly asOf: string;
  readonly source: string;
  readonly note: string;
  readonly low: string;
  readonly high: string;
}

const REQUIRED_TEXTS = ["region", "item", "unit", "source"] as const;
const NUMBER = /^\d+(\.\d+)?$/;

/** What is wrong with a row in itself; null where nothing is. */
export const rowProblem = (row: PriceRow): string | null => {
  for (const column of REQUIRED_TEXTS) if (row[column] === "") return `${column} is empty`;
  if (/[\s,]/.test(row.item)) return `item "${row.item}" must be a path without spaces`;
  if (!/^[A-Z]{3}$/.test(row.currency)) return `currency "${row.currency}" is not an ISO 4217 code`;
  if (!NUMBER.test(row.amount)) return `amount "${row.amount}" is not a plain number that is at least 0`;
  if (row.upTo !== "" && !(NUMBER.test(row.upTo) && Number(row.upTo) > 0))
    return `up_to "${row.upTo}" is not a plain number above 0`;
  if (!isDate(row.asOf)) return `as_of "${row.asOf}" is not a date as YYYY-MM-DD`;
  if ((row.low === "") !== (row.high === "")) return "low and high must be given together";
  if (row.low !== "") {
    if (!NUMBER.test(row.low) || !NUMBER.test(row.high))
      return `low "${row.low}" and high "${row.high}" must be plain numbers`;
    const amount = new Decimal(row.amount);
    if (amount.lt(row.low) || amount.gt(row.high) || amount.isZero())
      return `amount ${row.amount} is not between low ${row.low} and high ${row.high}, above 0`;
  }
  return null;
};

/** What is wrong with a row after an earlier one of the same item and region; null where it is its next tier. */
export const tierProblem = (previous: PriceRow, row: PriceRow): string | null => {
  const name = `${row.item} in ${row.region}`;
  if (previous.upTo === "") return `${name} stands here a second time, after its last tier in line ${previous.line}`;
  if (row.upTo !== "" && new Decimal(row.upTo).lte(previous.upTo))
    return `${name}: up_to ${row.upTo} is not above ${previous.upTo} in line ${previous.line}`;
  if (row.unit !== previous.unit || row.currency !== previous.currency)
    return `${name}: its tiers must share unit and currency`;
  return null;
};

/** What is wrong with a row as one of a whole file: its tiers must end in one without an end. */
export const endProblem = (row: PriceRow, rows: readonly PriceRow[]): string | null => {
  const ends = row.upTo === "" || rows.some((later) => later.line > row.line && later.region === row.region);
  return ends ? null : `${row.item} in ${row.region} has no last tier: its up_to must be empty`;
};
