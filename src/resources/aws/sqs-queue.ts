import { defineResource } from "../define.ts";
import { soldBy } from "../quantities.ts";
import { billedRequests, PAYLOAD_USAGE } from "./parts/payload.ts";

/** A queue: its requests, counted once for every 64 KB. */
export const sqsQueue = defineResource({
  type: "aws:sqs/queue:Queue",
  title: "SQS queue",
  source: "https://aws.amazon.com/sqs/pricing/",
  usage: PAYLOAD_USAGE,
  cost: (subject) => ({
    lines: [
      {
        meter: "requests",
        description: "Requests",
        category: "network",
        quantity: soldBy(billedRequests(subject), 1_000_000, "1M requests"),
        unit: "1M requests",
        usageBased: true,
        price: {
          service: "AWSQueueService",
          item: subject.orAssume(subject.inputs.flag("fifoQueue"), false, "fifo queue")
            ? "requests/fifo"
            : "requests/standard",
        },
      },
    ],
  }),
});
