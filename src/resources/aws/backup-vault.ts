import { defineSimple } from "../simple.ts";

/** A backup vault: what is kept in it and restored from it, by the service that it comes from. */
export const backupVault = defineSimple({
  type: "aws:backup/vault:Vault",
  title: "Backup vault",
  source: "https://aws.amazon.com/backup/pricing/",
  service: "AWSBackup",
  category: "storage",
  usage: [
    {
      meter: "efs-warm",
      description: "EFS backup (warm)",
      usage: "monthly_efs_warm_backup_gb",
      unit: "GB",
      item: "backup/efs-warm",
    },
    {
      meter: "efs-cold",
      description: "EFS backup (cold)",
      usage: "monthly_efs_cold_backup_gb",
      unit: "GB",
      item: "backup/efs-cold",
    },
    {
      meter: "efs-warm-restore",
      description: "EFS restore (warm)",
      usage: "monthly_efs_warm_restore_gb",
      unit: "GB",
      item: "backup/efs-warm-restore",
    },
    {
      meter: "efs-cold-restore",
      description: "EFS restore (cold)",
      usage: "monthly_efs_cold_restore_gb",
      unit: "GB",
      item: "backup/efs-cold-restore",
    },
    {
      meter: "efs-item-restore",
      description: "EFS restore (item-level)",
      usage: "monthly_efs_item_restore_requests",
      unit: "requests",
      item: "backup/efs-item-restore",
    },
    { meter: "ebs", description: "EBS snapshot", usage: "monthly_ebs_snapshot_gb", unit: "GB", item: "backup/ebs" },
    { meter: "rds", description: "RDS snapshot", usage: "monthly_rds_snapshot_gb", unit: "GB", item: "backup/rds" },
    {
      meter: "dynamodb",
      description: "DynamoDB backup",
      usage: "monthly_dynamodb_backup_gb",
      unit: "GB",
      item: "backup/dynamodb",
    },
    {
      meter: "dynamodb-restore",
      description: "DynamoDB restore",
      usage: "monthly_dynamodb_restore_gb",
      unit: "GB",
      item: "backup/dynamodb-restore",
    },
    {
      meter: "aurora",
      description: "Aurora snapshot",
      usage: "monthly_aurora_snapshot_gb",
      unit: "GB",
      item: "backup/aurora",
    },
    {
      meter: "fsx-windows",
      description: "FSx for Windows backup",
      usage: "monthly_fsx_windows_backup_gb",
      unit: "GB",
      item: "backup/fsx-windows",
    },
    {
      meter: "fsx-lustre",
      description: "FSx for Lustre backup",
      usage: "monthly_fsx_lustre_backup_gb",
      unit: "GB",
      item: "backup/fsx-lustre",
    },
  ],
});
