import { type MappingRule, requestsBy, type ServiceMapping, type Units } from "./rule.ts";

const GB_SECONDS: Units = { "lambda-gb-second": 1, second: 1, seconds: 1, "gb-seconds": 1, "gb-second": 1 };

/** What is provisioned, by the group of its rows: Infracost's lambda_provisioned_concurrency_config.go. */
const PROVISIONED = {
  "AWS-Lambda-Provisioned-Concurrency": "provisioned/x86-64",
  "AWS-Lambda-Provisioned-Concurrency-ARM": "provisioned/arm64",
  "AWS-Lambda-Duration-Provisioned": "provisioned-duration/x86-64",
  "AWS-Lambda-Duration-Provisioned-ARM": "provisioned-duration/arm64",
} as const;

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
    {
      usage: /^Lambda-Storage-(?:GB-Second|Duration)$/,
      units: GB_SECONDS,
      unit: "GB-seconds",
      item: "ephemeral-storage",
    },
    ...Object.entries(PROVISIONED).map(
      ([group, item]): MappingRule => ({
        usage: /^Lambda-/,
        where: { group: [group] },
        units: GB_SECONDS,
        unit: "GB-seconds",
        item,
      }),
    ),
  ],
};
