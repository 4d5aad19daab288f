import { product } from "../../core/figure.ts";
import { defineResource, type LineDraft } from "../define.ts";
import { known } from "../inputs.ts";
import { counted } from "../quantities.ts";
import { type UsageLine, usageKeys, usageLines } from "../usage-lines.ts";

const CLUSTER = "aws:neptune/cluster:Cluster";
const STORAGE: UsageLine = {
  meter: "storage",
  description: "Storage",
  usage: "storage_gb",
  unit: "GB",
  item: "storage",
};
const REQUESTS: UsageLine = {
  meter: "requests",
  description: "I/O requests",
  usage: "monthly_io_requests",
  unit: "1M requests",
  per: 1_000_000,
  item: "requests",
};
const BACKUP: UsageLine = {
  meter: "backup",
  description: "Backup storage",
  usage: "backup_storage_gb",
  unit: "GB",
  item: "backup",
};

/** A Neptune cluster: storage, I/O, and backups of more than a day. */
export const neptuneCluster = defineResource({
  type: CLUSTER,
  title: "Neptune cluster",
  source: "https://aws.amazon.com/neptune/pricing/",
  usage: usageKeys([STORAGE, REQUESTS, BACKUP]),
  cost: (subject) => {
    const days = subject.inputs.quantity("backupRetentionPeriod");
    if (known(subject.inputs.text("storageType"), "") === "iopt1")
      subject.assume(
        "Its storage and requests are priced at the rates of standard storage; an I/O-optimized cluster pays more for storage and nothing for requests.",
      );
    const keepsBackups = days.state === "unknown" || (days.state === "known" && days.value.gt(1));
    return {
      lines: usageLines(
        subject,
        "AmazonNeptune",
        "database",
        keepsBackups ? [STORAGE, REQUESTS, BACKUP] : [STORAGE, REQUESTS],
      ),
    };
  },
});

/** An instance of a Neptune cluster: its hours by class and by the cluster's storage type. */
export const neptuneInstance = defineResource({
  type: "aws:neptune/clusterInstance:ClusterInstance",
  title: "Neptune instance",
  source: "https://aws.amazon.com/neptune/pricing/",
  usage: {
    monthly_cpu_credit_hrs: { unit: "hours", description: "Credit hours for each hour of a burstable instance." },
  },
  cost: (subject) => {
    const { inputs, neighbours, resource, hoursPerMonth } = subject;
    const reading = inputs.text("instanceClass");
    if (reading.state !== "known")
      subject.gap(reading.state === "unknown" ? reading : "instanceClass", "the instance class is not known", true);
    const name = known(reading, "unknown");
    const optimized = neighbours.referred(resource, "clusterIdentifier", CLUSTER)[0]?.inputs.storageType === "iopt1";
    const count = counted(subject, "instances", 1);
    const lines: LineDraft[] = [
      {
        meter: "instance-hours",
        description: `Database instance (on-demand, ${name})`,
        category: "database",
        quantity: hoursPerMonth,
        unit: "hours",
        price: { service: "AmazonNeptune", item: `database/${name}/${optimized ? "io-optimized" : "on-demand"}` },
      },
    ];
    if (/^db\.t\d/.test(name)) {
      lines.push({
        meter: "cpu-credits",
        description: "CPU credits",
        category: "database",
        quantity: product("CPU credit hours", "vCPU-hours", [
          count,
          hoursPerMonth,
          subject.usage.quantity("monthly_cpu_credit_hrs", "vCPU-hours an hour"),
        ]),
        unit: "vCPU-hours",
        usageBased: true,
        price: { service: "AmazonNeptune", item: "cpu-credits" },
      });
    }
    return { lines };
  },
});
