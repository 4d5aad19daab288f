import { defineResource } from "../define.ts";
import { type UsageLine, usageKeys, usageLines } from "../usage-lines.ts";

const INGESTED: UsageLine = {
  meter: "ingested",
  description: "Data ingested",
  usage: "monthly_data_ingested_gb",
  unit: "GB",
  item: "logs/ingested",
};
/** Log classes that are charged at rates of their own: https://aws.amazon.com/cloudwatch/pricing/ (Logs). */
const INGESTED_AS: Readonly<Record<string, UsageLine>> = {
  INFREQUENT_ACCESS: {
    ...INGESTED,
    description: "Data ingested (infrequent access)",
    item: "logs/ingested-infrequent-access",
  },
  DELIVERY: { ...INGESTED, description: "Data ingested (delivery)", item: "logs/ingested-delivery" },
};
const KEPT: readonly UsageLine[] = [
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
  usage: usageKeys([INGESTED, ...KEPT]),
  cost: (subject) => {
    const logClass = subject.orAssume(subject.inputs.text("logGroupClass"), "STANDARD", "log class");
    const ingested = INGESTED_AS[logClass] ?? INGESTED;
    return { lines: usageLines(subject, "AmazonCloudWatch", "operations", [ingested, ...KEPT]) };
  },
});
