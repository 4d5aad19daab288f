import { derive, type Figure } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { declared, soldBy } from "../quantities.ts";
import { architectureOf, LAMBDA_FUNCTION, memoryOf } from "./lambda-function.ts";

const SECONDS_PER_HOUR = 3600;
const MB_PER_GB = 1024;

/** Concurrency that is kept ready: its memory for as long as it is on, and the requests that it answers. */
export const lambdaProvisionedConcurrency = defineResource({
  type: "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
  title: "Lambda provisioned concurrency",
  source: "https://aws.amazon.com/lambda/pricing/",
  usage: {
    monthly_duration_hrs: { unit: "hours", description: "Hours a month that it is on; all of them where absent." },
    monthly_requests: { unit: "requests", description: "Requests in a month." },
    request_duration_ms: { unit: "ms", description: "Average duration of a request." },
    architecture: { unit: "text", description: "x86_64 or arm64, where the function is not of the plan." },
    memory_mb: { unit: "MB", description: "Memory of the function, where it is not of the plan." },
  },
  cost: (subject) => {
    const { inputs, usage } = subject;
    const served = functionOf(subject);
    const stated = usage.choice("architecture", ["x86_64", "arm64"]);
    const architecture = (stated ?? served?.architecture) === "arm64" ? "arm64" : "x86-64";
    const ready = declared(subject, inputs.count("provisionedConcurrentExecutions"), {
      name: "concurrency",
      unit: "1",
    });
    const memory = usage.has("memory_mb") || served === undefined ? usage.quantity("memory_mb", "MB") : served.memory;
    const always = !usage.has("monthly_duration_hrs");
    if (always && memory.value !== null)
      subject.assume("It is kept ready all month; state usage monthly_duration_hrs where it is switched off.");
    const hours = always ? subject.hoursPerMonth : usage.quantity("monthly_duration_hrs", "hours");
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
      [ready, hours, memory],
      (count, on, mb) => count.times(on).times(SECONDS_PER_HOUR).times(mb).div(MB_PER_GB),
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
        {
          ...line("provisioned", "Provisioned Concurrency", kept, "GB-seconds", `provisioned/${architecture}`),
          usageBased: !always || memory.value === null,
        },
        line("duration", "Duration", used, "GB-seconds", `provisioned-duration/${architecture}`),
      ],
    };
  },
});

/** What the function of the plan says of itself that is kept ready. */
const functionOf = (subject: Subject): { readonly memory: Figure; readonly architecture: string } | undefined => {
  const found = subject.neighbours.referred(subject.resource, "functionName", LAMBDA_FUNCTION)[0];
  if (found === undefined) return undefined;
  const lambda = subject.of(found);
  return { memory: memoryOf(lambda), architecture: architectureOf(lambda) };
};
