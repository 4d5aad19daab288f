import { HOURS, requestsBy, type ServiceMapping, type Units } from "./rule.ts";

const DPU_HOURS: Units = { ...HOURS, "dpu-hour": 1, "dpu-hours": 1 };

/**
 * Jobs, crawlers and the catalog; flexible jobs and those of the second generation have usage types of their own. Usage types
 * and units: AWS price list, offer AWSGlue, as Infracost's glue_job.go and glue_catalog_database.go and the AWS Billing guide
 * to the free tier name them.
 */
export const awsGlue: ServiceMapping = {
  service: "AWSGlue",
  rules: [
    {
      usage: /^ETL-DPU-Hour$/,
      where: { operation: ["Jobrun"] },
      units: DPU_HOURS,
      unit: "hours",
      item: "job/dpu-hours",
    },
    {
      usage: /^Crawler-DPU-Hour$/,
      where: { operation: ["CrawlerRun"] },
      units: DPU_HOURS,
      unit: "hours",
      item: "crawler/hours",
    },
    { usage: /^Catalog-Request$/, units: requestsBy(1_000_000), unit: "1M requests", item: "catalog/requests" },
    {
      usage: /^Catalog-Storage$/,
      units: { objects: 100_000, object: 100_000, "object-months": 100_000 },
      unit: "100k objects",
      item: "catalog/objects",
    },
  ],
};
