import type { OfferField, OfferRow } from "../offer-row.ts";

/** AWS units, in lower case, each with how many of it make one of ours. */
export type Units = Readonly<Record<string, number>>;

/** Which rows of an offer are the price of which of our items. The first rule that fits a row takes it. */
export interface MappingRule {
  /** On the whole usage type without its region. */
  readonly usage: RegExp;
  readonly where?: Readonly<Partial<Record<OfferField, readonly string[]>>>;
  readonly units: Units;
  readonly unit: string;
  /** Our item; or, from the row and the groups of `usage`, the item, `null` where the row is none. */
  readonly item: string | ((row: OfferRow, groups: readonly string[]) => string | null);
  /** Another item of the same service, charged besides and held in ours. */
  readonly plus?: string;
  /** What a reader must know of the amount. */
  readonly note?: string;
}

/** What is read from the offers of one service. */
export interface ServiceMapping {
  readonly service: string;
  /**
   * True where its units were read in real offers: a row in any other refuses the file, since its number would mean
   * something else. Elsewhere AWS may well write a unit in another way, and such a row is left out as bad.
   */
  readonly unitsVerified?: true;
  /** True where rows that name no region, but an edge location or no place at all, are prices for all regions. */
  readonly everywhere?: true;
  /** Rows with other values are never ours, and are left out while reading. An empty text stands for no value. */
  readonly keep?: Readonly<Partial<Record<OfferField, readonly string[]>>>;
  readonly rules: readonly MappingRule[];
}

export const HOURS: Units = { hrs: 1, hours: 1, hour: 1, hr: 1 };
export const GB: Units = { gb: 1, gigabytes: 1 };
export const GB_MONTHS: Units = { "gb-mo": 1, "gb-month": 1, "gb-months": 1 };
export const RESERVATIONS: Units = { quantity: 1 };
const REQUEST_UNITS = ["requests", "request", "api requests", "api request", "api calls", "count"] as const;

/** Requests and the like, sold by the one and priced here by the `count`. */
export const requestsBy = (count: number, ...others: readonly string[]): Units =>
  Object.fromEntries([...REQUEST_UNITS, ...others].map((unit) => [unit, count]));

export { HOURS_IN_MONTH } from "../../month.ts";

const TERMS: Readonly<Record<string, string>> = { "1yr": "1y", "1 yr": "1y", "3yr": "3y", "3 yr": "3y" };
const PAYMENTS: Readonly<Record<string, string>> = {
  "No Upfront": "no-upfront",
  NoUpfront: "no-upfront",
  "Partial Upfront": "partial-upfront",
  PartialUpfront: "partial-upfront",
  "All Upfront": "all-upfront",
  AllUpfront: "all-upfront",
};

/**
 * How a row is bought, as the end of an item: `on-demand`, `reserved-standard-1y-no-upfront`, and for the fee that is
 * paid at once `reserved-…-fee`. `null` for the zero hours of what is all paid at once, and for terms that are unknown.
 */
export const purchaseOf = (row: OfferRow, withClass: boolean): string | null => {
  if (row.termType === "" || row.termType === "OnDemand") return "on-demand";
  const term = TERMS[row.lease];
  const payment = PAYMENTS[row.purchase];
  if (row.termType !== "Reserved" || term === undefined || payment === undefined) return null;
  if (withClass && row.offering !== "standard" && row.offering !== "convertible") return null;
  const item = ["reserved", ...(withClass ? [row.offering] : []), term, payment].join("-");
  if (row.unit.toLowerCase() in RESERVATIONS) return payment === "no-upfront" ? null : `${item}-fee`;
  return payment === "all-upfront" ? null : item;
};

/** The unit of what is bought: fees are paid by reservation. */
export const isFee = (item: string): boolean => item.endsWith("-fee");
