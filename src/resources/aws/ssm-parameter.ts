import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { type UsageLine, usageLines, whereStated } from "../usage-lines.ts";

const REQUESTS: UsageLine = {
  meter: "requests",
  description: "API interactions (advanced)",
  usage: "monthly_api_interactions",
  unit: "10k interactions",
  per: 10_000,
  item: "parameter/requests",
};

/** An advanced parameter is stored every hour of the month, unless usage says less. */
const storage = ({ usage, hoursPerMonth }: Subject): LineDraft => ({
  meter: "storage",
  description: "Parameter storage (advanced)",
  category: "security",
  quantity: usage.has("parameter_storage_hrs") ? usage.quantity("parameter_storage_hrs", "hours") : hoursPerMonth,
  unit: "hours",
  price: { service: "AWSSystemsManager", item: "parameter/storage" },
});

/** A parameter: free in the standard tier; an advanced one is charged for its hours and requests. */
export const ssmParameter = defineResource({
  type: "aws:ssm/parameter:Parameter",
  title: "Parameter",
  source: "https://aws.amazon.com/systems-manager/pricing/",
  usage: {
    parameter_storage_hrs: {
      unit: "hours",
      description: "Hours that it is stored in a month; all of them where absent.",
    },
    monthly_api_interactions: { unit: "interactions", description: "API interactions in a month." },
    api_throughput_limit: { unit: "text", description: "standard, advanced or higher" },
  },
  cost: (subject) => {
    const tier = subject.orAssume(subject.inputs.text("tier"), "Standard", "tier");
    const throughput =
      subject.usage.choice("api_throughput_limit", ["standard", "advanced", "higher"]) ??
      (tier === "Advanced" ? "advanced" : "standard");
    const requests =
      throughput === "standard" ? [] : tier === "Advanced" ? [REQUESTS] : whereStated(subject, [REQUESTS]);
    const lines = [
      ...(tier === "Advanced" ? [storage(subject)] : []),
      ...usageLines(subject, "AWSSystemsManager", "security", requests),
    ];
    return lines.length === 0 ? { free: "standard parameters are free" } : { lines };
  },
});
