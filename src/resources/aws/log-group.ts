import { defineResource } from "../define.ts";
import { type UsageLine, usageKeys, usageLines } from "../usage-lines.ts";

const LINES: readonly UsageLine[] = [
  {
    meter: "ingested",
    description: "Data ingested",
    usage: "monthly_data_ingested_gb",
    unit: "GB",
    item: "logs/ingested",
  },
  { meter: "stored", description: "Archival Storage", usage: "storage_gb", unit: "GB", item: "logs/stored" },
  {
    meter: "scanned",
    description: "Insights queries data scanned",
    usage: "monthly_data_scanned_gb",
    unit: "GB",
    item: "logs/scanned",
  },
];

/** A CloudWatch log group: what comes in, what is kept, what queries read. */
export const logGroup = defineResource({
  type: "aws:cloudwatch/logGroup:LogGroup",
  title: "Log group",
  source: "https://aws.amazon.com/cloudwatch/pricing/",
  usage: usageKeys(LINES),
  cost: (subject) => ({ lines: usageLines(subject, "AmazonCloudWatch", "operations", LINES) }),
});
