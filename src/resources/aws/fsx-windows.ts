import { Decimal } from "../../core/decimal.ts";
import { derive } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { declared } from "../quantities.ts";
import { usageLines } from "../usage-lines.ts";

/** FSx for Windows: throughput, storage and backups, each by its zones. */
export const fsxWindows = defineResource({
  type: "aws:fsx/windowsFileSystem:WindowsFileSystem",
  title: "FSx for Windows file system",
  source: "https://aws.amazon.com/fsx/windows/pricing/",
  usage: { backup_storage_gb: { unit: "GB", description: "Backups that are kept." } },
  cost: (subject) => {
    const { inputs } = subject;
    const zones = subject.orAssume(inputs.text("deploymentType"), "SINGLE_AZ_1", "deployment type").startsWith("MULTI")
      ? "multi-az"
      : "single-az";
    const disk = subject.orAssume(inputs.text("storageType"), "SSD", "storage type");
    return {
      lines: [
        {
          meter: "throughput",
          description: "Throughput capacity",
          category: "storage",
          quantity: declared(
            subject,
            inputs.quantity("throughputCapacity"),
            { name: "throughput", unit: "MB/s" },
            true,
          ),
          unit: "MB/s",
          price: { service: "AmazonFSx", item: `windows/${zones}/throughput` },
        },
        {
          meter: "storage",
          description: `${disk} storage`,
          category: "storage",
          quantity: declared(subject, inputs.quantity("storageCapacity"), { name: "storage", unit: "GB" }, true),
          unit: "GB",
          price: { service: "AmazonFSx", item: `windows/${zones}/${disk.toLowerCase()}` },
        },
        ...iopsLines(subject, zones),
        ...usageLines(subject, "AmazonFSx", "storage", [
          {
            meter: "backup",
            description: "Backup storage",
            usage: "backup_storage_gb",
            unit: "GB",
            item: `windows/${zones}/backup`,
          },
        ]),
      ],
    };
  },
});

/** SSD IOPS that a file system asks for beyond those that its storage brings: 3 for each GB. */
const IOPS_PER_GB = 3;

const iopsLines = (subject: Subject, zones: string): LineDraft[] => {
  const { inputs } = subject;
  const mode = subject.orAssume(inputs.text("diskIopsConfiguration.mode"), "AUTOMATIC", "IOPS mode");
  if (mode !== "USER_PROVISIONED") return [];
  const stated = declared(subject, inputs.quantity("diskIopsConfiguration.iops"), { name: "IOPS", unit: "IOPS" });
  const size = declared(subject, inputs.quantity("storageCapacity"), { name: "storage", unit: "GB" }, true);
  return [
    {
      meter: "iops",
      description: `Provisioned SSD IOPS (above ${IOPS_PER_GB} a GB)`,
      category: "storage",
      quantity: derive("IOPS", "IOPS", `max(0, IOPS − ${IOPS_PER_GB} × GB)`, [stated, size], (iops, gb) =>
        Decimal.max(0, iops.minus(gb.times(IOPS_PER_GB))),
      ),
      unit: "IOPS",
      price: { service: "AmazonFSx", item: `windows/${zones}/iops` },
    },
  ];
};
