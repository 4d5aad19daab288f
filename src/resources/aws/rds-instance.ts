import { stated } from "../../core/figure.ts";
import type { PlanResource } from "../../model/plan.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { counted } from "../quantities.ts";
import { usageLines, whereStated } from "../usage-lines.ts";
import { inherited } from "./parts/inherited.ts";
import { insightLines } from "./parts/performance-insights.ts";
import { reservationOf } from "./parts/purchase.ts";
import { supportLines } from "./parts/rds-support.ts";
import { rdsStorageLines } from "./rds-storage.ts";

const TYPE = "aws:rds/instance:Instance";

/** Engines as the RDS API names them, with the name their prices have. */
const ENGINES: Readonly<Record<string, string>> = {
  mysql: "mysql",
  postgres: "postgres",
  mariadb: "mariadb",
  "aurora-mysql": "aurora-mysql",
  "aurora-postgresql": "aurora-postgresql",
  aurora: "aurora-mysql",
  "oracle-se": "oracle-se",
  "oracle-se1": "oracle-se1",
  "oracle-se2": "oracle-se2",
  "oracle-se2-cdb": "oracle-se2",
  "oracle-ee": "oracle-ee",
  "oracle-ee-cdb": "oracle-ee",
  "sqlserver-ex": "sqlserver-ex",
  "sqlserver-web": "sqlserver-web",
  "sqlserver-se": "sqlserver-se",
  "sqlserver-ee": "sqlserver-ee",
};

/** Oracle editions that AWS rents without licence only. */
const BROUGHT_LICENCE: ReadonlySet<string> = new Set(["oracle-se", "oracle-ee"]);

/** A database instance: its hours by class, engine and zones, its storage, and what is kept beyond the included. */
export const rdsInstance = defineResource({
  type: TYPE,
  title: "RDS instance",
  source: "https://aws.amazon.com/rds/pricing/",
  compute: false,
  usage: {
    additional_backup_storage_gb: { unit: "GB", description: "Backups beyond the size of the database." },
    monthly_standard_io_requests: { unit: "requests", description: "I/O requests to magnetic storage." },
    monthly_cpu_credit_hrs: { unit: "vCPU-hours", description: "vCPU-hours of CPU credits of a burstable class." },
    monthly_additional_performance_insights_requests: {
      unit: "requests",
      description: "Performance Insights API requests beyond the free million.",
    },
    reserved_instance_term: { unit: "text", description: "1_year or 3_year" },
    reserved_instance_payment_option: { unit: "text", description: "no_upfront, partial_upfront or all_upfront" },
  },
  cost: (subject) => {
    const multiAz = subject.orAssume(subject.inputs.flag("multiAz"), false, "Multi-AZ");
    const instanceClass = known(subject.inputs.text("instanceClass"), "unknown");
    const source = subject.neighbours.referred(subject.resource, "replicateSourceDb", TYPE)[0];
    const engine = engineOf(subject, source);
    const version = inherited(subject, source, (read) => read.text("engineVersion"));
    return {
      lines: [
        ...instanceLines(subject, engine, multiAz),
        ...rdsStorageLines(subject, { engine, zones: multiAz ? "multi-az" : "single-az", source }),
        ...keptLines(subject, engine),
        ...supportLines(subject, engine, instanceClass, multiAz ? 2 : 1, version),
      ],
    };
  },
});

const engineOf = (subject: Subject, source: PlanResource | undefined): string => {
  const { inputs } = subject;
  const stated = inherited(subject, source, (read) => read.text("engine"));
  const name = subject.orAssume(stated, "mysql", "engine");
  if (stated.state === "absent" && inputs.value("snapshotIdentifier").state !== "absent") {
    subject.gap("engine", "its engine is that of its snapshot, which is not in this plan");
    subject.assume("Engine: mysql, since that of its snapshot is not known; state engine where it is another.");
  }
  const engine = ENGINES[name];
  if (engine === undefined)
    throw inputs.error("engine", `must be one of ${Object.keys(ENGINES).join(", ")}, not ${JSON.stringify(name)}`);
  return engine;
};

const instanceLines = (subject: Subject, engine: string, multiAz: boolean): LineDraft[] => {
  const { inputs, hoursPerMonth } = subject;
  const reading = inputs.text("instanceClass");
  if (reading.state !== "known")
    subject.gap(reading.state === "unknown" ? reading : "instanceClass", "the instance class is not known", true);
  const name = known(reading, "unknown");
  if (reading.state === "known" && !/^db\.[a-z0-9-]+\.[a-z0-9.-]+$/.test(name)) {
    throw inputs.error("instanceClass", `must be an instance class as db.m6g.large, not ${JSON.stringify(name)}`);
  }
  const brought =
    subject.orAssume(inputs.text("licenseModel"), "", "license model") === "bring-your-own-license" ||
    BROUGHT_LICENCE.has(engine);
  const zones = multiAz ? "multi-az" : "single-az";
  const item = `database/${name}/${engine}${brought ? "-byol" : ""}/${zones}`;
  const reservation = reservationOf(subject, false);
  const lines: LineDraft[] = [];
  if (reservation?.hourly ?? true) {
    lines.push({
      meter: "instance-hours",
      description: `Database instance (${reservation ? "reserved" : "on-demand"}, ${multiAz ? "Multi-AZ" : "Single-AZ"}, ${name})`,
      category: "database",
      quantity: hoursPerMonth,
      unit: "hours",
      price: { service: "AmazonRDS", item: `${item}/${reservation?.item ?? "on-demand"}` },
    });
  }
  if (reservation?.upfront) {
    lines.push({
      meter: "reservation-upfront",
      description: `Reservation fee (${name})`,
      category: "database",
      quantity: counted(subject, "reservations", 1),
      unit: "reservations",
      price: { service: "AmazonRDS", item: `${item}/${reservation.item}-fee` },
      schedule: {
        kind: "prepaid",
        termMonths: stated("reservation term", reservation.months, "months", "usage reserved_instance_term"),
      },
    });
  }
  return lines;
};

/** Backups beyond the included, credits of burstable classes, insights that are kept for long. */
const keptLines = (subject: Subject, engine: string): LineDraft[] => {
  const { inputs } = subject;
  const aurora = engine.startsWith("aurora");
  const backup = {
    meter: "backup",
    description: "Additional backup storage",
    usage: "additional_backup_storage_gb",
    unit: "GB",
    item: aurora ? "backup/aurora" : "backup/standard",
  };
  const credits = {
    meter: "cpu-credits",
    description: "CPU credits",
    usage: "monthly_cpu_credit_hrs",
    unit: "vCPU-hours",
    item: "cpu-credits",
  };
  const retention = inputs.quantity("backupRetentionPeriod");
  const keepsBackups = retention.state === "known" && retention.value.gt(0);
  const rows = [...(keepsBackups ? [backup] : whereStated(subject, [backup])), ...whereStated(subject, [credits])];
  return [
    ...usageLines(subject, "AmazonRDS", "database", rows),
    ...insightLines(subject, known(inputs.text("instanceClass"), "unknown")),
  ];
};
