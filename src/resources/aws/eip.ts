import { defineResource } from "../define.ts";

/** Where an Elastic IP shows that something uses it. */
const USES = ["instance", "networkInterface", "associateWithPrivateIp"] as const;
const USERS = [
  { type: "aws:ec2/natGateway:NatGateway", property: "allocationId" },
  { type: "aws:ec2/eipAssociation:EipAssociation", property: "allocationId" },
  { type: "aws:lb/loadBalancer:LoadBalancer", property: "subnetMappings" },
] as const;

/** A public IPv4 address: charged by the hour whether it is in use or not, since 2024-02-01. */
export const eip = defineResource({
  type: "aws:ec2/eip:Eip",
  title: "Elastic IP address",
  source: "https://aws.amazon.com/vpc/pricing/",
  cost: ({ inputs, resource, neighbours, hoursPerMonth }) => {
    if (inputs.value("publicIpv4Pool").state !== "absent" && inputs.value("publicIpv4Pool").state !== "unknown") {
      return { free: "an address of one's own pool (BYOIP) is not charged" };
    }
    const used =
      USES.some((path) => inputs.value(path).state !== "absent") ||
      USERS.some(({ type, property }) => neighbours.referring(resource, type, property).length > 0);
    return {
      lines: [
        {
          meter: "public-ipv4",
          description: used ? "Public IPv4 address (in use)" : "Public IPv4 address (if unused)",
          category: "network",
          quantity: hoursPerMonth,
          unit: "hours",
          price: { service: "AmazonVPC", item: used ? "public-ipv4/in-use" : "public-ipv4/idle" },
        },
      ],
    };
  },
});
