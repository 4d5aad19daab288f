import { defineSimple } from "../simple.ts";

/** A durable snapshot of a Flink application. */
export const kinesisAnalyticsSnapshot = defineSimple({
  type: "aws:kinesisanalyticsv2/applicationSnapshot:ApplicationSnapshot",
  title: "Flink snapshot",
  source: "https://aws.amazon.com/managed-service-apache-flink/pricing/",
  service: "AmazonKinesisAnalytics",
  category: "storage",
  usage: [
    { meter: "backup", description: "Backup", usage: "durable_application_backup_gb", unit: "GB", item: "backup" },
  ],
});
