import { derive, type Figure, product } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { type UsageLine, usageLines } from "../usage-lines.ts";

const SECONDS_PER_HOUR = 3600;

/** An Aurora cluster: storage, I/O, backups. Its instances are resources of their own, but for serverless of the first version. */
export const auroraCluster = defineResource({
  type: "aws:rds/cluster:Cluster",
  title: "Aurora cluster",
  source: "https://aws.amazon.com/rds/aurora/pricing/",
  usage: {
    storage_gb: { unit: "GB", description: "Data that is stored." },
    write_requests_per_sec: { unit: "requests", description: "I/O writes a second." },
    read_requests_per_sec: { unit: "requests", description: "I/O reads a second." },
    capacity_units_per_hr: { unit: "ACU", description: "Capacity units of a serverless cluster, on average." },
    backup_snapshot_size_gb: { unit: "GB", description: "Backups beyond the first day." },
    average_statements_per_hr: {
      unit: "statements",
      description: "Statements an hour that change data, for backtracking.",
    },
    snapshot_export_size_gb: { unit: "GB", description: "Snapshots exported to S3 in a month." },
  },
  cost: (subject) => {
    const { inputs } = subject;
    const serverless = known(inputs.text("engineMode"), "provisioned") === "serverless";
    const optimized = known(inputs.text("storageType"), "") === "aurora-iopt1";
    const retention = inputs.quantity("backupRetentionPeriod");
    const keepsBackups = retention.state === "known" && retention.value.gt(1);
    const backtracks = !serverless && !keepsBackups && known(inputs.text("engine"), "aurora") !== "aurora-postgresql";
    const lines: LineDraft[] = [];
    if (serverless) {
      lines.push(
        line(
          "serverless",
          "Aurora serverless",
          product("capacity", "ACU-hours", [
            subject.usage.quantity("capacity_units_per_hr", "ACU"),
            subject.hoursPerMonth,
          ]),
          "ACU-hours",
          "aurora/serverless-v1",
        ),
      );
    }
    const storage: UsageLine = optimized
      ? {
          meter: "storage",
          description: "Storage (I/O-optimized)",
          usage: "storage_gb",
          unit: "GB",
          item: "aurora/storage-io-optimized",
        }
      : { meter: "storage", description: "Storage", usage: "storage_gb", unit: "GB", item: "aurora/storage" };
    lines.push(...usageLines(subject, "AmazonRDS", "database", [storage]));
    if (!optimized || serverless)
      lines.push(line("requests", "I/O requests", requestsOf(subject), "1M requests", "aurora/requests"));
    const kept: UsageLine[] = [];
    if (keepsBackups)
      kept.push({
        meter: "backup",
        description: "Backup storage",
        usage: "backup_snapshot_size_gb",
        unit: "GB",
        item: "backup/aurora",
      });
    if (backtracks)
      kept.push({
        meter: "backtrack",
        description: "Backtrack",
        usage: "average_statements_per_hr",
        unit: "1M change-records",
        per: 1_000_000,
        item: "aurora/backtrack",
      });
    kept.push({
      meter: "snapshot-export",
      description: "Snapshot export",
      usage: "snapshot_export_size_gb",
      unit: "GB",
      item: "aurora/snapshot-export",
    });
    return { lines: [...lines, ...usageLines(subject, "AmazonRDS", "database", kept)] };
  },
});

const line = (meter: string, description: string, quantity: Figure, unit: string, item: string): LineDraft => ({
  meter,
  description,
  category: "database",
  quantity,
  unit,
  usageBased: true,
  price: { service: "AmazonRDS", item },
});

const requestsOf = ({ usage, hoursPerMonth }: Subject): Figure =>
  derive(
    "I/O requests",
    "1M requests",
    "(reads + writes a second) × 3600 × hours ÷ 1,000,000",
    [
      usage.quantity("read_requests_per_sec", "requests"),
      usage.quantity("write_requests_per_sec", "requests"),
      hoursPerMonth,
    ],
    (reads, writes, hours) => reads.plus(writes).times(SECONDS_PER_HOUR).times(hours).div(1_000_000),
  );
