import type { LineDraft, Subject } from "../../define.ts";
import { known } from "../../inputs.ts";
import { counted } from "../../quantities.ts";
import { usageLines } from "../../usage-lines.ts";

/** Days that Performance Insights keeps without charge, and sizes up to `large` with two vCPUs (RDS User Guide, "DB instance classes"). */
const FREE_DAYS = 7;
const SMALL_VCPUS = 2;
const VCPUS_OF_XLARGE = 4;

/** vCPUs of a database class by its size: `db.r4.8xlarge` has 32. */
const vcpusOf = (instanceClass: string): number => {
  const size = instanceClass.split(".")[2] ?? "";
  const factor = /^(\d*)xlarge$/.exec(size)?.[1];
  return factor === undefined ? SMALL_VCPUS : VCPUS_OF_XLARGE * Number(factor || "1");
};

/** What Performance Insights charges: keeping its data for long, by vCPU, and requests beyond the free million. */
export const insightLines = (subject: Subject, instanceClass: string): LineDraft[] => {
  const { inputs } = subject;
  if (!known(inputs.flag("performanceInsightsEnabled"), false)) return [];
  const days = inputs.quantity("performanceInsightsRetentionPeriod");
  const lines: LineDraft[] = [];
  if (days.state === "known" && days.value.gt(FREE_DAYS)) {
    lines.push({
      meter: "insights-retention",
      description: `Performance Insights Long Term Retention (${instanceClass})`,
      category: "database",
      quantity: counted(subject, "vCPUs", vcpusOf(instanceClass), "vCPU-month"),
      unit: "vCPU-month",
      price: {
        service: "AmazonRDS",
        item: `performance-insights/retention/${instanceClass.split(".")[1] ?? "unknown"}`,
      },
    });
  }
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
