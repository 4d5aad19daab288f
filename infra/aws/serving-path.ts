import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { Listener } from "@pulumi/aws/lb/listener.js";
import { LoadBalancer } from "@pulumi/aws/lb/loadBalancer.js";
import { TargetGroup } from "@pulumi/aws/lb/targetGroup.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { z } from "zod";
import { inputText } from "../arguments.ts";
import { SERVING_PORT } from "../workloads/ports.ts";
import { databaseSchema, RequestDatabase } from "./database.ts";
import type { NetworkPlace } from "./network.ts";
import { WebFirewall } from "./web-firewall.ts";

/** The way of a request: load balancer, service, model store, database. */
export const servingPathSchema = z.strictObject({
  /** ACM certificate for HTTPS; plain HTTP without one. */
  certificateArn: inputText.optional(),
  /** True for a load balancer that only the VPC reaches. */
  internal: z.boolean().default(false),
  /** Requests per five minutes from one address before it is blocked. */
  requestsPerAddress: z.number().int().min(10).default(2000),
  database: databaseSchema.prefault({}),
});
export type ServingPathArgs = z.output<typeof servingPathSchema>;

export interface ServingPlace {
  readonly network: NetworkPlace;
  readonly nodeSecurityGroupId: Input<string>;
  readonly keyArn: Input<string>;
}

/** An application load balancer behind a web firewall, the target group of the serving pods, and their database. */
export class ServingPath extends ComponentResource {
  readonly targetGroupArn: Output<string>;
  readonly dnsName: Output<string>;

  constructor(name: string, args: ServingPathArgs, place: ServingPlace, options?: ComponentResourceOptions) {
    super("rackrate:infra:ServingPath", name, {}, options);
    const child = { parent: this };
    const { vpcId, publicSubnetIds, privateSubnetIds } = place.network;
    const port = args.certificateArn ? 443 : 80;
    const group = new SecurityGroup(
      `${name}-load-balancer`,
      {
        description: `Requests to ${name}`,
        vpcId,
        ingress: [{ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["0.0.0.0/0"] }],
        egress: [
          {
            protocol: "tcp",
            fromPort: SERVING_PORT,
            toPort: SERVING_PORT,
            securityGroups: [place.nodeSecurityGroupId],
          },
        ],
      },
      child,
    );
    new SecurityGroupIngressRule(
      `${name}-to-pods`,
      {
        securityGroupId: place.nodeSecurityGroupId,
        referencedSecurityGroupId: group.id,
        ipProtocol: "tcp",
        fromPort: SERVING_PORT,
        toPort: SERVING_PORT,
      },
      child,
    );
    const balancer = new LoadBalancer(
      name,
      {
        loadBalancerType: "application",
        internal: args.internal,
        subnets: args.internal ? privateSubnetIds : publicSubnetIds,
        securityGroups: [group.id],
        dropInvalidHeaderFields: true,
        // Long generations stream for minutes.
        idleTimeout: 600,
      },
      child,
    );
    const targets = new TargetGroup(
      name,
      {
        vpcId,
        port: SERVING_PORT,
        protocol: "HTTP",
        targetType: "ip",
        loadBalancingAlgorithmType: "least_outstanding_requests",
        healthCheck: { path: "/health", matcher: "200" },
      },
      child,
    );
    new Listener(
      name,
      {
        loadBalancerArn: balancer.arn,
        port,
        protocol: args.certificateArn ? "HTTPS" : "HTTP",
        ...(args.certificateArn && {
          certificateArn: args.certificateArn,
          sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
        }),
        defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
      },
      child,
    );
    new WebFirewall(name, { resourceArn: balancer.arn, requestsPerAddress: args.requestsPerAddress }, child);
    new RequestDatabase(
      `${name}-requests`,
      args.database,
      { vpcId, subnetIds: privateSubnetIds, clientSecurityGroupId: place.nodeSecurityGroupId, keyArn: place.keyArn },
      child,
    );
    this.targetGroupArn = targets.arn;
    this.dnsName = balancer.dnsName;
    this.registerOutputs({ dnsName: this.dnsName });
  }
}
