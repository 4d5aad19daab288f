import { createHash } from "node:crypto";
import type { HardwareCatalogue } from "../model/hardware.ts";
import { NO_OWN_PRICES, type OwnPrices } from "../model/own-prices.ts";
import type { PriceAnswer, PriceBook, PriceListIdentity, PriceQuery } from "../model/price.ts";
import type { FacilitySettings } from "../model/settings.ts";
import { type AwsList, openAwsList } from "./aws-list.ts";
import { isDate } from "./date.ts";
import { openExchange, type PriceExchange } from "./exchange.ts";
import { openContract } from "./own/contract.ts";
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
  /** What the user pays instead of list prices, judged on a day (YYYY-MM-DD) and for months of so many hours. */
  readonly own?: { readonly prices: OwnPrices; readonly today: string; readonly hoursPerMonth: number };
}

/** The prices that an estimate asks: AWS's list and the site's own. Each question is answered once and remembered. */
export const openPriceBook = ({
  facility,
  hardware,
  aws = openAwsList(),
  own,
  exchange = openExchange("USD", own?.prices.exchangeRates, aws),
}: PriceBookOptions): PriceBook => {
  const site = openSitePrices(facility, hardware, exchange.currency);
  const contract = openContract(own?.prices ?? NO_OWN_PRICES, own?.today ?? "", exchange);
  const answers = new Map<string, PriceAnswer>();

  const ask = (query: PriceQuery): PriceAnswer => {
    if (query.vendor === "aws") return aws.find(query);
    if (query.vendor === "site") return site.find(query);
    return { price: null, missing: `${query.service} ${query.item}: no rate of your own is stated` };
  };

  const find = (query: PriceQuery): PriceAnswer => {
    const key = `${query.vendor} ${query.service} ${query.region ?? ""} ${query.item}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = contract(query, ask(query));
    answers.set(key, answer);
    return answer;
  };

  const identity = (): PriceListIdentity => {
    const files = new Map([...aws.read(), ...exchange.read()]);
    const siteDefaults = site.read();
    if (siteDefaults !== null) files.set("site/defaults.json", siteDefaults);
    const digest = createHash("sha256");
    for (const name of [...files.keys()].sort()) digest.update(`${name}\0`).update(files.get(name)!).update("\0");

    const dates = [...answers.values()]
      .flatMap(({ price }) => (price?.source.asOf && isDate(price.source.asOf) ? [price.source.asOf] : []))
      .sort();
    return {
      id: aws.id,
      digest: `sha256:${digest.digest("hex")}`,
      oldest: dates[0] ?? null,
      newest: dates.at(-1) ?? null,
    };
  };

  const owned = own?.prices.commitments ?? [];
  const dollar = own !== undefined && owned.length > 0 ? exchange.rate("USD") : null;
  return {
    id: aws.id,
    currency: exchange.currency,
    find,
    identity,
    assumptions: exchange.assumptions,
    ...(own !== undefined &&
      dollar && { commitments: { owned, dollar, hoursPerMonth: own.hoursPerMonth, today: own.today } }),
  };
};
