import { derive, type Figure, product } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { above, counted, soldBy } from "../quantities.ts";
import { billedRequests, PAYLOAD_USAGE } from "./parts/payload.ts";

/** Kinds of subscribers: how their messages are sold, and how many are free each month (https://aws.amazon.com/sns/pricing/). */
const NOTIFICATIONS = [
  {
    meter: "http",
    description: "HTTP/HTTPS notifications (over 100k)",
    usage: "http_subscriptions",
    free: 100_000,
    per: 100_000,
    unit: "100k notifications",
  },
  {
    meter: "email",
    description: "Email/Email-JSON notifications (over 1k)",
    usage: "email_subscriptions",
    free: 1_000,
    per: 100_000,
    unit: "100k notifications",
  },
  {
    meter: "firehose",
    description: "Kinesis Firehose notifications",
    usage: "kinesis_subscriptions",
    free: 0,
    per: 1_000_000,
    unit: "1M notifications",
  },
  {
    meter: "mobile-push",
    description: "Mobile Push notifications",
    usage: "mobile_push_subscriptions",
    free: 0,
    per: 1_000_000,
    unit: "1M notifications",
  },
  {
    meter: "macos",
    description: "MacOS notifications",
    usage: "macos_subscriptions",
    free: 0,
    per: 1_000_000,
    unit: "1M notifications",
  },
  {
    meter: "sms",
    description: "SMS notifications (over 100)",
    usage: "sms_subscriptions",
    free: 100,
    per: 100,
    unit: "100 notifications",
  },
] as const;

/** Infracost's key for what operators of other countries charge. */
const SMS_PRICE = "sms_notification_price";

const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";

/** API requests that are free each month. */
const FREE_REQUESTS = 1_000_000;

/** A topic: what is published to it and, for each kind of subscriber, what it sends. */
export const snsTopic = defineResource({
  type: "aws:sns/topic:Topic",
  title: "SNS topic",
  source: "https://aws.amazon.com/sns/pricing/",
  usage: {
    ...PAYLOAD_USAGE,
    ...Object.fromEntries(
      NOTIFICATIONS.map(({ usage, description }) => [
        usage,
        { unit: "subscriptions", description: `Subscribers by ${description}.` },
      ]),
    ),
    [SMS_PRICE]: {
      unit: "USD",
      description: "What one SMS costs on average; the list has the price of numbers in the United States.",
    },
  },
  cost: (subject) => ({
    lines: subject.orAssume(subject.inputs.flag("fifoTopic"), false, "fifo topic")
      ? fifoLines(subject)
      : standardLines(subject),
  }),
});

const line = (meter: string, description: string, quantity: Figure, unit: string, item: string): LineDraft => ({
  meter,
  description,
  category: "network",
  quantity,
  unit,
  usageBased: true,
  price: { service: "AmazonSNS", item },
});

const standardLines = (subject: Subject): LineDraft[] => [
  line(
    "requests",
    "API requests (over 1M)",
    soldBy(above(billedRequests(subject), FREE_REQUESTS), 1_000_000, "1M requests"),
    "1M requests",
    "requests/standard",
  ),
  ...NOTIFICATIONS.map(({ meter, description, usage, unit, per, free }) => {
    const sent = product("notifications", "notifications", [
      subject.usage.quantity("monthly_requests", "requests"),
      subject.usage.quantity(usage, "subscriptions"),
    ]);
    const charged = above(sent, free);
    if (meter === "sms" && subject.usage.has(SMS_PRICE)) return smsAtStatedPrice(subject, description, charged);
    return line(meter, description, soldBy(charged, per, unit), unit, `notifications/${meter}`);
  }),
];

/** A price that usage states is an amount of dollars, and no discount applies to it. */
const smsAtStatedPrice = (subject: Subject, description: string, charged: Figure): LineDraft => {
  const draft = line(
    "sms",
    `${description}, at the price that is stated`,
    product("SMS at the stated price", "USD", [charged, subject.usage.quantity(SMS_PRICE, "USD/notification")]),
    "USD",
    "notifications/sms/stated-fee",
  );
  return { ...draft, price: { ...draft.price, region: "global" } };
};

const fifoLines = (subject: Subject): LineDraft[] => {
  const requests = subject.usage.quantity("monthly_requests", "requests");
  const payload = derive(
    "payload",
    "GB",
    "requests × KB ÷ 1,000,000",
    [requests, subject.usage.quantity("request_size_kb", "KB")],
    (count, size) => count.times(size).div(1_000_000),
  );
  const subscriptions = subject.neighbours.referring(subject.resource, SUBSCRIPTION, "topic").length;
  return [
    line(
      "fifo-requests",
      "FIFO Publish API requests",
      soldBy(requests, 1_000_000, "1M requests"),
      "1M requests",
      "requests/fifo",
    ),
    line("fifo-payload", "FIFO Publish API payload", payload, "GB", "payload/fifo"),
    ...(subscriptions > 0 ? deliveries(counted(subject, "subscriptions", subscriptions), requests, payload) : []),
  ];
};

/** Each subscription gets each message, and its payload. */
const deliveries = (subscriptions: Figure, requests: Figure, payload: Figure): LineDraft[] => {
  const sent = product("notifications", "notifications", [requests, subscriptions]);
  return [
    line(
      "fifo-notifications",
      "FIFO notifications",
      soldBy(sent, 1_000_000, "1M notifications"),
      "1M notifications",
      "notifications/fifo",
    ),
    line(
      "fifo-notification-payload",
      "FIFO notification payload",
      product("notification payload", "GB", [payload, subscriptions]),
      "GB",
      "notifications/fifo-payload",
    ),
  ];
};
