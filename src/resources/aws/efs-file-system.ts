import { derive } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { declared } from "../quantities.ts";
import { type UsageLine, usageLines } from "../usage-lines.ts";

/** Stored GB that bring 1 MB/s of throughput without charge: https://aws.amazon.com/efs/pricing/ (provisioned throughput). */
const GB_PER_INCLUDED_MBPS = 20;

/** Elastic throughput is paid by what passes: https://aws.amazon.com/efs/pricing/ (Elastic Throughput). */
const ELASTIC: readonly UsageLine[] = [
  {
    meter: "elastic-read",
    description: "Elastic throughput, reads",
    usage: "monthly_elastic_read_gb",
    unit: "GB",
    item: "throughput/elastic-read",
  },
  {
    meter: "elastic-write",
    description: "Elastic throughput, writes",
    usage: "monthly_elastic_write_gb",
    unit: "GB",
    item: "throughput/elastic-write",
  },
];

const ARCHIVE: UsageLine = {
  meter: "archive-storage",
  description: "Storage (archive)",
  usage: "archive_storage_gb",
  unit: "GB",
  item: "storage/archive",
};

const archives = ({ inputs }: Subject): boolean =>
  known(inputs.list("lifecyclePolicies"), []).some((policy) => policy.value("transitionToArchive").state !== "absent");

/** An EFS file system: what is stored in each class, what is read from the cheaper one, throughput that is provisioned. */
export const efsFileSystem = defineResource({
  type: "aws:efs/fileSystem:FileSystem",
  title: "EFS file system",
  source: "https://aws.amazon.com/efs/pricing/",
  usage: {
    storage_gb: { unit: "GB", description: "Data in the standard class." },
    infrequent_access_storage_gb: { unit: "GB", description: "Data in the infrequent access class." },
    monthly_infrequent_access_read_gb: { unit: "GB", description: "Data read from infrequent access in a month." },
    monthly_infrequent_access_write_gb: { unit: "GB", description: "Data written to infrequent access in a month." },
    archive_storage_gb: { unit: "GB", description: "Data in the archive class." },
    monthly_elastic_read_gb: { unit: "GB", description: "Data read in a month, where throughput is elastic." },
    monthly_elastic_write_gb: { unit: "GB", description: "Data written in a month, where throughput is elastic." },
  },
  cost: (subject) => {
    const { inputs } = subject;
    const oneZone = inputs.value("availabilityZoneName").state !== "absent";
    const [zone, item] = oneZone ? ["one zone", "one-zone"] : ["standard", "standard"];
    const rows: UsageLine[] = [
      { meter: "storage", description: `Storage (${zone})`, usage: "storage_gb", unit: "GB", item: `storage/${item}` },
    ];
    const mode = subject.orAssume(inputs.text("throughputMode"), "bursting", "throughput mode");
    if (inputs.value("lifecyclePolicies").state !== "absent") {
      // With elastic throughput what passes is paid by itself, and so the class is cheaper to store in.
      const cold = mode === "elastic" && !oneZone ? "infrequent-access-elastic" : "infrequent-access";
      rows.push(
        {
          meter: "infrequent-storage",
          description: `Storage (${zone}, infrequent access)`,
          usage: "infrequent_access_storage_gb",
          unit: "GB",
          item: `storage/${item}-${cold}`,
        },
        {
          meter: "infrequent-read",
          description: "Read requests (infrequent access)",
          usage: "monthly_infrequent_access_read_gb",
          unit: "GB",
          item: "infrequent-access/read",
        },
        {
          meter: "infrequent-write",
          description: "Write requests (infrequent access)",
          usage: "monthly_infrequent_access_write_gb",
          unit: "GB",
          item: "infrequent-access/write",
        },
      );
    }
    if (archives(subject)) {
      subject.assume("What is read from its archive is charged besides, and is not counted.");
      rows.push(ARCHIVE);
    }
    const [storage, ...infrequent] = usageLines(subject, "AmazonEFS", "storage", rows);
    const lines: LineDraft[] = storage ? [storage] : [];
    if (mode === "elastic") lines.push(...usageLines(subject, "AmazonEFS", "storage", ELASTIC));
    if (mode === "provisioned") {
      const provisioned = declared(subject, inputs.quantity("provisionedThroughputInMibps"), {
        name: "provisioned throughput",
        unit: "MB/s",
      });
      const stored = subject.usage.has("storage_gb") ? [subject.usage.quantity("storage_gb", "GB")] : [];
      if (stored.length === 0) subject.assume("What is stored is not stated, so no throughput is taken as included.");
      lines.push({
        meter: "provisioned-throughput",
        description: "Provisioned throughput",
        category: "storage",
        quantity: derive(
          "billed throughput",
          "MB/s",
          `max(0, provisioned − stored GB ÷ ${GB_PER_INCLUDED_MBPS})`,
          [provisioned, ...stored],
          (all, gb) => {
            const included = gb === undefined ? all.minus(all) : gb.div(GB_PER_INCLUDED_MBPS);
            return included.gte(all) ? all.minus(all) : all.minus(included);
          },
        ),
        unit: "MB/s",
        price: { service: "AmazonEFS", item: "throughput/provisioned" },
      });
    }
    return { lines: [...lines, ...infrequent] };
  },
});
