import { defineSimple } from "../simple.ts";

/** A rule of AWS Config: how often it is evaluated. */
export const configRule = defineSimple({
  type: "aws:cfg/rule:Rule",
  title: "Config rule",
  source: "https://aws.amazon.com/config/pricing/",
  service: "AWSConfig",
  category: "operations",
  usage: [
    {
      meter: "evaluations",
      description: "Rule evaluations",
      usage: "monthly_rule_evaluations",
      unit: "evaluations",
      item: "rule/evaluations",
    },
  ],
});
