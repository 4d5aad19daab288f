import { defineSimple } from "../simple.ts";

/** A crawler: the hours that it runs. */
export const glueCrawler = defineSimple({
  type: "aws:glue/crawler:Crawler",
  title: "Glue crawler",
  source: "https://aws.amazon.com/glue/pricing/",
  service: "AWSGlue",
  category: "operations",
  usage: [{ meter: "duration", description: "Duration", usage: "monthly_hours", unit: "hours", item: "crawler/hours" }],
});
