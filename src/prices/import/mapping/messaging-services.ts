import { GB, GB_MONTHS, requestsBy, type ServiceMapping } from "./rule.ts";

const MILLIONS = requestsBy(1_000_000);

/** Queues. Usage types: AWS price list, offer AWSQueueService. */
export const awsQueueService: ServiceMapping = {
  service: "AWSQueueService",
  rules: [
    { usage: /^Requests(?:-RBP|-Tier1)?$/, units: MILLIONS, unit: "1M requests", item: "requests/standard" },
    { usage: /^Requests-FIFO(?:-RBP|-Tier1)?$/, units: MILLIONS, unit: "1M requests", item: "requests/fifo" },
  ],
};

/** Topics. Usage types: AWS price list, offer AmazonSNS. Prices by recipient's country are not taken. */
export const amazonSns: ServiceMapping = {
  service: "AmazonSNS",
  rules: [
    { usage: /^Requests-Tier1$/, units: MILLIONS, unit: "1M requests", item: "requests/standard" },
    { usage: /^F-Request-Tier1$/, units: MILLIONS, unit: "1M requests", item: "requests/fifo" },
    { usage: /^F-Ingress-Tier1$/, units: GB, unit: "GB", item: "payload/fifo" },
    {
      usage: /^DeliveryAttempts-HTTP$/,
      units: requestsBy(100_000, "notifications"),
      unit: "100k notifications",
      item: "notifications/http",
    },
    {
      usage: /^DeliveryAttempts-SMTP$/,
      units: requestsBy(100_000, "notifications"),
      unit: "100k notifications",
      item: "notifications/email",
    },
    {
      usage: /^DeliveryAttempts-FIREHOSE$/,
      units: requestsBy(1_000_000, "notifications"),
      unit: "1M notifications",
      item: "notifications/firehose",
    },
    {
      usage: /^DeliveryAttempts-APNS$/,
      units: requestsBy(1_000_000, "notifications"),
      unit: "1M notifications",
      item: "notifications/mobile-push",
    },
  ],
};

/** Images. Usage types: AWS price list, offer AmazonECR. */
export const amazonEcr: ServiceMapping = {
  service: "AmazonECR",
  rules: [{ usage: /^TimedStorage-ByteHrs$/, units: GB_MONTHS, unit: "GB", item: "storage" }],
};
