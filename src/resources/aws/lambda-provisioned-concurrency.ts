import { derive } from "../../core/figure.ts";
import { defineResource, type LineDraft } from "../define.ts";
import { declared, soldBy } from "../quantities.ts";

const SECONDS_PER_HOUR = 3600;
const MB_PER_GB = 1024;

/** Concurrency that is kept ready: its memory for as long as it is on, and the requests that it answers. */
export const lambdaProvisionedConcurrency = defineResource({
  type: "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
  title: "Lambda provisioned concurrency",
  source: "https://aws.amazon.com/lambda/pricing/",
  usage: {
    monthly_duration_hrs: { unit: "hours", description: "Hours a month that it is on." },
    monthly_requests: { unit: "requests", description: "Requests in a month." },
    request_duration_ms: { unit: "ms", description: "Average duration of a request." },
    architecture: { unit: "text", description: "x86_64 or arm64" },
    memory_mb: { unit: "MB", description: "Memory of the function." },
  },
  cost: (subject) => {
    const { inputs, usage } = subject;
    const architecture = usage.choice("architecture", ["x86_64", "arm64"]) === "arm64" ? "arm64" : "x86-64";
    const ready = declared(subject, inputs.count("provisionedConcurrentExecutions"), {
      name: "concurrency",
      unit: "1",
    });
    const memory = usage.quantity("memory_mb", "MB");
    const line = (
      meter: string,
      description: string,
      quantity: LineDraft["quantity"],
      unit: string,
      item: string,
    ): LineDraft => ({
      meter,
      description,
      category: "compute",
      quantity,
      unit,
      usageBased: true,
      price: { service: "AWSLambda", item },
    });
    const kept = derive(
      "GB-seconds",
      "GB-seconds",
      "executions × hours × 3600 × MB ÷ 1024",
      [ready, usage.quantity("monthly_duration_hrs", "hours"), memory],
      (count, hours, mb) => count.times(hours).times(SECONDS_PER_HOUR).times(mb).div(MB_PER_GB),
    );
    const used = derive(
      "GB-seconds",
      "GB-seconds",
      "requests × ms ÷ 1000 × MB ÷ 1024",
      [usage.quantity("monthly_requests", "requests"), usage.quantity("request_duration_ms", "ms"), memory],
      (count, ms, mb) => count.times(ms).div(1000).times(mb).div(MB_PER_GB),
    );
    return {
      lines: [
        line(
          "requests",
          "Requests",
          soldBy(usage.quantity("monthly_requests", "requests"), 1_000_000, "1M requests"),
          "1M requests",
          "requests",
        ),
        line("provisioned", "Provisioned Concurrency", kept, "GB-seconds", `provisioned/${architecture}`),
        line("duration", "Duration", used, "GB-seconds", `provisioned-duration/${architecture}`),
      ],
    };
  },
});
