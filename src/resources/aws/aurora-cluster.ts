import type { Decimal } from "../../core/decimal.ts";
import { derive, type Figure, product } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { counted, soldBy } from "../quantities.ts";
import { type UsageLine, usageLines } from "../usage-lines.ts";
import { isMultiAzCluster, multiAzClusterLines } from "./parts/multi-az-cluster.ts";

const SECONDS_PER_HOUR = 3600;

/** Regions with backtracking. Source: AWS Config, rule `aurora-mysql-backtracking-enabled`, the regions that it names (2026). */
const BACKTRACKING: ReadonlySet<string> = new Set([
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
]);

/**
 * An Aurora cluster: storage, I/O, backups. Its instances are resources of their own, but for serverless of the first
 * version. RDS's own clusters of MySQL and PostgreSQL are declared by the same type.
 */
export const auroraCluster = defineResource({
  type: "aws:rds/cluster:Cluster",
  title: "RDS cluster",
  source: "https://aws.amazon.com/rds/aurora/pricing/",
  compute: isMultiAzCluster,
  usage: {
    storage_gb: { unit: "GB", description: "Data that is stored." },
    write_requests_per_sec: { unit: "requests", description: "I/O writes a second." },
    read_requests_per_sec: { unit: "requests", description: "I/O reads a second." },
    capacity_units_per_hr: { unit: "ACU", description: "Capacity units of a serverless cluster, on average." },
    backup_snapshot_size_gb: { unit: "GB", description: "One day's backup; the first day is included." },
    average_statements_per_hr: { unit: "statements", description: "Statements an hour, for backtracking." },
    change_records_per_statement: { unit: "records", description: "Records that a statement changes." },
    backtrack_window_hrs: { unit: "hours", description: "How far back the cluster can go." },
    snapshot_export_size_gb: { unit: "GB", description: "Snapshots exported to S3 in a month." },
    additional_backup_storage_gb: { unit: "GB", description: "Backups of a Multi-AZ DB cluster beyond its size." },
    monthly_additional_performance_insights_requests: {
      unit: "requests",
      description: "Performance Insights API requests of a Multi-AZ DB cluster beyond the free million.",
    },
  },
  cost: (subject) => {
    if (isMultiAzCluster(subject)) return { lines: multiAzClusterLines(subject) };
    const { inputs } = subject;
    const serverless = subject.orAssume(inputs.text("engineMode"), "provisioned", "engine mode") === "serverless";
    const optimized = subject.orAssume(inputs.text("storageType"), "", "storage type") === "aurora-iopt1";
    const retention = inputs.quantity("backupRetentionPeriod");
    const keepsBackups = retention.state === "known" && retention.value.gt(1);
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
    const [included, requests] =
      optimized && !serverless ? [" (included)", "aurora/requests-io-optimized"] : ["", "aurora/requests"];
    lines.push(line("requests", `I/O requests${included}`, requestsOf(subject), "1M requests", requests));
    if (keepsBackups)
      lines.push(line("backup", "Backup storage", backupOf(subject, retention.value), "GB", "backup/aurora"));
    if (!serverless && backtracks(subject))
      lines.push(line("backtrack", "Backtrack", backtrackOf(subject), "1M change-records", "aurora/backtrack"));
    const snapshots: UsageLine = {
      meter: "snapshot-export",
      description: "Snapshot export",
      usage: "snapshot_export_size_gb",
      unit: "GB",
      item: "aurora/snapshot-export",
    };
    return { lines: [...lines, ...usageLines(subject, "AmazonRDS", "database", [snapshots])] };
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

/** Only MySQL goes back, where its region can, unless the program says that it is not to (a window of 0). */
const backtracks = ({ inputs, region, orAssume }: Subject): boolean => {
  const engine = orAssume(inputs.text("engine"), "aurora", "engine");
  const window = inputs.quantity("backtrackWindow");
  return (
    (engine === "aurora" || engine === "aurora-mysql") &&
    (region === null || BACKTRACKING.has(region)) &&
    !(window.state === "known" && window.value.isZero())
  );
};

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

/** Each day that is kept holds a backup, and the first costs nothing. */
const backupOf = ({ usage }: Subject, days: Decimal): Figure =>
  derive(
    "backups",
    "GB",
    `one day's backup × (${days.toFixed()} days − 1)`,
    [usage.quantity("backup_snapshot_size_gb", "GB")],
    (size) => size.times(days.minus(1)),
  );

/** Changes that are kept for backtracking, for every hour of the month. */
const backtrackOf = (subject: Subject): Figure => {
  const { inputs, usage, hoursPerMonth } = subject;
  const seconds = inputs.quantity("backtrackWindow");
  const window =
    usage.has("backtrack_window_hrs") || seconds.state !== "known"
      ? usage.quantity("backtrack_window_hrs", "hours")
      : soldBy(counted(subject, "backtrack window", seconds.value, "seconds"), SECONDS_PER_HOUR, "hours");
  return soldBy(
    product("change records", "records", [
      usage.quantity("average_statements_per_hr", "statements"),
      usage.quantity("change_records_per_statement", "records"),
      window,
      hoursPerMonth,
    ]),
    1_000_000,
    "1M change-records",
  );
};
