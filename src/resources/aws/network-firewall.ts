import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { counted, hoursOf } from "../quantities.ts";
import { type UsageLine, usageKeys, usageLines } from "../usage-lines.ts";

const ROWS: readonly UsageLine[] = [
  {
    meter: "data-processed",
    description: "Data Processed",
    usage: "monthly_data_processed_gb",
    unit: "GB",
    item: "data-processed",
  },
];

/** A network firewall: an endpoint in each subnet or zone that it is mapped to, and the data that it looks at. */
export const networkFirewall = defineResource({
  type: "aws:networkfirewall/firewall:Firewall",
  title: "Network firewall",
  source: "https://aws.amazon.com/network-firewall/pricing/",
  usage: usageKeys(ROWS),
  cost: (subject) => {
    const endpoints: LineDraft = {
      meter: "endpoint",
      description: "Network Firewall Endpoint",
      category: "security",
      quantity: hoursOf(subject, counted(subject, "endpoints", endpointsOf(subject))),
      unit: "hours",
      price: { service: "AWSNetworkFirewall", item: "endpoint/hours" },
    };
    return { lines: [endpoints, ...usageLines(subject, "AWSNetworkFirewall", "security", ROWS)] };
  },
});

/** Where a firewall of a VPC lists its subnets and one of a transit gateway its zones: an endpoint in each. */
const MAPPINGS = ["subnetMappings", "availabilityZoneMappings"] as const;

const endpointsOf = ({ inputs, gap, neighbours, resource }: Subject): number => {
  const mapped = MAPPINGS.map((path) => {
    const list = inputs.list(path);
    if (list.state === "unknown")
      gap(list, `${path} are not known before deployment: at least one endpoint is assumed`);
    return known(list, []).length;
  });
  return Math.max(1, ...mapped, neighbours.referred(resource, "subnetMappings", "aws:ec2/subnet:Subnet").length);
};
