import { readFileSync } from "node:fs";
import { Decimal } from "../core/decimal.ts";
import { readCsv } from "./csv.ts";

/** What one euro was worth on a day. */
export interface EuroRate {
  /** Units of the currency per euro. */
  readonly perEuro: Decimal;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly source: string;
}

/** The built-in rates of exchange with the bytes they were read from, for the price list's digest. */
export interface EuroRates {
  readonly bytes: Buffer;
  /** By ISO 4217 code; the euro itself is 1. */
  readonly of: ReadonlyMap<string, EuroRate>;
}

const FILE = new URL("./data/exchange-rates.csv", import.meta.url);

export const readEuroRates = (): EuroRates => {
  const bytes = readFileSync(FILE);
  const [, ...rows] = readCsv(bytes.toString("utf8"), "exchange-rates.csv");
  const of = rows.map(({ fields: [currency = "", perEuro = "", asOf = "", source = ""] }): [string, EuroRate] => [
    currency,
    { perEuro: new Decimal(perEuro), asOf, source },
  ]);
  return { bytes, of: new Map(of) };
};
