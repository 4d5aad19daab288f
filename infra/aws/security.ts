import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";

/** What guards a cluster: the key that encrypts its data, and the nodes' security group. */
export class Security extends ComponentResource {
  readonly keyArn: Output<string>;
  /** Its rules are resources of their own, so that others can let themselves in. */
  readonly nodeSecurityGroupId: Output<string>;

  constructor(name: string, args: { readonly vpcId: Input<string> }, options?: ComponentResourceOptions) {
    super("rackrate:infra:Security", name, {}, options);
    const child = { parent: this };
    const key = new Key(
      name,
      { description: `Data of ${name}`, enableKeyRotation: true, deletionWindowInDays: 30 },
      child,
    );
    new Alias(name, { name: `alias/${name}`, targetKeyId: key.keyId }, child);

    const { vpcId } = args;
    const nodes = new SecurityGroup(`${name}-nodes`, { description: `Nodes of ${name}`, vpcId }, child);
    const securityGroupId = nodes.id;
    // EFA needs a group whose members may exchange everything with each other, said of both directions.
    const members = { securityGroupId, referencedSecurityGroupId: nodes.id, ipProtocol: "-1" };
    new SecurityGroupIngressRule(`${name}-from-nodes`, members, child);
    new SecurityGroupEgressRule(`${name}-to-nodes`, members, child);
    new SecurityGroupEgressRule(`${name}-out`, { securityGroupId, cidrIpv4: "0.0.0.0/0", ipProtocol: "-1" }, child);

    this.keyArn = key.arn;
    this.nodeSecurityGroupId = nodes.id;
    this.registerOutputs({ keyArn: key.arn });
  }
}
