import { createHash } from "node:crypto";
import { ByWords } from "../core/by-words.ts";
import type { Month } from "../core/period.ts";
import type { HardwareCatalogue } from "../model/hardware.ts";
import { NO_OWN_PRICES, type OwnPrices } from "../model/own-prices.ts";
import type { MonthPrices, PriceAnswer, PriceBook, PriceListIdentity, PriceQuery } from "../model/price.ts";
import type { FacilitySettings } from "../model/settings.ts";
import { type AwsList, openAwsList } from "./aws-list.ts";
import { isDate } from "./date.ts";
import { openExchange, type PriceExchange } from "./exchange.ts";
import { openContract } from "./own/contract.ts";
import { changesOf, dayOf } from "./own/terms.ts";
import { openSitePrices } from "./site-prices.ts";

/** What a price book is opened with. */
export interface PriceBookOptions {
  /** What the site pays. */
  readonly facility: FacilitySettings;
  /** What its servers cost, in the currency of `exchange`. */
  readonly hardware: HardwareCatalogue;
  /** The currency that everything is counted in, and the way into it; USD if absent. */
  readonly exchange?: PriceExchange;
  /** AWS's list; the built-in one if absent. */
  readonly aws?: AwsList;
  /** What the user pays instead of list prices, in the months of a horizon. */
  readonly own?: OwnHorizon;
}

/** Prices of one's own and the months that they are asked for, which are those of the estimate, each of so many hours. */
export interface OwnHorizon {
  readonly prices: OwnPrices;
  readonly startMonth: Month;
  readonly horizonMonths: number;
  readonly hoursPerMonth: number;
}

/** No months of them matter: nothing begins or ends. */
const NOTHING_OWNED: OwnHorizon = {
  prices: NO_OWN_PRICES,
  startMonth: "1970-01",
  horizonMonths: 1,
  hoursPerMonth: 730,
};

/** The prices that an estimate asks: AWS's list and the site's own. Each question is answered once a month and remembered. */
export const openPriceBook = ({
  facility,
  hardware,
  aws = openAwsList(),
  own = NOTHING_OWNED,
  exchange = openExchange("USD", own.prices.exchangeRates, aws),
}: PriceBookOptions): PriceBook => {
  const { currency } = exchange;
  const site = openSitePrices(facility, hardware, currency);
  const ask = (query: PriceQuery): PriceAnswer => {
    if (query.vendor === "aws") return aws.find(query);
    if (query.vendor === "site") return site.find(query);
    return { price: null, missing: `${query.service} ${query.item}: no rate of your own is stated` };
  };

  const { prices, startMonth, horizonMonths, hoursPerMonth } = own;
  const owned = prices.commitments;
  const dollar = owned.length > 0 ? exchange.rate("USD") : null;
  /** All answers of all months. */
  const given: PriceAnswer[] = [];
  /** The prices by which a month is counted. */
  const pricesOf = (month: Month): MonthPrices => {
    const contract = openContract(prices, exchange, month, startMonth);
    const answers = new ByWords<PriceAnswer>();
    const find = (query: PriceQuery): PriceAnswer =>
      answers.of([query.vendor, query.service, query.region ?? "", query.item], () => {
        const answer = contract(query, ask(query));
        given.push(answer);
        return answer;
      });
    return { currency, find, ...(dollar && { commitments: { owned, dollar, hoursPerMonth, day: dayOf(month) } }) };
  };

  const identity = (): PriceListIdentity => {
    const files = new Map([...aws.read(), ...exchange.read()]);
    const siteDefaults = site.read();
    if (siteDefaults !== null) files.set("site/defaults.json", siteDefaults);
    const digest = createHash("sha256");
    for (const name of [...files.keys()].sort()) digest.update(`${name}\0`).update(files.get(name)!).update("\0");

    const dates = given
      .flatMap(({ price }) => (price?.source.asOf && isDate(price.source.asOf) ? [price.source.asOf] : []))
      .sort();
    return {
      id: aws.id,
      digest: `sha256:${digest.digest("hex")}`,
      oldest: dates[0] ?? null,
      newest: dates.at(-1) ?? null,
    };
  };

  const changes = changesOf(prices, startMonth, horizonMonths);
  return {
    ...pricesOf(startMonth),
    id: aws.id,
    identity,
    assumptions: exchange.assumptions,
    ...(changes.length > 0 && { later: changes.map((change) => ({ ...change, ...pricesOf(change.month) })) }),
  };
};
