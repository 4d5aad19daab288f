import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PropertyMap, propertyMap, UNKNOWN, type Value } from "../../../../src/core/value.ts";
import { answerDataSource } from "../../../../src/plan/program/data-sources/answer.ts";
import { ASSUMED_TEXT } from "../../../../src/plan/program/data-sources/data-source.ts";

const ask = (token: string, args: Record<string, Value> = {}, region = "eu-west-1") =>
  answerDataSource(token, propertyMap(Object.entries(args)), region);
const map = (entries: Record<string, Value>): PropertyMap => propertyMap(Object.entries(entries));

describe("answerDataSource", () => {
  it("takes old and new tokens for the same data source", () => {
    const args = { owners: ["amazon"] };
    expect(ask("aws:index/getAmi:getAmi", args)).toEqual(ask("aws:ec2/getAmi:getAmi", args));
  });

  it("tells data sources of one name apart by their module", () => {
    expect(ask("aws:eks/getCluster:getCluster", { name: "a" })?.value.arn).toContain(":eks:");
    expect(ask("aws:ecs/getCluster:getCluster", { clusterName: "a" })?.value.arn).toContain(":ecs:");
    expect(ask("aws:rds/getCluster:getCluster")).toBeNull();
  });

  it("answers for the region in the arguments before that of the provider", () => {
    expect(ask("aws:index/getAvailabilityZones:getAvailabilityZones", { region: "us-east-2" })?.value.names).toEqual([
      "us-east-2a",
      "us-east-2b",
      "us-east-2c",
    ]);
  });

  it("repeats the arguments, as providers do", () => {
    expect(ask("aws:ec2/getSubnet:getSubnet", { id: "subnet-1", availabilityZone: "eu-west-1c" })?.value).toMatchObject(
      {
        id: "subnet-1",
        availabilityZone: "eu-west-1c",
        region: "eu-west-1",
      },
    );
  });

  it("takes an image for ARM when the query says so", () => {
    const filters = [map({ name: "architecture", values: ["arm64"] })];
    expect(ask("aws:ec2/getAmi:getAmi", { filters })?.value.architecture).toBe("arm64");
    expect(ask("aws:ec2/getAmi:getAmi")?.value.architecture).toBe("x86_64");
  });

  it("keeps what was asked for readable in the id of a capacity block offering", () => {
    const args = { instanceType: "p5.48xlarge", instanceCount: 4, capacityDurationHours: 336 };
    expect(ask("aws:ec2/getCapacityBlockOffering:getCapacityBlockOffering", args)?.value.capacityBlockOfferingId).toBe(
      "cb-assumed-p5.48xlarge-4x336h",
    );
  });

  it("gives the family of a task definition, which is named with or without its revision", () => {
    const taskDefinition = (name: string) =>
      ask("aws:ecs/getTaskDefinition:getTaskDefinition", { taskDefinition: name })?.value;
    expect(taskDefinition("web")?.arn).toBe("arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1");
    expect(taskDefinition("web:7")).toMatchObject({
      family: "web",
      revision: 7,
      arn: expect.stringMatching(/\/web:7$/),
    });
  });

  it("takes the first wish of a choice among offers, and leaves the choice open without one", () => {
    const database = (args: Record<string, Value>) =>
      ask("aws:rds/getOrderableDbInstance:getOrderableDbInstance", { engine: "mysql", ...args })?.value;
    const wishes = {
      preferredInstanceClasses: ["db.t4g.small", "db.t3.small"],
      preferredEngineVersions: ["8.4", "8.0"],
    };
    expect(database(wishes)).toMatchObject({ engine: "mysql", instanceClass: "db.t4g.small", engineVersion: "8.4" });
    expect(database({ ...wishes, instanceClass: "db.m7g.large" })?.instanceClass).toBe("db.m7g.large");
    expect(database({})?.instanceClass).toBe(UNKNOWN);
    expect(database({ preferredInstanceClasses: ["db.t3.small"] })).not.toHaveProperty("engineVersion");
    const cluster = { preferredNodeTypes: ["ra3.xlplus", "ra3.4xlarge"] };
    expect(ask("aws:redshift/getOrderableCluster:getOrderableCluster", cluster)?.value.nodeType).toBe("ra3.xlplus");
    const kafka = { preferredVersions: ["3.9.0", "3.8.0"] };
    expect(ask("aws:msk/getKafkaVersion:getKafkaVersion", kafka)?.value.version).toBe("3.9.0");
  });

  it("gives the image that a public parameter recommends, as JSON where it is JSON", () => {
    const value = (name: string) => String(ask("aws:ssm/getParameter:getParameter", { name })?.value.value);
    expect(value("/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/x86_64/standard/recommended/image_id")).toMatch(
      /^ami-0/,
    );
    expect(JSON.parse(value("/aws/service/ecs/optimized-ami/amazon-linux-2/recommended")).image_id).toMatch(/^ami-0/);
  });

  it("makes up no text that decides a cost: neither a setting, a version, a billing mode nor an instance type", () => {
    const value = (token: string, args: Record<string, Value> = {}) => ask(`aws:${token}`, args)?.value;
    expect(value("ssm/getParameter:getParameter", { name: "/mine" })?.value).toBe(ASSUMED_TEXT);
    expect(value("rds/getEngineVersion:getEngineVersion", { engine: "mysql" })?.version).toBe(ASSUMED_TEXT);
    expect(value("eks/getCluster:getCluster", { name: "prod" })?.version).toBe(ASSUMED_TEXT);
    expect(value("dynamodb/getTable:getTable", { name: "t" })?.billingMode).toBe(ASSUMED_TEXT);
    expect(value("lambda/getFunction:getFunction", { functionName: "f" })).not.toHaveProperty("memorySize");
    expect(value("ec2/getInstanceTypeOffering:getInstanceTypeOffering")?.instanceType).toBe(ASSUMED_TEXT);
    expect(value("ec2/getInstanceTypeOfferings:getInstanceTypeOfferings")?.instanceTypes).toEqual([ASSUMED_TEXT]);
    expect(ask("aws:ec2/getInstanceTypeOffering:getInstanceTypeOffering")?.message).toBe(
      "One instance type, which counts as unknown, is taken to be offered in eu-west-1.",
    );
  });

  it("takes the version of a database engine that is asked for", () => {
    const version = (args: Record<string, Value>) =>
      ask("aws:rds/getEngineVersion:getEngineVersion", { engine: "postgres", ...args })?.value;
    expect(version({ version: "17.2" })).toMatchObject({ version: "17.2", parameterGroupFamily: "postgres17" });
    expect(version({ preferredVersions: ["16.8", "15.12"] })?.version).toBe("16.8");
  });

  it("uses the names of China and GovCloud there", () => {
    expect(ask("aws:index/getPartition:getPartition", {}, "cn-north-1")?.value).toMatchObject({
      partition: "aws-cn",
      dnsSuffix: "amazonaws.com.cn",
    });
    expect(ask("aws:index/getPartition:getPartition", {}, "us-gov-west-1")?.value.partition).toBe("aws-us-gov");
  });

  it("has nothing to say about what it does not know, nor about keys of Object.prototype", () => {
    for (const token of [
      "aws:ec2/getTime:getTime",
      "constructor",
      "__proto__",
      "aws:index/constructor:constructor",
      "",
    ]) {
      expect(ask(token)).toBeNull();
    }
  });

  it("answers any arguments without failing, and says what it assumes in a sentence", () => {
    const tokens = [
      "index/getAvailabilityZones",
      "ec2/getAmi",
      "ec2/getVpc",
      "ec2/getSubnets",
      "ec2/getSubnetIds",
      "ec2/getSecurityGroup",
      "ec2/getInstanceType",
      "ec2/getInstanceTypeOfferings",
      "iam/getPolicyDocument",
      "iam/getRole",
      "route53/getZone",
      "acm/getCertificate",
      "eks/getClusterAuth",
      "ecr/getAuthorizationToken",
      "ssm/getParameter",
      "secretsmanager/getSecretVersion",
      "s3/getBucket",
      "kms/getAlias",
      "elb/getServiceAccount",
      "lambda/getFunction",
      "rds/getEngineVersion",
    ];
    const json = fc.jsonValue({ maxDepth: 3 }).map((value) => value as Value);
    fc.assert(
      fc.property(
        fc.constantFrom(...tokens),
        fc.dictionary(fc.constantFrom("name", "id", "filters", "statements", "region", "owners", "values", "x"), json),
        (token, args) => {
          const answer = ask(`aws:${token}:${token.split("/")[1]}`, args);
          expect(answer?.message).toMatch(/^[A-Z].*\.$/s);
          expect(answer?.value.id ?? answer?.value.json).toBeDefined();
        },
      ),
    );
  });
});

describe("getPolicyDocument", () => {
  const statements = (args: Record<string, Value>) =>
    JSON.parse(String(ask("aws:iam/getPolicyDocument:getPolicyDocument", args)?.value.json)).Statement;

  it("writes principals of everybody as a star", () => {
    const principals = [map({ type: "*", identifiers: ["*"] })];
    expect(statements({ statements: [map({ actions: ["a:B"], principals })] })).toEqual([
      { Effect: "Allow", Action: "a:B", Principal: "*" },
    ]);
  });

  it("merges other documents, a later statement replacing one of the same Sid", () => {
    const source = JSON.stringify({
      Statement: [
        { Sid: "one", Effect: "Deny" },
        { Sid: "two", Effect: "Deny" },
      ],
    });
    const own = [map({ sid: "two", effect: "Allow", actions: ["a:B"] })];
    expect(statements({ sourcePolicyDocuments: [source], statements: own })).toEqual([
      { Sid: "one", Effect: "Deny" },
      { Sid: "two", Effect: "Allow", Action: "a:B" },
    ]);
  });
});
