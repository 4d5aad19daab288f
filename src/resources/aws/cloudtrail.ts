import { defineSimple } from "../simple.ts";

/** A trail: events beyond the first copy of management events, which is free. */
export const cloudtrail = defineSimple({
  type: "aws:cloudtrail/trail:Trail",
  title: "CloudTrail",
  source: "https://aws.amazon.com/cloudtrail/pricing/",
  service: "AWSCloudTrail",
  category: "security",
  usage: [
    {
      meter: "management-events",
      description: "Management events (additional copies)",
      usage: "monthly_additional_management_events",
      unit: "100k events",
      per: 100_000,
      item: "events/management",
    },
    {
      meter: "data-events",
      description: "Data events",
      usage: "monthly_data_events",
      unit: "100k events",
      per: 100_000,
      item: "events/data",
    },
    {
      meter: "insight-events",
      description: "Insight events",
      usage: "monthly_insight_events",
      unit: "100k events",
      per: 100_000,
      item: "events/insight",
    },
  ],
});
