import { z } from "zod";
import { AWS_REGION_NAMES } from "../../model/aws-regions.ts";
import { FEED_SYSTEMS, type FeedReading, parseFeed } from "./feed.ts";
import type { FileHead } from "./head.ts";
import { isAmount, scaled } from "./price-amount.ts";
import type { ImportedRow } from "./price-collector.ts";
import type { PriceSource } from "./price-source.ts";
import { refusal } from "./refuse.ts";

/** Regions that the spot feed calls by the names of before 2014. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  "us-east": "us-east-1",
  "us-west": "us-west-1",
  "eu-ireland": "eu-west-1",
  "apac-sin": "ap-southeast-1",
  "apac-syd": "ap-southeast-2",
  "apac-tokyo": "ap-northeast-1",
};

const spotFeed = z.object({
  config: z.object({
    rate: z.literal("perhr", { error: "prices are not per hour" }),
    currencies: z.array(z.string()),
    regions: z.array(
      z.object({
        region: z.string(),
        instanceTypes: z.array(
          z.object({
            sizes: z.array(
              z.object({
                size: z.string(),
                valueColumns: z.array(z.object({ name: z.string(), prices: z.record(z.string(), z.string()) })),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
});

/** Reads the feed of current spot prices, JSONP (spot.js) or JSON. Throws `InputError` for one that cannot be trusted. */
export const readSpot = (source: PriceSource, head: FileHead): FeedReading => {
  const { config } = parseFeed(source, head, spotFeed);
  if (!config.currencies.includes("USD"))
    throw refusal(source.name, "other-currency", `its prices are in ${config.currencies.join(", ")}, not in USD`);
  const rows = new Map<string, ImportedRow>();
  let badRows = 0;
  for (const { region: name, instanceTypes } of config.regions) {
    const region = OLD_NAMES[name] ?? name;
    for (const { size, valueColumns } of instanceTypes.flatMap(({ sizes }) => sizes)) {
      for (const column of valueColumns) {
        const system = FEED_SYSTEMS[column.name];
        const price = column.prices.USD ?? "";
        // What is not sold there has no number: N/A* is the feed's word for it.
        if (price.startsWith("N/A")) continue;
        if (/^-|nan|inf/i.test(price))
          throw refusal(source.name, "not-a-price", `the spot price of ${size} in ${region} is ${price}`);
        if (system === undefined || !AWS_REGION_NAMES.has(region) || !isAmount(price)) {
          badRows += 1;
          continue;
        }
        const item = `instance/${size}/${system}/shared/spot`;
        const key = `${region} ${item}`;
        const amount = scaled(price, 1);
        const known = rows.get(key);
        if (known !== undefined && known.amount !== amount)
          throw refusal(
            source.name,
            "doubled-sku",
            `${item} in ${region} stands twice, at ${known.amount} and at ${amount}`,
          );
        rows.set(key, {
          service: "AmazonEC2",
          region,
          item,
          unit: "hours",
          currency: "USD",
          upTo: "",
          amount,
          note: "spot price of the moment, dated by its import; zones differ",
        });
      }
    }
  }
  return { rows: [...rows.values()], badRows };
};
