import { Decimal } from "../../core/decimal.ts";
import { defineResource, type LineDraft } from "../define.ts";
import { counted } from "../quantities.ts";

/** A check each ten seconds is an optional feature; thirty is the rule. */
const FAST_INTERVAL_SECONDS = 10;
const STANDARD_INTERVAL = new Decimal(30);

/** Where the checked endpoint stands, in the spellings that usage files have. */
const ENDPOINTS = ["aws", "non_aws", "AWS", "Non_AWS", "non-aws"] as const;

/** A health check: itself and each optional feature, dearer for endpoints outside AWS. */
export const route53HealthCheck = defineResource({
  type: "aws:route53/healthCheck:HealthCheck",
  title: "Health check",
  source: "https://aws.amazon.com/route53/pricing/",
  usage: { endpoint_type: { unit: "text", description: "aws or non_aws" } },
  cost: (subject) => {
    const { inputs } = subject;
    const type = subject.orAssume(inputs.text("type"), "HTTP", "type");
    const outside = /^non/i.test(subject.usage.choice("endpoint_type", ENDPOINTS) ?? "aws");
    const interval = subject.orAssume(inputs.quantity("requestInterval"), STANDARD_INTERVAL, "request interval");
    const features = [
      type.startsWith("HTTPS"),
      type.endsWith("STR_MATCH"),
      subject.orAssume(inputs.flag("measureLatency"), false, "measure latency"),
      interval.eq(FAST_INTERVAL_SECONDS),
    ].filter(Boolean).length;
    const line = (meter: string, description: string, count: number): LineDraft => ({
      meter,
      description,
      category: "network",
      quantity: counted(subject, "months", count),
      unit: "months",
      price: {
        service: "AmazonRoute53",
        region: "global",
        item: `health-check/${meter}/${outside ? "outside" : "aws"}`,
      },
    });
    return {
      lines: [
        line("check", "Health check", 1),
        ...(features > 0 ? [line("feature", "Optional features", features)] : []),
      ],
    };
  },
});
