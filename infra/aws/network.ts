import { Eip } from "@pulumi/aws/ec2/eip.js";
import { InternetGateway } from "@pulumi/aws/ec2/internetGateway.js";
import { NatGateway } from "@pulumi/aws/ec2/natGateway.js";
import { RouteTable } from "@pulumi/aws/ec2/routeTable.js";
import { RouteTableAssociation } from "@pulumi/aws/ec2/routeTableAssociation.js";
import { Subnet } from "@pulumi/aws/ec2/subnet.js";
import { Vpc } from "@pulumi/aws/ec2/vpc.js";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint.js";
import { getRegionOutput } from "@pulumi/aws/getRegion.js";
import { ComponentResource, type ComponentResourceOptions, type Input, interpolate } from "@pulumi/pulumi";

export interface NetworkArgs {
  /** Address range of the VPC, a /16. */
  readonly cidr: string;
  /** At least two; accelerator nodes stand in the first. */
  readonly availabilityZones: readonly string[];
}

/** Where a cluster stands: its own `Network`, or one that the platform already has. */
export interface NetworkPlace {
  readonly vpcId: Input<string>;
  /** For load balancers. */
  readonly publicSubnetIds: Input<string>[];
  /** For nodes and databases; the first is the accelerator nodes' one, since a placement group does not span zones. */
  readonly privateSubnetIds: Input<string>[];
}

/** A VPC with a public and a private subnet in each zone, one NAT gateway, and a free gateway endpoint to S3 so that training data does not pass it. */
export class Network extends ComponentResource implements NetworkPlace {
  readonly vpcId: Input<string>;
  readonly publicSubnetIds: Input<string>[];
  readonly privateSubnetIds: Input<string>[];

  constructor(name: string, args: NetworkArgs, options?: ComponentResourceOptions) {
    super("rackrate:infra:Network", name, {}, options);
    const child = { parent: this };
    const tags = { Name: name };
    const vpc = new Vpc(name, { cidrBlock: args.cidr, enableDnsSupport: true, enableDnsHostnames: true, tags }, child);
    const gateway = new InternetGateway(name, { vpcId: vpc.id, tags }, child);
    const publicRoutes = new RouteTable(
      `${name}-public`,
      { vpcId: vpc.id, routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }] },
      child,
    );
    const prefix = args.cidr.split(".").slice(0, 2).join(".");
    const subnets = (kind: "public" | "private", blocks: number, firstBlock: number) =>
      args.availabilityZones.map(
        (availabilityZone, index) =>
          new Subnet(
            `${name}-${kind}-${index}`,
            {
              vpcId: vpc.id,
              availabilityZone,
              cidrBlock: `${prefix}.${firstBlock + index * blocks}.0/${kind === "public" ? 24 : 18}`,
              mapPublicIpOnLaunch: kind === "public",
              tags: {
                Name: `${name}-${kind}-${index}`,
                [`kubernetes.io/role/${kind === "public" ? "elb" : "internal-elb"}`]: "1",
              },
            },
            child,
          ),
      );
    const publicSubnets = subnets("public", 1, 0);
    const privateSubnets = subnets("private", 64, 64);
    const address = new Eip(`${name}-nat`, { domain: "vpc", tags }, child);
    const nat = new NatGateway(
      name,
      { subnetId: publicSubnets[0]!.id, allocationId: address.allocationId, tags },
      child,
    );
    const privateRoutes = new RouteTable(
      `${name}-private`,
      { vpcId: vpc.id, routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: nat.id }] },
      child,
    );
    for (const [kind, members, routes] of [
      ["public", publicSubnets, publicRoutes],
      ["private", privateSubnets, privateRoutes],
    ] as const) {
      members.forEach((subnet, index) => {
        new RouteTableAssociation(`${name}-${kind}-${index}`, { subnetId: subnet.id, routeTableId: routes.id }, child);
      });
    }
    new VpcEndpoint(
      `${name}-s3`,
      {
        vpcId: vpc.id,
        vpcEndpointType: "Gateway",
        serviceName: interpolate`com.amazonaws.${getRegionOutput({}, child).region}.s3`,
        routeTableIds: [privateRoutes.id],
      },
      child,
    );
    this.vpcId = vpc.id;
    this.publicSubnetIds = publicSubnets.map((subnet) => subnet.id);
    this.privateSubnetIds = privateSubnets.map((subnet) => subnet.id);
    this.registerOutputs({ vpcId: vpc.id });
  }
}
