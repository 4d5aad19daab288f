import { defineSimple } from "../simple.ts";

/** A function at the edge: how often it is called. */
export const cloudfrontFunction = defineSimple({
  type: "aws:cloudfront/function:Function",
  title: "CloudFront function",
  source: "https://aws.amazon.com/cloudfront/pricing/",
  service: "AmazonCloudFront",
  category: "network",
  usage: [
    {
      meter: "invocations",
      description: "Total number of invocations",
      usage: "monthly_requests",
      unit: "1M invocations",
      per: 1_000_000,
      item: "function/invocations",
    },
  ],
});
