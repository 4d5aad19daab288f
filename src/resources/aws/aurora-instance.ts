import { type Figure, product, stated } from "../../core/figure.ts";
import type { PlanResource } from "../../model/plan.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { counted } from "../quantities.ts";
import { inherited } from "./parts/inherited.ts";
import { insightLines } from "./parts/performance-insights.ts";
import { reservationOf } from "./parts/purchase.ts";
import { supportLines } from "./parts/rds-support.ts";

const CLUSTER = "aws:rds/cluster:Cluster";

/** An instance of an Aurora cluster: its hours by class, or its capacity units where it is serverless. */
export const auroraInstance = defineResource({
  type: "aws:rds/clusterInstance:ClusterInstance",
  title: "Aurora instance",
  source: "https://aws.amazon.com/rds/aurora/pricing/",
  usage: {
    capacity_units_per_hr: { unit: "ACU", description: "Capacity units of a serverless instance, on average." },
    monthly_cpu_credit_hrs: {
      unit: "hours",
      description: "Hours a month that a burstable class runs above its baseline.",
    },
    vcpu_count: { unit: "vCPU", description: "vCPUs of a burstable class." },
    monthly_additional_performance_insights_requests: {
      unit: "requests",
      description: "Performance Insights API requests beyond the free million.",
    },
    reserved_instance_term: { unit: "text", description: "1_year or 3_year" },
    reserved_instance_payment_option: { unit: "text", description: "no_upfront, partial_upfront or all_upfront" },
  },
  cost: (subject) => {
    const { inputs, neighbours, resource } = subject;
    const cluster = neighbours.referred(resource, "clusterIdentifier", CLUSTER)[0];
    const engine = engineOf(subject, cluster);
    const version = inherited(subject, cluster, (read) => read.text("engineVersion"));
    const optimized = cluster?.inputs.storageType === "aurora-iopt1";
    const reading = inputs.text("instanceClass");
    if (reading.state !== "known")
      subject.gap(reading.state === "unknown" ? reading : "instanceClass", "the instance class is not known", true);
    const name = known(reading, "unknown");
    if (name === "db.serverless")
      return { lines: [serverlessLine(subject, cluster, optimized), ...insightLines(subject, name)] };
    return {
      lines: [
        ...instanceLines(subject, name, engine, optimized),
        ...creditLines(subject, name),
        ...insightLines(subject, name),
        ...supportLines(subject, engine, name, 1, version),
      ],
    };
  },
});

const line = (meter: string, description: string, quantity: Figure, unit: string, item: string): LineDraft => ({
  meter,
  description,
  category: "database",
  quantity,
  unit,
  price: { service: "AmazonRDS", item },
});

/** Its capacity units an hour: as usage states them, else the least that its cluster declares, which is charged in any case. */
const capacityUnits = (subject: Subject, cluster: PlanResource | undefined): Figure => {
  const key = "capacity_units_per_hr";
  const least = cluster && subject.of(cluster).inputs.quantity("serverlessv2ScalingConfiguration.minCapacity");
  if (subject.usage.has(key) || least?.state !== "known" || least.value.isZero())
    return subject.usage.quantity(key, "ACU");
  subject.assume(`Counted at its least capacity of ${least.value} ACU; state usage ${key} where it is more.`);
  return stated("least capacity", least.value, "ACU", `the declaration of ${cluster?.name}`);
};

const serverlessLine = (subject: Subject, cluster: PlanResource | undefined, optimized: boolean): LineDraft => {
  const units = product("capacity", "ACU-hours", [capacityUnits(subject, cluster), subject.hoursPerMonth]);
  const [suffix, item] = optimized
    ? [" (I/O-optimized)", "aurora/serverless-v2-io-optimized"]
    : ["", "aurora/serverless-v2"];
  return { ...line("serverless", `Aurora serverless v2${suffix}`, units, "ACU-hours", item), usageBased: true };
};

const engineOf = (subject: Subject, cluster: PlanResource | undefined): string => {
  const stated = inherited(subject, cluster, (read) => read.text("engine"));
  const engine = subject.orAssume(stated, "aurora-mysql", "engine");
  return engine === "aurora" ? "aurora-mysql" : engine;
};

const instanceLines = (subject: Subject, name: string, engine: string, optimized: boolean): LineDraft[] => {
  const reservation = reservationOf(subject, false);
  const item = `database/${name}/${engine}/single-az`;
  const title = `Database instance (${reservation ? "reserved" : "on-demand"}, ${name})`;
  const lines = [
    line(
      "instance-hours",
      title,
      subject.hoursPerMonth,
      "hours",
      `${item}/${reservation?.item ?? (optimized ? "io-optimized" : "on-demand")}`,
    ),
  ];
  if (reservation?.upfront) {
    lines.push({
      ...line(
        "reservation-upfront",
        `Reservation fee (${name})`,
        counted(subject, "reservations", 1),
        "reservations",
        `${item}/${reservation.item}-fee`,
      ),
      schedule: {
        kind: "prepaid",
        termMonths: stated("reservation term", reservation.months, "months", "usage reserved_instance_term"),
      },
    });
  }
  return reservation?.hourly === false ? lines.slice(1) : lines;
};

/** vCPUs of the burstable classes up to `large` are two. Source: RDS User Guide, "DB instance classes". */
const BURSTABLE_VCPUS = 2;

const creditLines = (subject: Subject, name: string): LineDraft[] => {
  const { usage } = subject;
  if (!/^db\.t\d/.test(name) || !usage.has("monthly_cpu_credit_hrs")) return [];
  const vcpus = usage.has("vcpu_count")
    ? usage.quantity("vcpu_count", "vCPU")
    : counted(subject, "vCPUs", BURSTABLE_VCPUS, "vCPU");
  const hours = product("CPU credit hours", "vCPU-hours", [vcpus, usage.quantity("monthly_cpu_credit_hrs", "hours")]);
  return [{ ...line("cpu-credits", "CPU credits", hours, "vCPU-hours", "aurora/cpu-credits"), usageBased: true }];
};
