import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Decimal } from "../core/decimal.ts";
import { HOLDING_FILE, holdingsOf } from "./holding.ts";
import { globPattern } from "./own/glob.ts";
import { readPriceTable } from "./price-file.ts";
import type { PriceRow } from "./price-row.ts";

/** A price as it is shown: one way to buy one item in one region. */
export interface ShownPrice {
  readonly service: string;
  readonly region: string;
  readonly item: string;
  readonly unit: string;
  readonly currency: string;
  /** Of the first tier; a reservation's holds the fee that is paid at once, spread over its hours. */
  readonly amount: Decimal;
  /** Of its tiers, fees and conditions what a reader must know. */
  readonly note: string;
  readonly asOf: string;
  readonly source: string;
}

const BUILT_IN = new URL("./data/aws/", import.meta.url);
const HOURS_IN_YEAR = 8760;
/** Ends of items that are a way to buy a type; other items of a type are charged besides. */
const WAY_TO_BUY = /\/(?:on-demand|spot|capacity-block|reserved[-/].+|[a-z]+-savings-plan-.+)$/;

/**
 * Every price of the list in use that a pattern means, cheapest first: an instance, database or node type, an item, or
 * either with `*` for anything. Reads all files of the list, so it is for looking and not for pricing a plan.
 */
export const everyPrice = (
  pattern: string,
  regions: readonly string[],
  importFolder: string,
): readonly ShownPrice[] => {
  const wanted = globPattern(pattern);
  const means = (item: string): boolean =>
    wanted.test(item) || (!pattern.includes("/") && WAY_TO_BUY.test(item) && wanted.test(item.split("/")[1] ?? ""));
  const found = new Map<string, PriceRow[]>();
  for (const { service, rows } of priceTables(importFolder)) {
    const own = new Map<string, PriceRow[]>();
    for (const row of rows) {
      if (!means(row.item) || (regions.length > 0 && row.region !== "global" && !regions.includes(row.region)))
        continue;
      const key = `${service}\0${row.region}\0${row.item}`;
      const tiers = own.get(key);
      if (tiers === undefined) own.set(key, [row]);
      else tiers.push(row);
    }
    // What was imported comes first, and is what an estimate would use.
    for (const [key, tiers] of own) if (!found.has(key)) found.set(key, tiers);
  }
  const shown = [...found].flatMap(([key, tiers]) => toShown(key, tiers, found) ?? []);
  return shown.sort(
    (one, other) =>
      compare(one.unit, other.unit) ||
      one.amount.cmp(other.amount) ||
      compare(one.region, other.region) ||
      compare(one.item, other.item),
  );
};

/** All rows of the list in use, file by file: what was imported before what comes with rackrate. */
export function* priceTables(
  importFolder: string,
): Generator<{ readonly service: string; readonly rows: Iterable<PriceRow> }> {
  for (const { path, holding } of holdingsOf(importFolder)) {
    for (const name of readdirSync(path)
      .filter((file) => file !== HOLDING_FILE)
      .sort())
      yield { service: holding.service, rows: rowsIn(join(path, name)) };
  }
  for (const name of readdirSync(BUILT_IN)
    .filter((file) => file.endsWith(".csv"))
    .sort())
    yield { service: basename(name).split(".")[0] ?? "", rows: rowsIn(new URL(name, BUILT_IN)) };
}

const rowsIn = (file: string | URL): readonly PriceRow[] =>
  [...readPriceTable(readFileSync(file, "utf8"), basename(String(file))).values()].flat();

const toShown = (
  key: string,
  tiers: readonly PriceRow[],
  all: ReadonlyMap<string, readonly PriceRow[]>,
): ShownPrice | null => {
  const [first] = tiers;
  // A fee is shown with the hours that it is paid for.
  if (first === undefined || first.item.endsWith("-upfront-fee")) {
    const hourly = key.replace(/-fee$/, "");
    if (first === undefined || !first.item.includes("-all-upfront") || all.has(hourly)) return null;
  }
  const years = Number(/-([13])y-[a-z]+-upfront/.exec(first.item)?.[1] ?? 0);
  const isFee = first.item.endsWith("-fee");
  const fee = isFee ? first : all.get(`${key}-fee`)?.[0];
  const spread = fee === undefined || years === 0 ? new Decimal(0) : new Decimal(fee.amount).div(HOURS_IN_YEAR * years);
  const notes = [
    first.note,
    tiers.length > 1 ? `${tiers.length} tiers, down to ${tiers.at(-1)?.amount}` : "",
    fee === undefined
      ? ""
      : `with ${fee.amount} paid at once, spread over ${years === 1 ? "the year" : `${years} years`}`,
    first.low === "" ? "" : `${first.low} to ${first.high}`,
  ];
  return {
    service: key.split("\0")[0] ?? "",
    region: first.region,
    item: first.item.replace(/-fee$/, ""),
    unit: isFee ? "hours" : first.unit,
    currency: first.currency,
    amount: isFee ? spread : new Decimal(first.amount).plus(spread),
    note: notes.filter((note) => note !== "").join("; "),
    asOf: first.asOf,
    source: first.source,
  };
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
