import { WebAcl } from "@pulumi/aws/wafv2/webAcl.js";
import { WebAclAssociation } from "@pulumi/aws/wafv2/webAclAssociation.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";

export interface WebFirewallArgs {
  /** The load balancer it stands before. */
  readonly resourceArn: Input<string>;
  /** Requests per five minutes from one address before it is blocked. */
  readonly requestsPerAddress: number;
}

/** AWS's common and known-bad-input rules, and a limit of requests per address. */
export class WebFirewall extends ComponentResource {
  constructor(name: string, args: WebFirewallArgs, options?: ComponentResourceOptions) {
    super("rackrate:infra:WebFirewall", name, {}, options);
    const child = { parent: this };
    const managed = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"].map((rules, index) => ({
      name: rules,
      priority: index,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name: rules } },
      visibilityConfig: visibility(rules),
    }));
    const limit = {
      name: "requests-per-address",
      priority: managed.length,
      action: { block: {} },
      statement: { rateBasedStatement: { limit: args.requestsPerAddress, aggregateKeyType: "IP" } },
      visibilityConfig: visibility("requests-per-address"),
    };
    const acl = new WebAcl(
      name,
      {
        scope: "REGIONAL",
        defaultAction: { allow: {} },
        rules: [...managed, limit],
        visibilityConfig: visibility(name),
      },
      child,
    );
    new WebAclAssociation(name, { resourceArn: args.resourceArn, webAclArn: acl.arn }, child);
    this.registerOutputs({});
  }
}

const visibility = (metricName: string) => ({
  metricName,
  cloudwatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});
