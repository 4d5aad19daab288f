import { defineSimple } from "../simple.ts";

const TEN_MILLION = 10_000_000;
const BILLION = 1_000_000_000;

/** A workspace of Amazon Managed Service for Prometheus: samples in, samples that queries read, and what is kept. */
export const prometheusWorkspace = defineSimple({
  type: "aws:amp/workspace:Workspace",
  title: "Prometheus workspace",
  source: "https://aws.amazon.com/prometheus/pricing/",
  service: "AmazonPrometheus",
  category: "operations",
  usage: [
    {
      meter: "samples-ingested",
      description: "Metric samples ingested",
      usage: "monthly_samples_ingested",
      unit: "10M samples",
      per: TEN_MILLION,
      item: "samples/ingested",
    },
    { meter: "storage", description: "Metrics stored", usage: "storage_gb", unit: "GB", item: "storage" },
    {
      meter: "samples-queried",
      description: "Query samples processed",
      usage: "monthly_query_samples",
      unit: "1B samples",
      per: BILLION,
      item: "samples/queried",
    },
  ],
});

/** A collector that AWS runs for a cluster: its hours, and the samples that it collects. */
export const prometheusScraper = defineSimple({
  type: "aws:amp/scraper:Scraper",
  title: "Prometheus collector",
  source: "https://aws.amazon.com/prometheus/pricing/",
  service: "AmazonPrometheus",
  category: "operations",
  fixed: [
    {
      meter: "collector-hours",
      description: "Managed collector",
      unit: "hours",
      item: "collector/hours",
      quantity: "every-hour",
    },
  ],
  usage: [
    {
      meter: "samples-collected",
      description: "Metric samples collected",
      usage: "monthly_samples_collected",
      unit: "10M samples",
      per: TEN_MILLION,
      item: "collector/samples",
    },
  ],
});
