import { defineSimple } from "../simple.ts";

/** A snapshot of a Neptune cluster. */
export const neptuneClusterSnapshot = defineSimple({
  type: "aws:neptune/clusterSnapshot:ClusterSnapshot",
  title: "Neptune snapshot",
  source: "https://aws.amazon.com/neptune/pricing/",
  service: "AmazonNeptune",
  category: "database",
  usage: [{ meter: "backup", description: "Backup storage", usage: "backup_storage_gb", unit: "GB", item: "backup" }],
});
