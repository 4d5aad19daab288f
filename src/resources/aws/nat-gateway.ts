import { defineResource } from "../define.ts";
import { known } from "../inputs.ts";

/** A NAT gateway: its hours and the data it processes. A private one has no public address but costs the same. */
export const natGateway = defineResource({
  type: "aws:ec2/natGateway:NatGateway",
  title: "NAT gateway",
  source: "https://aws.amazon.com/vpc/pricing/",
  usage: { monthly_data_processed_gb: { unit: "GB", description: "Data that the gateway processes in a month." } },
  cost: ({ inputs, usage, hoursPerMonth }) => ({
    lines: [
      {
        meter: "hours",
        description:
          known(inputs.text("connectivityType"), "public") === "private" ? "Private NAT gateway" : "NAT gateway",
        category: "network",
        quantity: hoursPerMonth,
        unit: "hours",
        price: { service: "AmazonEC2", item: "nat-gateway/hours" },
      },
      {
        meter: "data-processed",
        description: "Data processed",
        category: "network",
        quantity: usage.quantity("monthly_data_processed_gb", "GB/month"),
        unit: "GB",
        usageBased: true,
        price: { service: "AmazonEC2", item: "nat-gateway/data-processed" },
      },
    ],
  }),
});
