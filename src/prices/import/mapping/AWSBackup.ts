import { GB, GB_MONTHS, requestsBy, type ServiceMapping } from "./rule.ts";

/**
 * What the service stores itself; snapshots of volumes and databases are sold by their own services. Usage types: AWS price
 * list, offer AWSBackup, as Infracost's backup_vault.go and Cloud Carbon Footprint's list of usage types name them.
 */
export const awsBackup: ServiceMapping = {
  service: "AWSBackup",
  rules: [
    { usage: /^WarmStorage-ByteHrs-EFS$/, units: GB_MONTHS, unit: "GB", item: "backup/efs-warm" },
    { usage: /^ColdStorage-ByteHrs-EFS$/, units: GB_MONTHS, unit: "GB", item: "backup/efs-cold" },
    {
      usage: /^(?:PartialRestore-Warm|Restore-WarmBytes)-EFS$/,
      units: GB,
      unit: "GB",
      item: "backup/efs-warm-restore",
    },
    { usage: /^PartialRestore-Cold-EFS$/, units: GB, unit: "GB", item: "backup/efs-cold-restore" },
    {
      usage: /^PartialRestore-Jobs-EFS$/,
      units: requestsBy(1, "jobs", "job"),
      unit: "requests",
      item: "backup/efs-item-restore",
    },
    { usage: /^WarmStorage-ByteHrs-DynamoDB$/, units: GB_MONTHS, unit: "GB", item: "backup/dynamodb" },
  ],
};
