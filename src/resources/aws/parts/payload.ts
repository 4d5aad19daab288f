import { derive, type Figure } from "../../../core/figure.ts";
import type { Subject } from "../../define.ts";

/** Size that one request of SQS or SNS carries; a larger one counts several times. */
const KB_PER_REQUEST = 64;

/** Requests as they are billed: `monthly_requests`, each counted once for every 64 KB of `request_size_kb`. */
export const billedRequests = (subject: Subject): Figure => {
  const requests = subject.usage.quantity("monthly_requests", "requests");
  if (!subject.usage.has("request_size_kb")) return requests;
  return derive(
    "billed requests",
    "requests",
    `requests × ⌈size ÷ ${KB_PER_REQUEST} KB⌉`,
    [requests, subject.usage.quantity("request_size_kb", "KB")],
    (count, size) => count.times(size.div(KB_PER_REQUEST).ceil()),
  );
};

export const PAYLOAD_USAGE = {
  monthly_requests: { unit: "requests", description: "Requests in a month." },
  request_size_kb: { unit: "KB", description: "Average size of a request." },
} as const;
