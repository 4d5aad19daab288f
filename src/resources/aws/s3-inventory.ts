import { defineSimple } from "../simple.ts";

/** An inventory of a bucket: the objects that it lists. */
export const s3Inventory = defineSimple({
  type: "aws:s3/inventory:Inventory",
  title: "S3 inventory",
  source: "https://aws.amazon.com/s3/pricing/",
  service: "AmazonS3",
  category: "storage",
  usage: [
    {
      meter: "objects",
      description: "Objects listed",
      usage: "monthly_listed_objects",
      unit: "1M objects",
      per: 1_000_000,
      item: "inventory/objects",
    },
  ],
});
