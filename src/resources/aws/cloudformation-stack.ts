import { defineSimple } from "../simple.ts";

/** A stack of CloudFormation: operations of handlers outside AWS, and their time above 30 seconds. */
export const cloudformationStack = defineSimple({
  type: "aws:cloudformation/stack:Stack",
  title: "CloudFormation stack",
  source: "https://aws.amazon.com/cloudformation/pricing/",
  service: "AWSCloudFormation",
  category: "operations",
  usage: [
    {
      meter: "handler-operations",
      description: "Handler operations",
      usage: "monthly_handler_operations",
      unit: "operations",
      item: "handler/operations",
    },
    {
      meter: "handler-seconds",
      description: "Durations above 30s",
      usage: "monthly_duration_secs",
      unit: "seconds",
      item: "handler/seconds",
    },
  ],
});
