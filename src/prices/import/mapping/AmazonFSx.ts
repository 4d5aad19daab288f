import { GB_MONTHS, type ServiceMapping } from "./rule.ts";

const DEPLOYMENTS: Readonly<Record<string, string>> = {
  "persistent-1": "persistent-1",
  "persistent-2": "persistent-2",
};

/**
 * FSx for Lustre by the attributes that its products carry. Rows whose deployment is named in another way are not taken:
 * a price under the wrong throughput would be worse than none.
 */
export const amazonFsx: ServiceMapping = {
  service: "AmazonFSx",
  rules: [
    { usage: /BackupUsage/, where: { fileSystem: ["Lustre"] }, units: GB_MONTHS, unit: "GB", item: "lustre/backup" },
    {
      usage: /./,
      where: { fileSystem: ["Lustre"], family: ["Storage"], storageType: ["SSD", "HDD"] },
      units: GB_MONTHS,
      unit: "GB",
      item: (row) => {
        const deployment = row.deployment.toLowerCase().replaceAll(/[\s_]/g, "-");
        if (deployment.startsWith("scratch")) return row.storageType === "SSD" ? "lustre/scratch/ssd" : null;
        const throughput = /^\d+/.exec(row.throughput)?.[0];
        const name = DEPLOYMENTS[deployment];
        return name === undefined || throughput === undefined
          ? null
          : `lustre/${name}/${row.storageType.toLowerCase()}-${throughput}`;
      },
    },
  ],
};
