import { defineResource } from "../define.ts";
import { hoursOf } from "../quantities.ts";

/** So many machines on premises the standard tier takes. Source: https://aws.amazon.com/systems-manager/pricing/ */
const MOST_OF_STANDARD = 1000;

/** Machines on premises under Systems Manager: those of the advanced tier cost by the hour. */
export const ssmActivation = defineResource({
  type: "aws:ssm/activation:Activation",
  title: "Systems Manager activation",
  source: "https://aws.amazon.com/systems-manager/pricing/",
  usage: {
    instance_tier: { unit: "text", description: "standard or advanced; advanced where more than 1,000 may register." },
    instances: { unit: "instances", description: "Machines that are managed." },
  },
  cost: (subject) => {
    const { inputs, usage } = subject;
    const limit = inputs.quantity("registrationLimit");
    const larger = limit.state === "known" && limit.value.gt(MOST_OF_STANDARD);
    const tier = usage.choice("instance_tier", ["standard", "advanced"]) ?? (larger ? "advanced" : "standard");
    if (tier === "standard") return { free: "the standard tier is free" };
    return {
      lines: [
        {
          meter: "instances",
          description: "On-prem managed instances (advanced)",
          category: "operations",
          quantity: hoursOf(subject, usage.quantity("instances", "instances")),
          unit: "hours",
          usageBased: true,
          price: { service: "AWSSystemsManager", item: "managed-instance/advanced" },
        },
      ],
    };
  },
});
