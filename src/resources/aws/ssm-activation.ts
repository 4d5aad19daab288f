import { defineSimple } from "../simple.ts";

/** Machines on premises under Systems Manager: those of the advanced tier. */
export const ssmActivation = defineSimple({
  type: "aws:ssm/activation:Activation",
  title: "Systems Manager activation",
  source: "https://aws.amazon.com/systems-manager/pricing/",
  service: "AWSSystemsManager",
  category: "operations",
  usage: [
    {
      meter: "instances",
      description: "On-prem managed instances (advanced)",
      usage: "monthly_hours",
      unit: "hours",
      item: "managed-instance/advanced",
    },
  ],
});
