import type { LineDraft, Subject } from "../../define.ts";
import { counted } from "../../quantities.ts";
import { usageLines } from "../../usage-lines.ts";
import { vcpusOfSize } from "./instance-families.ts";

/** Days that Performance Insights keeps without charge, and the vCPUs that a class of an unknown size is taken for. */
const FREE_DAYS = 7;
const SMALL_VCPUS = 2;

/** What Performance Insights charges: keeping its data for long, by vCPU, and requests beyond the free million. */
export const insightLines = (subject: Subject, instanceClass: string, instances = 1): LineDraft[] => {
  const { inputs } = subject;
  if (!subject.orAssume(inputs.flag("performanceInsightsEnabled"), false, "performance insights enabled")) return [];
  const days = inputs.quantity("performanceInsightsRetentionPeriod");
  const lines: LineDraft[] = [];
  if (days.state === "unknown") subject.gap(days, "how long its insights are kept is not known before deployment");
  if (days.state === "known" && days.value.gt(FREE_DAYS)) lines.push(retentionLine(subject, instanceClass, instances));
  const requests = {
    meter: "insights-requests",
    description: "Performance Insights API",
    usage: "monthly_additional_performance_insights_requests",
    unit: "1000 requests",
    per: 1000,
    item: "performance-insights/requests",
  };
  return [...lines, ...usageLines(subject, "AmazonRDS", "database", [requests])];
};

/** By vCPU, or by the capacity units that a serverless instance has on average. */
const retentionLine = (subject: Subject, instanceClass: string, instances: number): LineDraft => {
  const serverless = instanceClass === "db.serverless";
  const [name, unit, item] = serverless
    ? ["serverless", "ACUs", "serverless"]
    : [instanceClass, "vCPU-month", instanceClass.split(".")[1] ?? "unknown"];
  return {
    meter: "insights-retention",
    description: `Performance Insights Long Term Retention (${name})`,
    category: "database",
    quantity: serverless
      ? subject.usage.quantity("capacity_units_per_hr", unit)
      : counted(subject, "vCPUs", (vcpusOfSize(instanceClass.split(".")[2] ?? "") ?? SMALL_VCPUS) * instances, unit),
    unit,
    ...(serverless && { usageBased: true }),
    price: { service: "AmazonRDS", item: `performance-insights/retention/${item}` },
  };
};
