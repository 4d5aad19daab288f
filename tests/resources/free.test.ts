import { describe, expect, it } from "vitest";
import type { PlanResource } from "../../src/model/plan.ts";
import { freeReason } from "../../src/resources/free.ts";
import { FAMILIES, RESOURCES } from "../../src/resources/list.ts";

const resource = (type: string, custom = true): PlanResource => ({
  urn: `urn:pulumi:dev::case::${type}::one`,
  type,
  name: "one",
  custom,
  external: false,
  region: "us-east-1",
  inputs: {},
  propertyDependencies: {},
  aliases: [],
});

describe("what is free", () => {
  it.each([
    "aws:iam/role:Role",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:ec2/subnet:Subnet",
    "aws:ec2/networkInterface:NetworkInterface",
    "aws:ec2/routeTableAssociation:RouteTableAssociation",
    "aws:ec2/internetGateway:InternetGateway",
    "aws:ec2/securityGroup:SecurityGroup",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:ec2/placementGroup:PlacementGroup",
    "aws:lb/targetGroup:TargetGroup",
    "aws:lb/listener:Listener",
    "aws:s3/bucketPolicy:BucketPolicy",
    "aws:s3/bucketVersioningV2:BucketVersioningV2",
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "aws:rds/subnetGroup:SubnetGroup",
    "aws:elasticache/parameterGroup:ParameterGroup",
    "aws:wafv2/webAclAssociation:WebAclAssociation",
    "aws:kms/alias:Alias",
    "aws:eks/addon:Addon",
    "aws:eks/accessEntry:AccessEntry",
    "aws:lambda/permission:Permission",
    "aws:appautoscaling/policy:Policy",
    "aws:ecs/taskDefinition:TaskDefinition",
    "random:index/randomPassword:RandomPassword",
    "tls:index/privateKey:PrivateKey",
    "command:local:Command",
    "pulumi:providers:aws",
    "kubernetes:core/v1:ConfigMap",
    "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
    "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
    "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition",
  ])("%s has a reason", (type) => {
    expect(freeReason(resource(type))).not.toBeNull();
  });

  it.each([
    "aws:ec2/natGateway:NatGateway",
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
    "aws:ec2transitgateway/peeringAttachment:PeeringAttachment",
    "aws:ec2clientvpn/networkAssociation:NetworkAssociation",
    "aws:directconnect/gatewayAssociation:GatewayAssociation",
    "aws:s3/bucket:Bucket",
    "aws:lb/loadBalancer:LoadBalancer",
    "aws:autoscaling/group:Group",
    "aws:sagemaker/endpoint:Endpoint",
    "kubernetes:apps/v1:Deployment",
    "kubernetes:core/v1:Service",
    "gcp:compute/instance:Instance",
  ])("%s has none, since it is charged", (type) => {
    expect(freeReason(resource(type))).toBeNull();
  });

  it("a component is the sum of its children", () => {
    expect(freeReason(resource("my:own:Thing", false))).toBe("a component: its children are priced");
  });

  it("no priced type is called free by a rule", () => {
    const called = RESOURCES.filter(({ type }) => freeReason(resource(type)) !== null).map(({ type }) => type);
    expect(called).toEqual([]);
  });

  it("every type is defined once, with a page that says how it is charged", () => {
    expect(new Set(RESOURCES.map(({ type }) => type)).size).toBe(RESOURCES.length);
    for (const { source } of [...RESOURCES, ...FAMILIES]) expect(source).toMatch(/^(https:\/\/|docs\/)/);
  });
});
