import { defineResource } from "../define.ts";
import { known } from "../inputs.ts";
import { type UsageLine, usageKeys, usageLines } from "../usage-lines.ts";

const LINES: readonly UsageLine[] = [
  { meter: "storage", description: "Storage", usage: "data_storage_gb", unit: "GB", item: "storage" },
  {
    meter: "requests",
    description: "I/O requests",
    usage: "monthly_io_requests",
    unit: "1M requests",
    per: 1_000_000,
    item: "requests",
  },
];
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
  usage: usageKeys([...LINES, CREDITS]),
  cost: (subject) => {
    const reading = subject.inputs.text("instanceClass");
    if (reading.state !== "known")
      subject.gap(reading.state === "unknown" ? reading : "instanceClass", "the instance class is not known", true);
    const name = known(reading, "unknown");
    return {
      lines: [
        {
          meter: "instance-hours",
          description: `Database instance (on-demand, ${name})`,
          category: "database",
          quantity: subject.hoursPerMonth,
          unit: "hours",
          price: { service: "AmazonDocDB", item: `database/${name}/on-demand` },
        },
        ...usageLines(subject, "AmazonDocDB", "database", /^db\.t\d/.test(name) ? [...LINES, CREDITS] : LINES),
      ],
    };
  },
});
