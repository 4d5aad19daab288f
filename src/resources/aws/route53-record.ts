import { defineSimple } from "../simple.ts";

/** A record of a hosted zone: the queries for it. */
export const route53Record = defineSimple({
  type: "aws:route53/record:Record",
  title: "DNS record",
  source: "https://aws.amazon.com/route53/pricing/",
  service: "AmazonRoute53",
  category: "network",
  usage: [
    {
      meter: "standard",
      description: "Standard queries",
      usage: "monthly_standard_queries",
      unit: "1M queries",
      per: 1_000_000,
      item: "queries/standard",
    },
    {
      meter: "latency",
      description: "Latency based routing queries",
      usage: "monthly_latency_based_queries",
      unit: "1M queries",
      per: 1_000_000,
      item: "queries/latency",
    },
    {
      meter: "geo",
      description: "Geo DNS queries",
      usage: "monthly_geo_queries",
      unit: "1M queries",
      per: 1_000_000,
      item: "queries/geo",
    },
  ],
});
