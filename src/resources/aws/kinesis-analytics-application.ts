import { defineSimple } from "../simple.ts";

/** A stream application of the first generation: its processing units. */
export const kinesisAnalyticsApplication = defineSimple({
  type: "aws:kinesis/analyticsApplication:AnalyticsApplication",
  title: "Kinesis analytics application",
  source: "https://aws.amazon.com/managed-service-apache-flink/pricing/",
  service: "AmazonKinesisAnalytics",
  category: "compute",
  usage: [
    {
      meter: "processing",
      description: "Processing (stream)",
      usage: "kinesis_processing_units",
      unit: "KPU",
      item: "processing-unit",
    },
  ],
});
