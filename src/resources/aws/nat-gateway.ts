import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { counted, hoursOf } from "../quantities.ts";

/** A NAT gateway: its hours and the data it processes. A private one has no public address but costs the same. */
export const natGateway = defineResource({
  type: "aws:ec2/natGateway:NatGateway",
  title: "NAT gateway",
  source: "https://aws.amazon.com/vpc/pricing/",
  usage: { monthly_data_processed_gb: { unit: "GB", description: "Data that the gateway processes in a month." } },
  cost: (subject) => {
    const { inputs, usage } = subject;
    const zones = counted(subject, "zones", zonesOf(subject));
    const lines: LineDraft[] = [
      {
        meter: "hours",
        description:
          known(inputs.text("connectivityType"), "public") === "private" ? "Private NAT gateway" : "NAT gateway",
        category: "network",
        quantity: hoursOf(subject, zones),
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
    ];
    return { lines };
  },
});

/** A regional gateway stands in several zones and is paid in each; AWS chooses them where the program does not. */
const zonesOf = ({ inputs, gap }: Subject): number => {
  if (known(inputs.text("availabilityMode"), "zonal") !== "regional") return 1;
  const addresses = inputs.list("availabilityZoneAddresses");
  const stated = known(addresses, []).length;
  if (stated === 0)
    gap(
      "availabilityMode",
      "it stands in as many zones as need it, of which one is counted; name them as availabilityZoneAddresses",
    );
  return Math.max(1, stated);
};
