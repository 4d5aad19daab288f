import { GB, GB_MONTHS, requestsBy, type ServiceMapping } from "./rule.ts";

const MILLION = 1_000_000;

/**
 * Step Functions, by the GB-hour as it is asked for. Usage types and units: AWS price list, offer AmazonStates, as Infracost's
 * sfn_state_machine.go and public cost estimators name them.
 */
export const amazonStates: ServiceMapping = {
  service: "AmazonStates",
  rules: [
    {
      usage: /^StateTransition$/,
      units: requestsBy(1000, "statetransitions", "statetransition"),
      unit: "1K transitions",
      item: "transitions",
    },
    { usage: /^StepFunctions-Request$/, units: requestsBy(MILLION), unit: "1M requests", item: "express/requests" },
    {
      usage: /^StepFunctions-GB-Second$/,
      units: { "gb-seconds": 3600, "gb-second": 3600 },
      unit: "GB-hours",
      item: "express/duration",
    },
  ],
};

/**
 * EventBridge. Events of partners share the usage type of an account's own and differ by operation. Usage types, operations
 * and units: AWS price list, offer AWSEvents, as Infracost's cloudwatch_event_bus.go and public cost estimators name them.
 */
export const awsEvents: ServiceMapping = {
  service: "AWSEvents",
  rules: [
    {
      usage: /^Event-64K-Chunks$/,
      where: { operation: ["PutEvents"] },
      units: requestsBy(MILLION, "64k-chunks"),
      unit: "1M events",
      item: "events/custom",
    },
    {
      usage: /^Event-64K-Chunks$/,
      where: { operation: ["ReceivedPartnerEvents"] },
      units: requestsBy(MILLION, "64k-chunks"),
      unit: "1M events",
      item: "events/third-party",
    },
    {
      usage: /^Event-8K-Chunks$/,
      where: { operation: ["DiscoveryEvent"] },
      units: requestsBy(MILLION, "8k-chunks"),
      unit: "1M events",
      item: "events/schema-discovery",
    },
    { usage: /^ArchivedEvents-Bytes$/, units: GB, unit: "GB", item: "archive/processing" },
    { usage: /^TimedStorage-ByteHrs$/, units: GB_MONTHS, unit: "GB", item: "archive/storage" },
  ],
};
