import { readFileSync } from "node:fs";
import { plain } from "../core/decimal.ts";
import { nearest } from "../core/nearest.ts";
import type { Price, PriceAnswer, PriceQuery } from "../model/price.ts";
import { AwsFiles, isInstanceItem } from "./aws-files.ts";
import { instanceGap } from "./instance-gap.ts";
import { type PriceRows, rowsOf, toPrice } from "./price-file.ts";
import { isApart, regionProblem } from "./regions.ts";

/** The region whose prices stand in for another's, under a named assumption: the only one the list holds in full. */
const HOME_REGION = "us-east-1";
/** The region of what costs the same everywhere, in rows and in questions. */
const EVERYWHERE = "global";

interface ListFacts {
  readonly id: string;
  /** Older prices are used only with a named assumption. */
  readonly staleBefore: string;
}

/** AWS's list prices as they come with rackrate. */
export interface AwsList {
  readonly id: string;
  readonly find: (query: PriceQuery) => PriceAnswer;
  readonly read: () => ReadonlyMap<string, Buffer>;
}

/** Opens the built-in list. Nothing is read before the first question, and then only the service that it asks for. */
export const openAwsList = (files: AwsFiles = new AwsFiles()): AwsList => {
  const { id, staleBefore } = JSON.parse(
    readFileSync(new URL("./data/aws/list.json", import.meta.url), "utf8"),
  ) as ListFacts;

  const answer = (rows: PriceRows, query: PriceQuery, ...assumptions: string[]): PriceAnswer => {
    const price = toPrice(rows, query);
    const [first] = rows;
    if (first.asOf < staleBefore)
      assumptions.push(`prices of ${first.asOf} used, the newest that the built-in list has`);
    if (price.range !== undefined) assumptions.push(rangeAssumption(price, first.low, first.high));
    return { price, assumptions };
  };

  const find = (query: PriceQuery): PriceAnswer => {
    const problem = query.region === null || query.region === EVERYWHERE ? null : regionProblem(query.region);
    if (problem !== null)
      return { price: null, missing: `${query.service} ${query.item}: ${problem.problem}`, hint: problem.hint };

    const tables = files.tables(query.service, query.item);
    const rowsFor = (region: string): PriceRows | undefined => {
      for (const table of tables) {
        const rows = rowsOf(table, query.item, region);
        if (rows !== undefined) return rows;
      }
      return undefined;
    };

    const rows = (query.region === null ? undefined : rowsFor(query.region)) ?? rowsFor(EVERYWHERE);
    if (rows !== undefined) return answer(rows, query);
    // Another region's hours would be a guess at what decides the cost.
    if (isInstanceItem(query.item)) return { price: null, ...instanceGap(query, tables) };
    if (query.region === null || !isApart(query.region)) {
      const home = rowsFor(HOME_REGION);
      if (home !== undefined) return answer(home, query, homeAssumption(query.region));
    }
    const known = tables.flatMap((table) => [...table.keys()]);
    const meant = nearest(query.item, known);
    return {
      price: null,
      missing: `${query.service} ${query.item}${query.region === null ? "" : ` in ${query.region}`}: the built-in list has no price`,
      ...(known.length > 0 && meant.length > 0 && { hint: `The nearest that it has: ${meant.join(", ")}.` }),
    };
  };

  return { id, find, read: () => files.read() };
};

const homeAssumption = (region: string | null): string =>
  region === null
    ? `price of ${HOME_REGION} used, since the region is not known`
    : `price of ${HOME_REGION} used for ${region}, where the built-in list has none`;

const rangeAssumption = (price: Price, low: string, high: string): string =>
  `${price.query.item.split("/").slice(1).join(" ")}: ${plain(price.tiers[0].amount)} ${price.currency} expected, within ${low} to ${high}`;
