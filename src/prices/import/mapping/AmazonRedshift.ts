import { GB_MONTHS, HOURS, type ServiceMapping } from "./rule.ts";

/**
 * Clusters by node. Usage types and units: AWS price list, offer AmazonRedshift, as public cost estimators, their tests and
 * mappings of billing data name them. Free seconds of concurrency scaling are `CSFreeUsage:` and are not taken.
 */
export const amazonRedshift: ServiceMapping = {
  service: "AmazonRedshift",
  rules: [
    {
      usage: /^Node:([a-z0-9]+\.[a-z0-9]+)$/,
      units: HOURS,
      unit: "hours",
      item: (row, [type]) => (row.termType === "Reserved" ? null : `node/${type}/on-demand`),
    },
    {
      usage: /^RMS:([a-z0-9]+\.[a-z0-9]+)$/,
      units: GB_MONTHS,
      unit: "GB",
      item: (_, [type]) => `managed-storage/${type}`,
    },
    {
      usage: /^CS:([a-z0-9]+\.[a-z0-9]+)$/,
      units: { seconds: 1, second: 1 },
      unit: "node-seconds",
      item: (_, [type]) => `concurrency-scaling/${type}`,
    },
    { usage: /^DataScanned$/, units: { terabytes: 1, terabyte: 1, tb: 1 }, unit: "TB", item: "spectrum" },
    { usage: /^Redshift:PaidSnapshots$/, units: GB_MONTHS, unit: "GB", item: "backup" },
  ],
};
