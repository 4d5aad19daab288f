import { defineResource } from "../define.ts";
import { known } from "../inputs.ts";
import { type UsageLine, usageKeys, usageLines } from "../usage-lines.ts";

const CLUSTER = "aws:docdb/cluster:Cluster";
const STORAGE: UsageLine = {
  meter: "storage",
  description: "Storage",
  usage: "data_storage_gb",
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
/** An I/O-optimized cluster pays more for its instances and its storage, and nothing for requests. */
const OPTIMIZED: UsageLine = { ...STORAGE, description: "Storage (I/O-optimized)", item: "storage-io-optimized" };
const CREDITS: UsageLine = {
  meter: "cpu-credits",
  description: "CPU credits",
  usage: "monthly_cpu_credit_hrs",
  unit: "vCPU-hours",
  item: "cpu-credits",
};

/** An instance of a DocumentDB cluster: its hours, and the storage and I/O that usage states with it. */
export const docdbInstance = defineResource({
  type: "aws:docdb/clusterInstance:ClusterInstance",
  title: "DocumentDB instance",
  source: "https://aws.amazon.com/documentdb/pricing/",
  usage: usageKeys([STORAGE, REQUESTS, CREDITS]),
  cost: (subject) => {
    const reading = subject.inputs.text("instanceClass");
    if (reading.state !== "known")
      subject.gap(reading.state === "unknown" ? reading : "instanceClass", "the instance class is not known", true);
    const name = known(reading, "unknown");
    const cluster = subject.neighbours.referred(subject.resource, "clusterIdentifier", CLUSTER)[0];
    const optimized = cluster?.inputs.storageType === "iopt1";
    const rows = optimized ? [OPTIMIZED] : [STORAGE, REQUESTS];
    return {
      lines: [
        {
          meter: "instance-hours",
          description: `Database instance (on-demand, ${name})`,
          category: "database",
          quantity: subject.hoursPerMonth,
          unit: "hours",
          price: { service: "AmazonDocDB", item: `database/${name}/${optimized ? "io-optimized" : "on-demand"}` },
        },
        ...usageLines(subject, "AmazonDocDB", "database", /^db\.t\d/.test(name) ? [...rows, CREDITS] : rows),
      ],
    };
  },
});
