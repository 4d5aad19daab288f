import { describe, expect, it } from "vitest";
import { definitionOfType } from "../../../src/resources/definition-of.ts";
import { KUBERNETES } from "../../../src/resources/type-rules/kubernetes.ts";
import { TYPE_RULES } from "../../../src/resources/type-rules/list.ts";
import { OTHER_PROVIDERS } from "../../../src/resources/type-rules/other-providers.ts";
import { ruleOf } from "../../../src/resources/type-rules/rule-of.ts";
import { charged, free } from "../../../src/resources/type-rules/type-rule.ts";
import { unsupportedReason } from "../../../src/resources/unsupported.ts";
import { providerTypes } from "../../../tools/provider-types.ts";

const AWS = providerTypes("@pulumi/aws");

describe("the types of the installed aws provider", () => {
  it("are read from its classes", () => {
    expect(AWS.length).toBeGreaterThan(1500);
    expect(AWS).toContain("aws:ec2/vpc:Vpc");
    expect(AWS).toContain("aws:sagemaker/endpoint:Endpoint");
  });

  it("are all priced, free for a reason, or knowingly left", () => {
    expect(AWS.filter((type) => definitionOfType(type) === undefined && ruleOf(type) === null)).toEqual([]);
  });

  it("are mostly free or priced, so that what is not supported is rare", () => {
    const left = AWS.filter((type) => definitionOfType(type) === undefined && ruleOf(type)?.verdict === "charged");
    expect(AWS.filter((type) => ruleOf(type)?.verdict === "free").length).toBeGreaterThan(1100);
    expect(left.length / AWS.length).toBeLessThan(0.28);
  });

  it("leave no rule without a type that it holds for", () => {
    const used = new Set(AWS.map(ruleOf));
    const others = new Set([...OTHER_PROVIDERS, ...KUBERNETES]);
    const aws = TYPE_RULES.filter((rule) => !others.has(rule));
    expect(aws.length).toBeGreaterThan(100);
    expect(aws.filter((rule) => !used.has(rule)).map(({ reason }) => reason)).toEqual([]);
  });
});

describe("a rule", () => {
  it("names types by module and by the name before the class", () => {
    const { holds } = free("so", "ec2 vpc: subnet *Acl", /^random:/);
    const types = ["aws:ec2/subnet:Subnet", "aws:vpc/networkAcl:NetworkAcl", "random:index/randomId:RandomId"];
    for (const type of types) expect(holds(type)).toBe(true);
    for (const type of ["aws:ec2/subnetCidr:X", "aws:rds/subnet:Subnet", "aws-native:ec2:Subnet", "xrandom:a:B"])
      expect(holds(type)).toBe(false);
  });

  it("says how a type is charged that has no price yet", () => {
    expect(charged("each rule", "waf: rule")).toMatchObject({ verdict: "charged", compute: false });
    expect(unsupportedReason("aws:fms/policy:Policy")).toBe("charged for the policy by the month; not priced yet");
  });

  it("does not speak of a type that nobody has heard of", () => {
    for (const type of ["aws:ec2/teleporter:Teleporter", "aws:iamx/role:Role", "acme:gpu:Farm", "", "constructor"])
      expect(ruleOf(type)).toBeNull();
    expect(unsupportedReason("acme:gpu:Farm")).toBe("acme:gpu:Farm is not supported yet");
  });
});

/** What is easily taken for a mere setting, with the page that names its price. */
const CHARGED: Readonly<Record<string, string>> = {
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": "https://aws.amazon.com/cloudwatch/pricing/",
  "aws:cloudwatch/metricStream:MetricStream": "https://aws.amazon.com/cloudwatch/pricing/",
  "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": "https://aws.amazon.com/cloudwatch/pricing/",
  "aws:cloudwatch/eventApiDestination:EventApiDestination": "https://aws.amazon.com/eventbridge/pricing/",
  "aws:lb/trustStore:TrustStore": "https://aws.amazon.com/elasticloadbalancing/pricing/",
  "aws:cloudfront/monitoringSubscription:MonitoringSubscription": "https://aws.amazon.com/cloudwatch/pricing/",
  "aws:ec2transitgateway/connect:Connect": "https://aws.amazon.com/transit-gateway/pricing/",
  "aws:networkmanager/vpcAttachment:VpcAttachment": "https://aws.amazon.com/cloud-wan/pricing/",
  "aws:networkfirewall/vpcEndpointAssociation:VpcEndpointAssociation":
    "https://aws.amazon.com/network-firewall/pricing/",
  "aws:servicediscovery/instance:Instance": "https://aws.amazon.com/cloud-map/pricing/",
  "aws:route53/profilesAssociation:ProfilesAssociation": "https://aws.amazon.com/route53/pricing/",
  "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation": "https://aws.amazon.com/waf/pricing/",
  "aws:fms/policy:Policy": "https://aws.amazon.com/firewall-manager/pricing/",
  "aws:quicksight/user:User": "https://aws.amazon.com/quicksight/pricing/",
  "aws:workmail/user:User": "https://aws.amazon.com/workmail/pricing/",
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication":
    "https://aws.amazon.com/rds/pricing/",
  "aws:efs/replicationConfiguration:ReplicationConfiguration": "https://aws.amazon.com/efs/pricing/",
  "aws:securityhub/standardsSubscription:StandardsSubscription": "https://aws.amazon.com/security-hub/pricing/",
  "aws:budgets/budgetAction:BudgetAction": "https://aws.amazon.com/aws-cost-management/aws-budgets/pricing/",
  "aws:grafana/licenseAssociation:LicenseAssociation": "https://aws.amazon.com/grafana/pricing/",
  "aws:codegurureviewer/repositoryAssociation:RepositoryAssociation": "https://aws.amazon.com/codeguru/pricing/",
  "aws:backup/framework:Framework": "https://aws.amazon.com/backup/pricing/",
  "aws:ec2/amiFromInstance:AmiFromInstance": "https://aws.amazon.com/ebs/pricing/",
};

describe("what looks like a setting and is charged", () => {
  it.each(Object.keys(CHARGED))("%s is never called free", (type) => {
    expect(AWS).toContain(type);
    expect(ruleOf(type)?.verdict).not.toBe("free");
  });
});

describe("what runs on machines", () => {
  it.each([
    "aws:emr/cluster:Cluster",
    "aws:apprunner/service:Service",
    "aws:gamelift/fleet:Fleet",
    "aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput",
    "gcp:compute/instance:Instance",
    "azure-native:compute:VirtualMachine",
    "aws-native:sagemaker:Endpoint",
  ])("%s is decisive while it has no price", (type) => {
    expect(ruleOf(type)).toMatchObject({ verdict: "charged", compute: true });
  });
});
