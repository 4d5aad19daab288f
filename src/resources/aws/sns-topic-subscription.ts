import { defineResource } from "../define.ts";
import { soldBy } from "../quantities.ts";
import { billedRequests, PAYLOAD_USAGE } from "./parts/payload.ts";

/** A subscription: what is sent to it. Queues and functions are free to send to. */
export const snsTopicSubscription = defineResource({
  type: "aws:sns/topicSubscription:TopicSubscription",
  title: "SNS subscription",
  source: "https://aws.amazon.com/sns/pricing/",
  usage: PAYLOAD_USAGE,
  cost: (subject) => {
    const protocol = subject.orAssume(subject.inputs.text("protocol"), "", "protocol");
    if (protocol !== "http" && protocol !== "https") return { free: "its notifications are charged with its topic" };
    return {
      lines: [
        {
          meter: "notifications",
          description: "HTTP notifications",
          category: "network",
          quantity: soldBy(billedRequests(subject), 1_000_000, "1M notifications"),
          unit: "1M notifications",
          usageBased: true,
          price: { service: "AmazonSNS", item: "subscription/http" },
        },
      ],
    };
  },
});
