import { Decimal, type DecimalValue, plain } from "../core/decimal.ts";
import { type Figure, type Source, walk } from "../core/figure.ts";
import type { HardwareCatalogue } from "../model/hardware.ts";
import type { Price, PriceAnswer, PriceQuery } from "../model/price.ts";
import type { FacilitySettings, StatedNumber } from "../model/settings.ts";
import { statedSource } from "../model/stated-figure.ts";
import { readSiteDefaults, type SiteDefaults } from "./site-defaults.ts";
import { SITE_ITEMS, type SiteItem } from "./site-items.ts";

const CURRENCY = "USD";

/** What the site pays, to be asked. */
export interface SitePrices {
  readonly find: (query: PriceQuery) => PriceAnswer;
  /** Content of the defaults, where one was used. */
  readonly read: () => Buffer | null;
}

/** What a data centre of one's own pays: as rackrate.yaml states it under `facility`, else a dated default that is a named assumption. */
export const openSitePrices = (facility: FacilitySettings, hardware: HardwareCatalogue): SitePrices => {
  let defaults: SiteDefaults | null = null;

  const ofItem = (query: PriceQuery, item: SiteItem): PriceAnswer => {
    const place = `rackrate.yaml facility.${item.setting}`;
    const stated = facility[item.setting];
    if (stated !== undefined) {
      const { value, low, high, source } = spread(stated, place);
      if (item.setting === "networkShare" && Math.max(value, high ?? value) >= 1) {
        return {
          price: null,
          missing: "cluster network: a share of 1 leaves nothing for servers",
          hint: `Set ${place} below 1.`,
        };
      }
      return { price: priceOf(query, item, value, low, high, source), assumptions: [] };
    }
    defaults ??= readSiteDefaults();
    const taken = defaults.of[item.setting];
    const title = taken.note === "" ? taken.source : `${taken.source}; ${taken.note}`;
    const price = priceOf(query, item, taken.value, taken.low, taken.high, { title, asOf: taken.asOf });
    return {
      price,
      assumptions: [
        `${item.name}: ${taken.value} ${taken.unit}, ${taken.what} (state ${place.slice("rackrate.yaml ".length)})`,
      ],
    };
  };

  const ofServer = (query: PriceQuery, model: string): PriceAnswer => {
    const server = hardware.server(model);
    if (server === null) {
      const meant = hardware.nearest("server", model);
      return {
        price: null,
        missing: `purchase price of a server ${model}: the hardware catalogue has no such model`,
        ...(meant.length > 0 && { hint: `Did you mean ${meant.join(" or ")}?` }),
      };
    }
    if (server.price.value === null) {
      return {
        price: null,
        missing: `purchase price of a ${server.model}`,
        hint: `State it in rackrate.yaml as facility.servers."${server.model}".price.`,
      };
    }
    const price: Price = {
      query,
      unit: "servers",
      currency: CURRENCY,
      tiers: [{ upTo: null, amount: server.price.value }],
      source: sourceOf(server.price),
    };
    return {
      price,
      assumptions: [...walk(server.price)].flatMap((figure) =>
        figure.assumption ? [`${server.model}: ${figure.assumption}`] : [],
      ),
    };
  };

  const find = (query: PriceQuery): PriceAnswer => {
    const item = SITE_ITEMS.get(`${query.service} ${query.item}`);
    if (item !== undefined) return ofItem(query, item);
    if (query.service === "server" && query.item.startsWith("server/"))
      return ofServer(query, query.item.slice("server/".length));
    return { price: null, missing: `site price ${query.service} ${query.item}: there is no such item` };
  };

  return { find, read: () => defaults?.bytes ?? null };
};

interface Spread {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly source: Source;
}

/** A stated number with its range and where it stands. */
const spread = (stated: StatedNumber, place: string): Spread => {
  const source = statedSource(stated, place);
  return typeof stated === "number"
    ? { value: stated, low: undefined, high: undefined, source }
    : { value: stated.value, low: stated.low, high: stated.high, source };
};

const priceOf = (
  query: PriceQuery,
  item: SiteItem,
  value: DecimalValue,
  low: DecimalValue | undefined,
  high: DecimalValue | undefined,
  source: Source,
): Price => {
  const amount = item.per(new Decimal(value));
  const ranged = (low !== undefined || high !== undefined) && !amount.isZero();
  return {
    query,
    unit: item.unit,
    currency: CURRENCY,
    tiers: [{ upTo: null, amount }],
    source,
    ...(ranged && {
      range: {
        low: item.per(new Decimal(low ?? value)).div(amount),
        high: item.per(new Decimal(high ?? value)).div(amount),
      },
    }),
  };
};

/** The first source in a figure's tree: a computed price has none of its own. */
const sourceOf = (figure: Figure): Source => {
  for (const part of walk(figure)) if (part.source !== undefined) return part.source;
  return { title: `${figure.name} ${figure.value === null ? "" : plain(figure.value)}`.trim() };
};
