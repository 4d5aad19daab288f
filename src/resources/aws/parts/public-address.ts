import type { Figure } from "../../../core/figure.ts";
import type { LineDraft, Subject } from "../../define.ts";
import { flagOf, type Launch } from "./launch.ts";

const SUBNET = "aws:ec2/subnet:Subnet";
const EIP = "aws:ec2/eip:Eip";
const EIP_ASSOCIATION = "aws:ec2/eipAssociation:EipAssociation";

/**
 * Public IPv4 addresses that machines get by themselves; each costs by the hour, in use or not, since 2024-02-01
 * (https://aws.amazon.com/vpc/pricing/). An Elastic IP replaces the automatic address and is charged where it is declared.
 */
export const publicAddressLines = (
  subject: Subject,
  launches: readonly Launch[],
  hours: Figure,
  subnetProperty: string,
): LineDraft[] => {
  const { resource, neighbours } = subject;
  const asked = flagOf(launches, "publicAddress");
  const subnets = neighbours.referred(resource, subnetProperty, SUBNET);
  const bySubnet = subnets.some((subnet) => subnet.inputs.mapPublicIpOnLaunch === true);
  if (!subject.orAssume(asked, bySubnet, "public address")) return [];
  const replaced =
    neighbours.referring(resource, EIP, "instance").length +
      neighbours.referring(resource, EIP_ASSOCIATION, "instanceId").length >
    0;
  if (replaced) return [];
  return [
    {
      meter: "public-ipv4",
      description: "Public IPv4 address (in use)",
      category: "network",
      quantity: hours,
      unit: "hours",
      price: { service: "AmazonVPC", item: "public-ipv4/in-use" },
    },
  ];
};
