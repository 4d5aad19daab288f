import { derive } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { soldBy } from "../quantities.ts";

/** Sizes that one request or message is billed by, KB. Source: https://aws.amazon.com/api-gateway/pricing/ */
const KB_PER_REQUEST = 512;
const KB_PER_MESSAGE = 32;

/** An HTTP or WebSocket API: its requests, or its messages and minutes of connections. */
export const apiGatewayV2Api = defineResource({
  type: "aws:apigatewayv2/api:Api",
  title: "HTTP or WebSocket API",
  source: "https://aws.amazon.com/api-gateway/pricing/",
  usage: {
    monthly_requests: { unit: "requests", description: "Requests to an HTTP API in a month." },
    request_size_kb: { unit: "KB", description: "Average size of a request." },
    monthly_messages: { unit: "messages", description: "Messages of a WebSocket API in a month." },
    message_size_kb: { unit: "KB", description: "Average size of a message." },
    monthly_connection_mins: { unit: "minutes", description: "Minutes of connections in a month." },
  },
  cost: (subject) => {
    if (subject.orAssume(subject.inputs.text("protocolType"), "HTTP", "protocol type") !== "WEBSOCKET") {
      return {
        lines: [
          line(
            "requests",
            "Requests",
            soldBy(billed(subject, "monthly_requests", "request_size_kb", KB_PER_REQUEST), 1_000_000, "1M requests"),
            "1M requests",
            "requests/http",
          ),
        ],
      };
    }
    const minutes = soldBy(subject.usage.quantity("monthly_connection_mins", "minutes"), 1_000_000, "1M minutes");
    return {
      lines: [
        line(
          "messages",
          "Messages",
          soldBy(billed(subject, "monthly_messages", "message_size_kb", KB_PER_MESSAGE), 1_000_000, "1M messages"),
          "1M messages",
          "messages/websocket",
        ),
        line("connections", "Connection duration", minutes, "1M minutes", "connections/websocket"),
      ],
    };
  },
});

const line = (
  meter: string,
  description: string,
  quantity: LineDraft["quantity"],
  unit: string,
  item: string,
): LineDraft => ({
  meter,
  description,
  category: "network",
  quantity,
  unit,
  usageBased: true,
  price: { service: "AmazonApiGateway", item },
});

const billed = ({ usage }: Subject, count: string, size: string, per: number) => {
  const number = usage.quantity(count, "1");
  if (!usage.has(size)) return number;
  return derive(count, "1", `${count} × ⌈${size} ÷ ${per}⌉`, [number, usage.quantity(size, "KB")], (many, kb) =>
    many.times(kb.div(per).ceil()),
  );
};
