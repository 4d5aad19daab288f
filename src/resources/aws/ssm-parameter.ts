import { defineResource } from "../define.ts";
import { type UsageLine, usageLines, whereStated } from "../usage-lines.ts";

const STORAGE: UsageLine = {
  meter: "storage",
  description: "Parameter storage (advanced)",
  usage: "parameter_storage_hrs",
  unit: "hours",
  item: "parameter/storage",
};
const REQUESTS: UsageLine = {
  meter: "requests",
  description: "API interactions (advanced)",
  usage: "monthly_api_interactions",
  unit: "10k interactions",
  per: 10_000,
  item: "parameter/requests",
};

/** A parameter: free in the standard tier; an advanced one is charged for its hours and requests. */
export const ssmParameter = defineResource({
  type: "aws:ssm/parameter:Parameter",
  title: "Parameter",
  source: "https://aws.amazon.com/systems-manager/pricing/",
  usage: {
    parameter_storage_hrs: { unit: "hours", description: "Hours that it is stored in a month." },
    monthly_api_interactions: { unit: "interactions", description: "API interactions in a month." },
    api_throughput_limit: { unit: "text", description: "standard, advanced or higher" },
  },
  cost: (subject) => {
    const tier = subject.orAssume(subject.inputs.text("tier"), "Standard", "tier");
    const throughput =
      subject.usage.choice("api_throughput_limit", ["standard", "advanced", "higher"]) ??
      (tier === "Advanced" ? "advanced" : "standard");
    const rows = [
      ...(tier === "Advanced" ? [STORAGE] : []),
      ...(throughput === "standard" ? [] : tier === "Advanced" ? [REQUESTS] : whereStated(subject, [REQUESTS])),
    ];
    if (rows.length === 0) return { free: "standard parameters are free" };
    return { lines: usageLines(subject, "AWSSystemsManager", "security", rows) };
  },
});
