import { Decimal, ONE } from "../core/decimal.ts";
import { MONTHS_PER_YEAR } from "../core/period.ts";
import type { SitePriceSetting } from "./site-defaults.ts";

/** How a facility setting becomes what one unit of an item costs. `per` keeps the order of low and high. */
export interface SiteItem {
  readonly setting: SitePriceSetting;
  readonly name: string;
  /** What its price is per. That of a share of other money names the money's currency; the share is the same in all. */
  readonly unit: string | ((currency: string) => string);
  readonly per: (value: Decimal) => Decimal;
}

const KILOWATTS_PER_MEGAWATT = new Decimal(1000);
const asIs = (value: Decimal): Decimal => value;

/** Every site price but those of servers, by `service item` of its query. */
export const SITE_ITEMS: ReadonlyMap<string, SiteItem> = new Map(
  Object.entries({
    "power electricity": { setting: "electricityPerKwh", name: "electricity", unit: "kWh", per: asIs },
    "facility colocation": { setting: "colocationPerKwMonth", name: "colocation", unit: "kW-months", per: asIs },
    "facility building": {
      setting: "buildCostPerMw",
      name: "building",
      unit: "kW",
      per: (perMw) => perMw.div(KILOWATTS_PER_MEGAWATT),
    },
    // A share s of servers and network together is s / (1 − s) of the servers alone.
    "network cluster-network": {
      setting: "networkShare",
      name: "cluster network",
      unit: (currency) => `${currency} of servers`,
      per: (share) => share.div(ONE.minus(share)),
    },
    "storage storage/tib": { setting: "storagePerTib", name: "shared storage", unit: "TiB", per: asIs },
    "people staff": {
      setting: "staffPerFteYear",
      name: "staff",
      unit: "FTE-months",
      per: (perYear) => perYear.div(MONTHS_PER_YEAR),
    },
    "support hardware-support": {
      setting: "supportPerYear",
      name: "hardware support",
      unit: (currency) => `${currency}-months of hardware`,
      per: (share) => share.div(MONTHS_PER_YEAR),
    },
  } satisfies Record<string, SiteItem>),
);
