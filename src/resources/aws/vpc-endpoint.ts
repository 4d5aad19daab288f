import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { counted, hoursOf } from "../quantities.ts";
import { usageLines } from "../usage-lines.ts";

/** Items of the endpoint types that are charged; gateway endpoints are free. */
const CHARGED: Readonly<Record<string, string>> = {
  Interface: "interface",
  GatewayLoadBalancer: "gateway-load-balancer",
  Resource: "resource",
};

/** A VPC endpoint: an hour in each of its subnets, and the data that passes it. */
export const vpcEndpoint = defineResource({
  type: "aws:ec2/vpcEndpoint:VpcEndpoint",
  title: "VPC endpoint",
  source: "https://aws.amazon.com/privatelink/pricing/",
  usage: { monthly_data_processed_gb: { unit: "GB", description: "Data that passes the endpoint in a month." } },
  cost: (subject) => {
    const type = subject.orAssume(subject.inputs.text("vpcEndpointType"), "Gateway", "endpoint type");
    if (type === "Gateway") return { free: "gateway endpoints are free" };
    const item = CHARGED[type];
    if (item === undefined)
      throw subject.inputs.error(
        "vpcEndpointType",
        `must be Gateway or one of ${Object.keys(CHARGED).join(", ")}, not ${JSON.stringify(type)}`,
      );
    const hours: LineDraft = {
      meter: "hours",
      description: `Endpoint (${type})`,
      category: "network",
      quantity: hoursOf(subject, counted(subject, "network interfaces", interfaces(subject))),
      unit: "hours",
      price: { service: "AmazonVPC", item: `endpoint/${item}/hours` },
    };
    const data = {
      meter: "data-processed",
      description: "Data processed",
      usage: "monthly_data_processed_gb",
      unit: "GB",
      item: `endpoint/${item}/data-processed`,
    };
    return { lines: [...usageLines(subject, "AmazonVPC", "network", [data]), hours] };
  },
});

/** One network interface in each subnet. */
const interfaces = (subject: Subject): number => {
  const subnets = subject.inputs.list("subnetIds");
  if (subnets.state === "unknown") subject.gap(subnets, "the subnets are not known before deployment: one is assumed");
  const listed = known(subnets, []).length;
  return Math.max(
    1,
    listed,
    subject.neighbours.referred(subject.resource, "subnetIds", "aws:ec2/subnet:Subnet").length,
  );
};
