import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { above, declared } from "../quantities.ts";
import { includedMetadataIops } from "./lustre-defaults.ts";

const SCRATCH: ReadonlySet<string> = new Set(["SCRATCH_1", "SCRATCH_2"]);
const PERSISTENT: ReadonlySet<string> = new Set(["PERSISTENT_1", "PERSISTENT_2"]);

/** FSx for Lustre: storage at the rate of its deployment and throughput, metadata IOPS above the included, backups. */
export const fsxLustre = defineResource({
  type: "aws:fsx/lustreFileSystem:LustreFileSystem",
  title: "FSx for Lustre file system",
  source: "https://aws.amazon.com/fsx/lustre/pricing/",
  usage: { backup_storage_gb: { unit: "GB", description: "Backups that are kept." } },
  cost: (subject) => {
    const { inputs } = subject;
    const deployment = subject.orAssume(inputs.text("deploymentType"), "SCRATCH_1", "deployment type");
    if (!SCRATCH.has(deployment) && !PERSISTENT.has(deployment)) {
      throw inputs.error(
        "deploymentType",
        `must be one of ${[...SCRATCH, ...PERSISTENT].join(", ")}, not ${JSON.stringify(deployment)}`,
      );
    }
    const storage = subject.orAssume(inputs.text("storageType"), "SSD", "storage type");
    if (!["SSD", "HDD", "INTELLIGENT_TIERING"].includes(storage))
      throw inputs.error("storageType", "must be SSD, HDD or INTELLIGENT_TIERING");
    const size = declared(subject, inputs.quantity("storageCapacity"), { name: "storage capacity", unit: "GB" }, true);
    const tier = throughputOf(subject, deployment, storage);
    const lines: LineDraft[] = [
      {
        meter: "storage",
        description: `Storage (${deployment.toLowerCase().replace("_", " ")}, ${storage}${tier === null ? "" : `, ${tier} MB/s per TiB`})`,
        category: "storage",
        quantity: size,
        unit: "GB",
        price: {
          service: "AmazonFSx",
          item: storageItem(
            deployment,
            storage,
            tier,
            subject.orAssume(inputs.text("driveCacheType"), "NONE", "drive cache type"),
          ),
        },
      },
    ];
    if (
      subject.orAssume(inputs.text("metadataConfiguration.mode"), "AUTOMATIC", "metadataConfiguration mode") ===
      "USER_PROVISIONED"
    ) {
      const iops = declared(subject, inputs.quantity("metadataConfiguration.iops"), {
        name: "metadata IOPS",
        unit: "IOPS",
      });
      lines.push({
        meter: "metadata-iops",
        description: "Provisioned metadata IOPS",
        category: "storage",
        quantity: above(iops, includedMetadataIops(size.value?.toNumber() ?? 0)),
        unit: "IOPS",
        price: { service: "AmazonFSx", item: "lustre/metadata-iops" },
      });
    }
    const days = inputs.quantity("automaticBackupRetentionDays");
    if (subject.usage.has("backup_storage_gb") || (days.state === "known" && days.value.gt(0))) {
      lines.push({
        meter: "backup",
        description: "Backup storage",
        category: "storage",
        quantity: subject.usage.quantity("backup_storage_gb", "GB"),
        unit: "GB",
        usageBased: true,
        price: { service: "AmazonFSx", item: "lustre/backup" },
      });
    }
    return { lines };
  },
});

/** MB/s per TiB that a persistent file system is bought with; scratch has one rate only. */
const throughputOf = (subject: Subject, deployment: string, storage: string): string | null => {
  if (SCRATCH.has(deployment) || storage === "INTELLIGENT_TIERING") return null;
  const reading = subject.inputs.count("perUnitStorageThroughput");
  if (reading.state === "known") return reading.value.toFixed();
  const least = storage === "HDD" ? "12" : deployment === "PERSISTENT_1" ? "50" : "125";
  subject.assume(
    `Throughput is ${reading.state === "absent" ? "not stated" : "not known before deployment"}: ${least} MB/s per TiB, the least of its type.`,
  );
  if (reading.state === "unknown") subject.gap(reading, "the throughput per TiB is not known before deployment");
  return least;
};

const storageItem = (deployment: string, storage: string, tier: string | null, cache: string): string => {
  if (tier === null) return storage === "INTELLIGENT_TIERING" ? "lustre/intelligent-tiering" : "lustre/scratch/ssd";
  const cached = storage === "HDD" && cache === "READ" ? "-with-cache" : "";
  return `lustre/${deployment.toLowerCase().replace("_", "-")}/${storage.toLowerCase()}-${tier}${cached}`;
};
