import { readFileSync } from "node:fs";
import { plain } from "../core/decimal.ts";
import { nearest } from "../core/nearest.ts";
import type { Price, PriceAnswer, PriceQuery } from "../model/price.ts";
import { AwsFiles, isInstanceItem } from "./aws-files.ts";
import { openEuroRates } from "./euro-rates.ts";
import { kindOfItem } from "./holding.ts";
import type { ImportedPrices } from "./imported-prices.ts";
import { instanceGap } from "./instance-gap.ts";
import { type PriceRows, type PriceTable, regionsOf, rowsOf, toPrice } from "./price-file.ts";
import { isApart, regionProblem } from "./regions.ts";
import { syncHint } from "./sync-hint.ts";

/** The first region whose prices stand in for another's, under a named assumption: the list holds most of it. */
const HOME_REGION = "us-east-1";
/** The region of what costs the same everywhere, in rows and in questions. */
const EVERYWHERE = "global";

const STATE_THE_RATE = "State the rate that you pay under prices.rates of rackrate.yaml, by this item.";

interface ListFacts {
  readonly id: string;
  /** Older prices are used only with a named assumption. */
  readonly staleBefore: string;
}

/** AWS's list prices as they come with rackrate, and the ECB's rates of exchange. */
export interface AwsList {
  readonly id: string;
  readonly find: (query: PriceQuery) => PriceAnswer;
  readonly read: () => ReadonlyMap<string, Buffer>;
}

/** What a list says of an item, and whether it was imported. */
interface Found {
  readonly rows: PriceRows;
  readonly imported: boolean;
  /** What the built-in list says where an imported price stands in its place. */
  readonly builtIn?: PriceRows;
}

/**
 * Opens the built-in list, and before it what the user imported. Nothing is read before the first question, and then
 * only the service that it asks for.
 */
export const openAwsList = (files: AwsFiles = new AwsFiles(), imports?: ImportedPrices): AwsList => {
  const facts = JSON.parse(readFileSync(new URL("./data/aws/list.json", import.meta.url), "utf8")) as ListFacts;
  const { staleBefore } = facts;
  const euroRates = openEuroRates();
  const id = imports?.any ? `${facts.id}+imported` : facts.id;

  const answer = ({ rows, imported, builtIn }: Found, query: PriceQuery, ...assumptions: string[]): PriceAnswer => {
    const price = toPrice(rows, query);
    const [first] = rows;
    const { asOf = first.asOf } = price.source;
    if (builtIn !== undefined && first.asOf < builtIn[0].asOf)
      assumptions.push(
        `imported price of ${first.asOf} used, though the built-in list has one of ${builtIn[0].asOf}: import a newer list`,
      );
    else if (asOf < staleBefore)
      assumptions.push(
        `prices of ${asOf} used, the newest that ${imported ? "was imported" : "the built-in list has"}`,
      );
    if (price.range !== undefined) assumptions.push(rangeAssumption(price, first.low, first.high));
    return { price, assumptions };
  };

  const find = (query: PriceQuery): PriceAnswer => {
    if (query.vendor === "ecb") return euroRates.find(query);
    const problem = query.region === null || query.region === EVERYWHERE ? null : regionProblem(query.region);
    if (problem !== null)
      return { price: null, missing: `${query.service} ${query.item}: ${problem.problem}`, hint: problem.hint };

    const tables = files.tables(query.service, query.item);
    const rowsFor = (region: string): Found | undefined => {
      const imported = imports?.rows(query.service, query.item, region);
      const builtIn = tables.map((table) => rowsOf(table, query.item, region)).find((rows) => rows !== undefined);
      if (imported !== undefined) return { rows: imported, imported: true, ...(builtIn && { builtIn }) };
      if (builtIn !== undefined) return { rows: builtIn, imported: false };
      return undefined;
    };

    const rows = (query.region === null ? undefined : rowsFor(query.region)) ?? rowsFor(EVERYWHERE);
    if (rows !== undefined) return answer(rows, query);
    // Another region's hours would be a guess at what decides the cost, and so would its rates under a plan.
    if (kindOfItem(query.item) === ".savings-plan") return { price: null, ...planGap(query) };
    if (isInstanceItem(query.item)) return { price: null, ...instanceGap(query, tables) };
    if (query.region === null || !isApart(query.region)) {
      for (const region of [HOME_REGION, ...regionsWith(tables, query.item)]) {
        const found = rowsFor(region);
        if (found !== undefined) return answer(found, query, standInAssumption(region, query.region));
      }
    }
    const known = tables.flatMap((table) => [...table.keys()]);
    const meant = nearest(query.item, known);
    return {
      price: null,
      missing: `${query.service} ${query.item}${query.region === null ? "" : ` in ${query.region}`}: the built-in list has no price`,
      hint: `${meant.length > 0 ? `The nearest that it has: ${meant.join(", ")}. ` : ""}${STATE_THE_RATE} ${syncHint(query.region, query.service)}`,
    };
  };

  return { id, find, read: () => new Map([...files.read(), ...(imports?.read() ?? []), ...euroRates.read()]) };
};

const planGap = ({ service, item, region }: PriceQuery): { readonly missing: string; readonly hint: string } => {
  const offer = service === "AmazonSageMaker" ? "AWSMachineLearningSavingsPlans" : "AWSComputeSavingsPlan";
  return {
    missing: `${service} ${item}${region === null ? "" : ` in ${region}`}: no list of Savings Plans with it was imported`,
    hint: syncHint(region, offer),
  };
};

/** The regions that know an item and may stand in for another, in the order of their names. */
const regionsWith = (tables: readonly PriceTable[], item: string): readonly string[] =>
  tables
    .flatMap((table) => regionsOf(table, item))
    .filter((region) => !isApart(region))
    .sort();

const standInAssumption = (standIn: string, region: string | null): string =>
  region === null
    ? `price of ${standIn} used, since the region is not known`
    : `price of ${standIn} used for ${region}, where the built-in list has none`;

const rangeAssumption = (price: Price, low: string, high: string): string =>
  `${price.query.item.split("/").slice(1).join(" ")}: ${plain(price.tiers[0].amount)} ${price.currency} expected, within ${low} to ${high}`;
