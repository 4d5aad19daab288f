import { Decimal, type DecimalValue } from "../core/decimal.ts";
import { type Source, sourceOf, walk } from "../core/figure.ts";
import type { HardwareCatalogue, Server } from "../model/hardware.ts";
import type { Price, PriceAnswer, PriceQuery } from "../model/price.ts";
import type { FacilitySettings } from "../model/settings.ts";
import { statedSource } from "../model/stated-figure.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import { usesOf } from "../model/stated-range.ts";
import { readSiteDefaults, type SiteDefaults } from "./site-defaults.ts";
import { SITE_ITEMS, type SiteItem } from "./site-items.ts";

/** What the defaults are in. */
const DEFAULTS_IN = "USD";

/** What the site pays, to be asked. */
export interface SitePrices {
  readonly find: (query: PriceQuery) => PriceAnswer;
  /** Content of the defaults, where one was used. */
  readonly read: () => Buffer | null;
}

/**
 * What a data centre of one's own pays: as rackrate.yaml states it under `facility`, in `currency`, else a dated default
 * in USD that is a named assumption.
 */
export const openSitePrices = (
  facility: FacilitySettings,
  hardware: HardwareCatalogue,
  currency: string,
): SitePrices => {
  let defaults: SiteDefaults | null = null;

  const ofItem = (query: PriceQuery, item: SiteItem): PriceAnswer => {
    const place = `rackrate.yaml facility.${item.setting}`;
    const stated = facility[item.setting];
    if (stated !== undefined) {
      const spread = spreadOf(stated, place);
      return { price: priceOf(query, item, spread, currency), assumptions: [] };
    }
    defaults ??= readSiteDefaults();
    const taken = defaults.of[item.setting];
    const title = taken.note === "" ? taken.source : `${taken.source}; ${taken.note}`;
    const source = { title, asOf: taken.asOf };
    return {
      price: priceOf(query, item, { ...taken, source }, isShare(item) ? currency : DEFAULTS_IN),
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
      currency,
      tiers: [{ upTo: null, amount: server.price.value }],
      source: sourceOf(server.price),
      ...rangeOfServer(server),
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

/** How far the price of a server may be off, as factors: as rackrate.yaml states it. */
const rangeOfServer = (server: Server): Pick<Price, "range"> => {
  const [use] = usesOf(server, server.steps ?? [], ({ price }) => price.value);
  return use?.shape.kind === "curve" ? { range: { low: use.shape.low, high: use.shape.high } } : {};
};

interface Spread<Value extends DecimalValue = DecimalValue> {
  readonly value: Value;
  readonly low?: Value | undefined;
  readonly high?: Value | undefined;
  readonly source: Source;
}

/** A stated number with its range and where it stands. */
const spreadOf = (stated: StatedNumber, place: string): Spread<number> => {
  const source = statedSource(stated, place);
  return typeof stated === "number"
    ? { value: stated, source }
    : { value: stated.value, low: stated.low, high: stated.high, source };
};

const isShare = ({ unit }: SiteItem): boolean => typeof unit !== "string";

const priceOf = (query: PriceQuery, item: SiteItem, { value, low, high, source }: Spread, currency: string): Price => {
  const amount = item.per(new Decimal(value));
  const ranged = (low !== undefined || high !== undefined) && !amount.isZero();
  return {
    query,
    unit: typeof item.unit === "string" ? item.unit : item.unit(currency),
    currency,
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
