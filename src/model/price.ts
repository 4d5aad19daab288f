import type { Decimal } from "../core/decimal.ts";
import type { Source } from "../core/figure.ts";
import type { Month } from "../core/period.ts";
import type { Commitment } from "./own-prices.ts";
import type { Assumption } from "./plan.ts";

/**
 * What a resource asks of the price list: never a price, always a question. `item` is the project's own key inside a
 * service, a path from the general to the special: `instance/p5.48xlarge/linux/shared/on-demand`, `volume/gp3/storage`.
 */
export interface PriceQuery {
  /**
   * `aws` for AWS list prices, `site` for what a data centre of one's own pays, `own` for rates the user states, `ecb`
   * for rates of exchange: what a euro costs in another currency.
   */
  readonly vendor: "aws" | "site" | "own" | "ecb";
  /** AWS service code (`AmazonEC2`, `AWSELB` …), or a group of site prices (`server`, `power`, `facility`, `people`). */
  readonly service: string;
  /** AWS region code; `null` where the vendor has none. */
  readonly region: string | null;
  readonly item: string;
}

/** One step of a price: up to a monthly quantity (cumulative; `null` for no end) each unit costs `amount`. */
export interface PriceTier {
  readonly upTo: Decimal | null;
  readonly amount: Decimal;
}

/** What a unit is charged, in one currency, with its date and source. Tiers are ascending and the last has no end. */
export interface Price {
  readonly query: PriceQuery;
  readonly unit: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly tiers: readonly [PriceTier, ...PriceTier[]];
  readonly source: Source;
  /** What the public list says, where `tiers` hold a contracted price: a discount or a negotiated rate. */
  readonly listTiers?: readonly [PriceTier, ...PriceTier[]];
  /** Range around the expected amount where the source gives one, as factors of the amount. */
  readonly range?: { readonly low: Decimal; readonly high: Decimal };
}

/** A price, with named assumptions where it was taken from another date or region; or which price is missing and how to give it. */
export type PriceAnswer =
  | { readonly price: Price; readonly assumptions: readonly string[] }
  | {
      readonly price: null;
      readonly missing: string;
      readonly hint?: string;
      /** True where no list knows anything of this name, in no region and on no terms: it is probably a typing error. */
      readonly misnamed?: true;
    };

/** The prices that hold in a month. Asking loads only what the question needs. */
export interface MonthPrices {
  /** ISO 4217: what every price is in. */
  readonly currency: string;
  readonly find: (query: PriceQuery) => PriceAnswer;
  /** Commitments that cover usage before on-demand does; absent where none is owned. */
  readonly commitments?: CommitmentBook;
}

/** The prices that hold from a month of the horizon on: a discount, a rate or a commitment of one's own begins or ends there. */
export interface LaterPrices extends MonthPrices {
  /** Months after the start. */
  readonly from: number;
  readonly month: Month;
}

/** The prices of a horizon, from its first month on. */
export interface PriceBook extends MonthPrices {
  readonly id: string;
  /** In the order of their months; absent where nothing changes within the horizon. */
  readonly later?: readonly LaterPrices[];
  /** The identity of what was used so far: digest, oldest and newest date. */
  readonly identity: () => PriceListIdentity;
  /** What holds for all prices that were used so far: the rates of exchange. */
  readonly assumptions: () => readonly Assumption[];
}

/** Commitments that are owned, ready to be applied to what a side of a plan uses. */
export interface CommitmentBook {
  /** Their amounts are in USD, as AWS sells them. */
  readonly owned: readonly Commitment[];
  /** What one USD is worth in the book's currency. */
  readonly dollar: ExchangeRate;
  readonly hoursPerMonth: number;
  /** YYYY-MM-DD: commitments whose term has not begun on this day, or is over, cover nothing. */
  readonly day: string;
}

/** What one unit of a currency is worth in another. */
export interface ExchangeRate {
  readonly factor: Decimal;
  /** The rate with its date and source, to follow a price's own source: `, 1 USD = 0.9 EUR (ECB …, 2026-10-30)`; empty for the same currency. */
  readonly note: string;
}

export interface PriceListIdentity {
  readonly id: string;
  /** `sha256:…` over the rows of the list. */
  readonly digest: string;
  /** Dates YYYY-MM-DD of the oldest and newest price that was used; `null` where none was. */
  readonly oldest: string | null;
  readonly newest: string | null;
}
