import { defineSimple } from "../simple.ts";

/** A snapshot of a DocumentDB cluster. */
export const docdbClusterSnapshot = defineSimple({
  type: "aws:docdb/clusterSnapshot:ClusterSnapshot",
  title: "DocumentDB snapshot",
  source: "https://aws.amazon.com/documentdb/pricing/",
  service: "AmazonDocDB",
  category: "database",
  usage: [{ meter: "backup", description: "Backup storage", usage: "backup_storage_gb", unit: "GB", item: "backup" }],
});
