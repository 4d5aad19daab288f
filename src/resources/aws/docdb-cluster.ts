import { defineSimple } from "../simple.ts";

/** A DocumentDB cluster: the backups that it keeps. Its instances are resources of their own. */
export const docdbCluster = defineSimple({
  type: "aws:docdb/cluster:Cluster",
  title: "DocumentDB cluster",
  source: "https://aws.amazon.com/documentdb/pricing/",
  service: "AmazonDocDB",
  category: "database",
  usage: [{ meter: "backup", description: "Backup storage", usage: "backup_storage_gb", unit: "GB", item: "backup" }],
});
