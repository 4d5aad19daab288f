import { z } from "zod";
import { AWS_REGION_NAMES } from "../../model/aws-regions.ts";
import { FEED_SYSTEMS, type FeedReading, parseFeed } from "./feed.ts";
import type { FileHead } from "./head.ts";
import type { ImportedRow } from "./price-collector.ts";
import type { PriceSource } from "./price-source.ts";

const advisor = z.object({
  ranges: z.array(z.object({ index: z.number(), label: z.string(), max: z.number() })).optional(),
  spot_advisor: z.record(
    z.string(),
    z.record(z.string(), z.record(z.string(), z.object({ s: z.number(), r: z.number() }))),
  ),
});

/** Bands of interruption in a month as the advisor's index; the last has no end but 1. https://aws.amazon.com/ec2/spot/instance-advisor/ */
const BANDS: readonly { readonly low: string; readonly amount: string; readonly high: string }[] = [
  { low: "0", amount: "0.025", high: "0.05" },
  { low: "0.05", amount: "0.075", high: "0.1" },
  { low: "0.1", amount: "0.125", high: "0.15" },
  { low: "0.15", amount: "0.175", high: "0.2" },
  { low: "0.2", amount: "0.2", high: "1" },
];
/** ISO 4217 for no currency at all. */
const NO_CURRENCY = "XXX";

/** Reads the bands in which spot machines were interrupted over the last 30 days. */
export const readInterruptions = (source: PriceSource, head: FileHead): FeedReading => {
  const { spot_advisor } = parseFeed(source, head, advisor);
  const rows: ImportedRow[] = [];
  let badRows = 0;
  for (const [region, systems] of Object.entries(spot_advisor)) {
    for (const [name, types] of Object.entries(systems)) {
      const system = FEED_SYSTEMS[name];
      for (const [type, { s, r }] of Object.entries(types)) {
        const band = BANDS[r];
        if (system === undefined || band === undefined || !AWS_REGION_NAMES.has(region)) {
          badRows += 1;
          continue;
        }
        const item = `instance/${type}/${system}/shared/spot-interruptions`;
        const note = `share of machines interrupted in a month${r === BANDS.length - 1 ? ", above 20 %" : ""}; saves ${s} % of on-demand`;
        rows.push({
          service: "AmazonEC2",
          region,
          item,
          unit: "share",
          currency: NO_CURRENCY,
          upTo: "",
          note,
          ...band,
        });
      }
    }
  }
  return { rows, badRows };
};
