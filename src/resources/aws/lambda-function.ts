import { derive, type Figure } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { above, declared, soldBy } from "../quantities.ts";

/** Memory and temporary storage of a function that states none, MB (Lambda API, CreateFunction). */
const DEFAULT_MEMORY = { value: 128, because: "Lambda gives 128 MB where nothing states the memory." };
const INCLUDED_STORAGE_MB = 512;
const MB_PER_GB = 1024;
const MS_PER_SECOND = 1000;

export const LAMBDA_FUNCTION = "aws:lambda/function:Function";

/** The memory of a function, MB. */
export const memoryOf = (subject: Subject): Figure =>
  declared(subject, subject.inputs.quantity("memorySize"), { name: "memory", unit: "MB", otherwise: DEFAULT_MEMORY });

/** The processors that a function runs on, as its prices name them. */
export const architectureOf = (subject: Subject): "arm64" | "x86-64" =>
  subject.orAssume(subject.inputs.text("architectures.0"), "x86_64", "architectures") === "arm64" ? "arm64" : "x86-64";

/** A function: its requests, the memory it holds for how long, and temporary storage above the included. */
export const lambdaFunction = defineResource({
  type: LAMBDA_FUNCTION,
  title: "Lambda function",
  source: "https://aws.amazon.com/lambda/pricing/",
  usage: {
    monthly_requests: { unit: "requests", description: "Requests in a month." },
    request_duration_ms: { unit: "ms", description: "Average duration of a request." },
  },
  cost: (subject) => {
    const { inputs, usage } = subject;
    const architecture = architectureOf(subject);
    const memory = memoryOf(subject);
    const lines: LineDraft[] = [
      {
        meter: "requests",
        description: "Requests",
        category: "compute",
        quantity: soldBy(usage.quantity("monthly_requests", "requests"), 1_000_000, "1M requests"),
        unit: "1M requests",
        usageBased: true,
        price: { service: "AWSLambda", item: "requests" },
      },
      {
        meter: "duration",
        description: "Duration",
        category: "compute",
        quantity: gbSeconds(subject, memory),
        unit: "GB-seconds",
        usageBased: true,
        price: { service: "AWSLambda", item: `duration/${architecture}` },
      },
    ];
    const storage = inputs.quantity("ephemeralStorage.size");
    if (storage.state === "unknown" || (storage.state === "known" && storage.value.gt(INCLUDED_STORAGE_MB))) {
      lines.push({
        meter: "ephemeral-storage",
        description: "Ephemeral storage",
        category: "compute",
        quantity: gbSeconds(
          subject,
          above(declared(subject, storage, { name: "ephemeral storage", unit: "MB" }), INCLUDED_STORAGE_MB),
        ),
        unit: "GB-seconds",
        usageBased: true,
        price: { service: "AWSLambda", item: "ephemeral-storage" },
      });
    }
    return { lines };
  },
});

const gbSeconds = ({ usage }: Subject, megabytes: Figure): Figure =>
  derive(
    `GB-seconds of ${megabytes.name}`,
    "GB-seconds",
    "requests × ⌈ms⌉ ÷ 1000 × MB ÷ 1024",
    [usage.quantity("monthly_requests", "requests"), usage.quantity("request_duration_ms", "ms"), megabytes],
    (requests, ms, mb) => requests.times(ms.ceil()).div(MS_PER_SECOND).times(mb).div(MB_PER_GB),
  );
