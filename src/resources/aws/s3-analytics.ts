import { defineSimple } from "../simple.ts";

/** Storage class analysis of a bucket: the objects that it watches. */
export const s3Analytics = defineSimple({
  type: "aws:s3/analyticsConfiguration:AnalyticsConfiguration",
  title: "S3 storage class analysis",
  source: "https://aws.amazon.com/s3/pricing/",
  service: "AmazonS3",
  category: "storage",
  usage: [
    {
      meter: "objects",
      description: "Objects monitored",
      usage: "monthly_monitored_objects",
      unit: "1M objects",
      per: 1_000_000,
      item: "analytics/objects",
    },
  ],
});
