import { defineSimple } from "../simple.ts";

/** A database of the Glue catalogue: its objects and the requests for them. */
export const glueCatalogDatabase = defineSimple({
  type: "aws:glue/catalogDatabase:CatalogDatabase",
  title: "Glue catalogue",
  source: "https://aws.amazon.com/glue/pricing/",
  service: "AWSGlue",
  category: "database",
  usage: [
    {
      meter: "storage",
      description: "Storage",
      usage: "monthly_objects",
      unit: "100k objects",
      per: 100_000,
      item: "catalog/objects",
      about: "Objects that are stored beyond the free million.",
    },
    {
      meter: "requests",
      description: "Requests",
      usage: "monthly_requests",
      unit: "1M requests",
      per: 1_000_000,
      item: "catalog/requests",
      about: "Requests beyond the free million.",
    },
  ],
});
