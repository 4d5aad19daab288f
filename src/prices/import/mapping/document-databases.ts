import { GB_MONTHS, HOURS, requestsBy, type ServiceMapping } from "./rule.ts";

/** DocumentDB and Neptune are listed alike. Usage types: AWS price list, offers AmazonDocDB and AmazonNeptune, as Infracost's docdb_cluster_instance.go and neptune_cluster_instance.go match them. */
const databaseOf = (service: string): ServiceMapping => ({
  service,
  rules: [
    {
      usage: /^InstanceUsage:(db\..+)$/,
      units: HOURS,
      unit: "hours",
      item: (row, [type]) => (row.termType === "Reserved" ? null : `database/${type}/on-demand`),
    },
    {
      usage: /^InstanceUsageIOOptimized:(db\..+)$/,
      units: HOURS,
      unit: "hours",
      item: (row, [type]) => (row.termType === "Reserved" ? null : `database/${type}/io-optimized`),
    },
    { usage: /^CPUCredits:db\.t3$/, units: { ...HOURS, "vcpu-hours": 1 }, unit: "vCPU-hours", item: "cpu-credits" },
    { usage: /^StorageUsage$/, units: GB_MONTHS, unit: "GB", item: "storage" },
    { usage: /^StorageIOUsage$/, units: requestsBy(1_000_000, "ios"), unit: "1M requests", item: "requests" },
    { usage: /^BackupUsage$/, units: GB_MONTHS, unit: "GB", item: "backup" },
  ],
});

export const amazonDocDb = databaseOf("AmazonDocDB");
export const amazonNeptune = databaseOf("AmazonNeptune");

/** OpenSearch. Usage types: AWS price list, offer AmazonES. */
export const amazonEs: ServiceMapping = {
  service: "AmazonES",
  rules: [
    {
      usage: /^ESInstance:(.+)$/,
      units: HOURS,
      unit: "hours",
      item: (row, [type]) => (row.termType === "Reserved" ? null : `node/${type}/on-demand`),
    },
    { usage: /^ES:GP2-Storage$/, units: GB_MONTHS, unit: "GB", item: "storage/gp2/storage" },
    { usage: /^ES:GP3-Storage$/, units: GB_MONTHS, unit: "GB", item: "storage/gp3/storage" },
    { usage: /^ES:PIOPS-Storage$/, units: GB_MONTHS, unit: "GB", item: "storage/io1/storage" },
    { usage: /^ES:PIOPS$/, units: { "iops-mo": 1 }, unit: "IOPS", item: "storage/io1/iops" },
    { usage: /^ES:Magnetic-Storage$/, units: GB_MONTHS, unit: "GB", item: "storage/standard/storage" },
  ],
};

/** Kafka. Usage types: AWS price list, offer AmazonMSK. */
export const amazonMsk: ServiceMapping = {
  service: "AmazonMSK",
  rules: [
    {
      usage: /^Kafka\.([a-z0-9]+\.[a-z0-9]+)$/,
      units: HOURS,
      unit: "hours",
      item: (_, [type]) => `broker/kafka.${type}`,
    },
    { usage: /^Kafka\.Storage\.GP2$/, units: GB_MONTHS, unit: "GB", item: "storage" },
  ],
};
