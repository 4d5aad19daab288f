import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { tokensOfTerraformType } from "../../src/resources/aws/terraform-types.ts";
import { definitionOfType } from "../../src/resources/definition-of.ts";

const KEYS: Readonly<Record<string, readonly string[]>> = parse(
  readFileSync(new URL("./infracost-keys.yaml", import.meta.url), "utf8"),
);
const provider = dirname(createRequire(import.meta.url).resolve("@pulumi/aws/package.json"));

/** Whether the installed provider has a type: the file that its token names says that token. */
const exists = (token: string): boolean => {
  const [, module = "", file = ""] = /^aws:(\w+)\/(\w+):\w+$/.exec(token) ?? [];
  const path = join(provider, module, `${file}.js`);
  return existsSync(path) && readFileSync(path, "utf8").includes(`'${token}'`);
};

describe("a Terraform type", () => {
  it.each([
    ["aws_instance", "aws:ec2/instance:Instance"],
    ["aws_nat_gateway", "aws:ec2/natGateway:NatGateway"],
    ["aws_vpc_endpoint", "aws:ec2/vpcEndpoint:VpcEndpoint"],
    ["aws_vpc_security_group_ingress_rule", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"],
    ["aws_lambda_function", "aws:lambda/function:Function"],
    ["aws_db_instance", "aws:rds/instance:Instance"],
    ["aws_rds_cluster", "aws:rds/cluster:Cluster"],
    ["aws_dx_gateway_association", "aws:directconnect/gatewayAssociation:GatewayAssociation"],
    ["aws_ec2_transit_gateway_vpc_attachment", "aws:ec2transitgateway/vpcAttachment:VpcAttachment"],
    ["aws_ec2_client_vpn_endpoint", "aws:ec2clientvpn/endpoint:Endpoint"],
    ["aws_ec2_capacity_reservation", "aws:ec2/capacityReservation:CapacityReservation"],
    ["aws_fsx_lustre_file_system", "aws:fsx/lustreFileSystem:LustreFileSystem"],
    ["aws_fsx_openzfs_file_system", "aws:fsx/openZfsFileSystem:OpenZfsFileSystem"],
    ["aws_config_config_rule", "aws:cfg/rule:Rule"],
    ["aws_cloudhsm_v2_hsm", "aws:cloudhsmv2/hsm:Hsm"],
    ["aws_prometheus_workspace", "aws:amp/workspace:Workspace"],
    ["aws_alb", "aws:lb/loadBalancer:LoadBalancer"],
    ["aws_lb_listener", "aws:lb/listener:Listener"],
    ["aws_s3_bucket_versioning", "aws:s3/bucketVersioning:BucketVersioning"],
    ["aws_iam_role", "aws:iam/role:Role"],
    ["aws_launch_template", "aws:ec2/launchTemplate:LaunchTemplate"],
    ["aws_route_table_association", "aws:ec2/routeTableAssociation:RouteTableAssociation"],
    ["aws_autoscaling_group", "aws:autoscaling/group:Group"],
  ])("%s is %s, which the provider has", (type, token) => {
    expect(tokensOfTerraformType(type)).toContain(token);
    expect(exists(token)).toBe(true);
  });

  it.each(["google_compute_instance", "aws", "aws_", "aws_Instance", "instance", "", "aws_../x", "constructor"])(
    "is not %j",
    (text) => {
      expect(tokensOfTerraformType(text)).toEqual([]);
    },
  );

  it("has at most one reading that exists, but for types under several names", () => {
    for (const type of Object.keys(KEYS)) {
      const tokens = tokensOfTerraformType(type).filter(exists);
      expect(new Set(tokens.map((token) => token.split(":").at(-1)?.replace("V2", ""))).size, type).toBe(1);
    }
  });
});

describe("Infracost's usage keys", () => {
  it.each(Object.entries(KEYS))("of %s are understood", (type, keys) => {
    const definition = tokensOfTerraformType(type).map(definitionOfType).find(Boolean);
    expect(keys.filter((key) => !Object.hasOwn(definition?.usage ?? {}, key))).toEqual([]);
  });
});
