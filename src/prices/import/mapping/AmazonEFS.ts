import { GB, GB_MONTHS, type ServiceMapping } from "./rule.ts";

/** Usage types: EFS User Guide and AWS price list, offer AmazonEFS. */
export const amazonEfs: ServiceMapping = {
  service: "AmazonEFS",
  rules: [
    {
      usage: /^(?:ProvisionedTP-MiBpsHrs|TimedStorage-ByteHrs)$/,
      where: { family: ["Provisioned Throughput"] },
      units: { "mibps-mo": 1 },
      unit: "MB/s",
      item: "throughput/provisioned",
    },
    {
      usage: /^TimedStorage-ByteHrs$/,
      where: { family: ["Storage"] },
      units: GB_MONTHS,
      unit: "GB",
      item: "storage/standard",
    },
    { usage: /^IATimedStorage-ByteHrs$/, units: GB_MONTHS, unit: "GB", item: "storage/standard-infrequent-access" },
    { usage: /^TimedStorage-Z-ByteHrs$/, units: GB_MONTHS, unit: "GB", item: "storage/one-zone" },
    { usage: /^IATimedStorage-Z-ByteHrs$/, units: GB_MONTHS, unit: "GB", item: "storage/one-zone-infrequent-access" },
    {
      usage: /^IADataAccess-Bytes$/,
      where: { operation: ["Read"] },
      units: GB,
      unit: "GB",
      item: "infrequent-access/read",
    },
    {
      usage: /^IADataAccess-Bytes$/,
      where: { operation: ["Write"] },
      units: GB,
      unit: "GB",
      item: "infrequent-access/write",
    },
  ],
};
