import { Decimal } from "../../core/decimal.ts";
import { derive, type Figure, product } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { above, counted, declared } from "../quantities.ts";
import { usageLines } from "../usage-lines.ts";

/** IOPS that each GB brings. Source: https://aws.amazon.com/fsx/openzfs/pricing/ */
const IOPS_PER_GB = 3;

/** FSx for OpenZFS: throughput, storage, IOPS above the included, backups. */
export const fsxOpenZfs = defineResource({
  type: "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
  title: "FSx for OpenZFS file system",
  source: "https://aws.amazon.com/fsx/openzfs/pricing/",
  usage: {
    backup_storage_gb: { unit: "GB", description: "Backups that are kept." },
    compression_savings_percent: {
      unit: "percent",
      description: "Share of the storage that compression spares, so that less is provisioned than the program states.",
    },
  },
  cost: (subject) => {
    const { inputs } = subject;
    const size = declared(subject, inputs.quantity("storageCapacity"), { name: "storage", unit: "GB" }, true);
    const type = subject.orAssume(inputs.text("deploymentType"), "SINGLE_AZ_1", "deployment type");
    const item = type.startsWith("MULTI_AZ")
      ? "openzfs/multi-az"
      : type.startsWith("SINGLE_AZ_HA")
        ? "openzfs/single-az-ha"
        : "openzfs";
    const line = (meter: string, description: string, quantity: LineDraft["quantity"], unit: string): LineDraft => ({
      meter,
      description,
      category: "storage",
      quantity,
      unit,
      price: { service: "AmazonFSx", item: `${item}/${meter}` },
    });
    const throughput = declared(
      subject,
      inputs.quantity("throughputCapacity"),
      { name: "throughput", unit: "MB/s" },
      true,
    );
    const lines = [line("throughput", "Throughput capacity", throughput, "MB/s")];
    if (
      subject.orAssume(inputs.text("diskIopsConfiguration.mode"), "AUTOMATIC", "diskIopsConfiguration mode") ===
      "USER_PROVISIONED"
    ) {
      const iops = declared(subject, inputs.quantity("diskIopsConfiguration.iops"), { name: "IOPS", unit: "IOPS" });
      const included = product("included IOPS", "IOPS", [size, counted(subject, "IOPS of a GB", IOPS_PER_GB, "IOPS")]);
      lines.push(line("iops", "Provisioned IOPS", above(iops, included.value ?? 0), "IOPS"));
    }
    lines.push(line("storage", "SSD storage", provisioned(subject, size), "GB"));
    const backup = {
      meter: "backup",
      description: "Backup storage",
      usage: "backup_storage_gb",
      unit: "GB",
      item: "openzfs/backup",
    };
    return { lines: [...lines, ...usageLines(subject, "AmazonFSx", "storage", [backup])] };
  },
});

/** The capacity that is paid for: compression spares something only as far as less is provisioned, which usage states. */
const provisioned = (subject: Subject, size: Figure): Figure => {
  const compression = known(subject.inputs.text("rootVolumeConfiguration.dataCompressionType"), "NONE");
  if (subject.usage.has("compression_savings_percent"))
    return derive(
      "storage",
      "GB",
      "stated × (100 − savings) ÷ 100",
      [size, subject.usage.quantity("compression_savings_percent", "percent")],
      (gb, savings) => gb.times(Decimal.max(0, new Decimal(100).minus(savings))).div(100),
    );
  if (compression !== "NONE")
    subject.assume(
      `The capacity is charged as it is provisioned: ${compression} saves only as much as less of it is taken.`,
    );
  return size;
};
