import { requestsBy, type ServiceMapping, type Units } from "./rule.ts";

const GB_SECONDS: Units = { "lambda-gb-second": 1, second: 1, seconds: 1, "gb-seconds": 1, "gb-second": 1 };

/** Requests, duration and storage. The free tier is the account's, listed under a usage type of no region. */
export const awsLambda: ServiceMapping = {
  service: "AWSLambda",
  rules: [
    {
      usage: /^Request$/,
      where: { group: ["AWS-Lambda-Requests", ""] },
      units: requestsBy(1_000_000),
      unit: "1M requests",
      item: "requests",
    },
    { usage: /^Lambda-GB-Second$/, units: GB_SECONDS, unit: "GB-seconds", item: "duration/x86-64" },
    { usage: /^Lambda-GB-Second-ARM$/, units: GB_SECONDS, unit: "GB-seconds", item: "duration/arm64" },
    { usage: /^Lambda-Storage-Duration$/, units: GB_SECONDS, unit: "GB-seconds", item: "ephemeral-storage" },
  ],
};
