import { readFileSync } from "node:fs";
import { Decimal } from "../core/decimal.ts";
import type { PriceAnswer, PriceQuery } from "../model/price.ts";
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

/** The service code of rates of exchange, in questions and in locks. */
export const RATE_SERVICE = "ECB";
const RATE_ITEM = "exchange-rate/";

/** What one euro costs in a currency, as a question to the list in use, so that a lock pins rates of exchange as it does prices. */
export const euroQuery = (currency: string): PriceQuery => ({
  vendor: "ecb",
  service: RATE_SERVICE,
  region: null,
  item: `${RATE_ITEM}${currency}`,
});

/** A list that can be asked for rates of exchange, and names the files that it read them from. */
export interface RateList {
  readonly find: (query: PriceQuery) => PriceAnswer;
  readonly read: () => ReadonlyMap<string, Buffer>;
}

/** The built-in rates as a list. The file is read at the first question. */
export const openEuroRates = (): RateList => {
  let rates: EuroRates | null = null;
  const find = (query: PriceQuery): PriceAnswer => {
    rates ??= readEuroRates();
    const currency = query.item.slice(RATE_ITEM.length);
    const rate = rates.of.get(currency);
    if (rate === undefined) return { price: null, missing: `the ECB publishes no rate of exchange of ${currency}` };
    const { perEuro, asOf, source } = rate;
    return {
      price: {
        query,
        unit: "EUR",
        currency,
        tiers: [{ upTo: null, amount: perEuro }],
        source: { title: source, asOf },
      },
      assumptions: [],
    };
  };
  return { find, read: () => (rates === null ? new Map() : new Map([["exchange-rates.csv", rates.bytes]])) };
};
