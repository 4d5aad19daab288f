import type { PriceListIdentity } from "../model/price.ts";

/**
 * The prices of several stacks as one: the oldest and the newest of all, and the digest of the files they used; where they
 * used different ones, each digest, sorted and with commas between. Throws where there is no stack.
 */
export const commonPriceList = (lists: readonly PriceListIdentity[]): PriceListIdentity => {
  const [first] = lists;
  if (first === undefined) throw new Error("a document needs at least one stack");
  const dates = lists.flatMap(({ oldest, newest }) => [oldest, newest].filter((date) => date !== null)).sort();
  return {
    id: first.id,
    digest: [...new Set(lists.map(({ digest }) => digest))].sort().join(),
    oldest: dates[0] ?? null,
    newest: dates.at(-1) ?? null,
  };
};
