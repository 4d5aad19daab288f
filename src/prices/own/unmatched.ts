import type { Diagnostic } from "../../core/diagnostic.ts";
import { nearest } from "../../core/nearest.ts";
import type { HardwareCatalogue } from "../../model/hardware.ts";
import type { Discount, OwnPrices, OwnRate } from "../../model/own-prices.ts";
import type { PriceQuery } from "../../model/price.ts";
import { priceTables } from "../every-price.ts";
import { regionProblem } from "../regions.ts";
import { SITE_ITEMS } from "../site-items.ts";
import { fitsFamily } from "./contract.ts";
import { globPattern } from "./glob.ts";

/** An item that has a price, whatever its region. */
type Item = Pick<PriceQuery, "service" | "item">;

/** A rate or discount of one's own, by its place in rackrate.yaml. */
interface OwnPrice extends Partial<Pick<Discount, "service" | "family" | "region" | "item">> {
  readonly place: string;
}

const placed = (list: "rates" | "discounts", all: readonly (Discount | OwnRate)[]): readonly OwnPrice[] =>
  all.map((one, index) => ({ ...one, place: `prices.${list}[${index}]` }));

/**
 * Warnings about rates and discounts that nothing can ever be priced by: neither what was asked for in this run nor any
 * item of the list in use is meant by them. All of the list is read only where one of them was not asked for.
 */
export const unmatchedPrices = (
  { rates, discounts }: OwnPrices,
  asked: Iterable<PriceQuery>,
  importFolder: string,
  hardware: HardwareCatalogue,
): readonly Diagnostic[] => {
  const all = [...placed("rates", rates), ...placed("discounts", discounts)];
  if (all.length === 0) return [];
  const inUse = [...asked];
  const left = all.filter((own) => !inUse.some(meansBy(own)));
  if (left.length === 0) return [];
  const items = itemsOf(importFolder);
  return left.flatMap((own) => {
    const wrongRegion = own.region === undefined ? null : regionProblem(own.region);
    if (wrongRegion !== null) return [warning(own, "region", `${wrongRegion.problem}.`, wrongRegion.hint)];
    const server = own.item?.startsWith("server/") ? own.item.slice("server/".length) : undefined;
    if (items.some(meansBy(own)) || (server !== undefined && isServer(server, hardware))) return [];
    return [unmatched(own, items, server === undefined ? [] : hardware.nearest("server", server))];
  });
};

const meansBy = ({ service, family, item }: OwnPrice): ((asked: Item) => boolean) => {
  const pattern = item === undefined ? null : globPattern(item);
  return (asked) =>
    (service === undefined || service === asked.service) &&
    (pattern?.test(asked.item) ?? true) &&
    fitsFamily({ family }, asked);
};

const isServer = (model: string, hardware: HardwareCatalogue): boolean =>
  model.includes("*") || hardware.server(model) !== null;

/** Every item of the list in use and of a site, once each. */
const itemsOf = (importFolder: string): readonly Item[] => {
  const items = new Map<string, Item>();
  for (const name of SITE_ITEMS.keys()) {
    const [service = "", item = ""] = name.split(" ");
    items.set(name, { service, item });
  }
  for (const { service, rows } of priceTables(importFolder))
    for (const { item } of rows) items.set(`${service} ${item}`, { service, item });
  return [...items.values()];
};

/** What of it is at fault, and what may have been meant: what fits in all else. */
const unmatched = (own: OwnPrice, items: readonly Item[], servers: readonly string[]): Diagnostic => {
  const { service, family, item } = own;
  const services = new Set(items.map((one) => one.service));
  if (service !== undefined && !services.has(service) && servers.length === 0) {
    const message = `the price list in use has no service ${service}.`;
    return warning(own, "service", message, didYouMean(nearest(service, services)));
  }
  if (item === undefined)
    return warning(own, "family", `the price list in use has nothing of the family ${family}.`, undefined);
  const there = items.filter((one) => service === undefined || service === one.service).map((one) => one.item);
  const meant = servers.length > 0 ? servers.map((model) => `the server ${model}`) : nearest(item, new Set(there));
  return warning(
    own,
    "item",
    `nothing is priced by it: no item of the price list in use is ${item}${family === undefined ? "" : ` of the family ${family}`}.`,
    didYouMean(meant) ?? "rackrate prices show aws PATTERN shows the items that there are.",
  );
};

const didYouMean = (names: readonly string[]): string | undefined =>
  names.length === 0 ? undefined : `Did you mean ${names.join(" or ")}?`;

const warning = ({ place }: OwnPrice, property: string, problem: string, hint: string | undefined): Diagnostic => ({
  severity: "warning",
  code: "own-price-unmatched",
  message: `${place}.${property}: ${problem}`,
  place: { property: `${place}.${property}` },
  ...(hint && { hint }),
});
