import { defineSimple } from "../simple.ts";

/** A hosted zone, by the month. Queries are charged with its records. */
export const route53Zone = defineSimple({
  type: "aws:route53/zone:Zone",
  title: "Hosted zone",
  source: "https://aws.amazon.com/route53/pricing/",
  service: "AmazonRoute53",
  category: "network",
  fixed: [{ meter: "zone", description: "Hosted zone", unit: "months", item: "zone", quantity: 1 }],
});
