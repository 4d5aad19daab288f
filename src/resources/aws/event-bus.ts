import { defineSimple } from "../simple.ts";

/** An event bus: what is published to it and kept of it. */
export const eventBus = defineSimple({
  type: "aws:cloudwatch/eventBus:EventBus",
  title: "Event bus",
  source: "https://aws.amazon.com/eventbridge/pricing/",
  service: "AWSEvents",
  category: "operations",
  usage: [
    {
      meter: "custom-events",
      description: "Custom events published",
      usage: "monthly_custom_events",
      unit: "1M events",
      per: 1_000_000,
      item: "events/custom",
    },
    {
      meter: "third-party-events",
      description: "Third-party events published",
      usage: "monthly_third_party_events",
      unit: "1M events",
      per: 1_000_000,
      item: "events/third-party",
    },
    {
      meter: "archive-processing",
      description: "Archive processing",
      usage: "monthly_archive_processing_gb",
      unit: "GB",
      item: "archive/processing",
    },
    {
      meter: "archive-storage",
      description: "Archive storage",
      usage: "archive_storage_gb",
      unit: "GB",
      item: "archive/storage",
    },
    {
      meter: "schema-discovery",
      description: "Schema discovery",
      usage: "monthly_schema_discovery_events",
      unit: "1M events",
      per: 1_000_000,
      item: "events/schema-discovery",
    },
  ],
});
