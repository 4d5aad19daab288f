import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { PlanResource } from "../../src/model/plan.ts";
import { type ProgramRun, runProgram } from "../../src/plan/program/run.ts";

const cwd = fileURLToPath(new URL("../../", import.meta.url));
const run = (stack: string, config: Readonly<Record<string, string>> = {}) =>
  runProgram({ cwd, stack, config, environment: process.env });

const ofType = ({ snapshot }: ProgramRun, type: string): readonly PlanResource[] =>
  snapshot.resources.filter((resource) => resource.type === type);

/** A component and everything below it. */
const below = ({ snapshot }: ProgramRun, type: string): readonly PlanResource[] => {
  const urns = new Set(snapshot.resources.filter((resource) => resource.type === type).map(({ urn }) => urn));
  for (let known = 0; known < urns.size; ) {
    known = urns.size;
    for (const { urn, parent } of snapshot.resources) if (parent !== undefined && urns.has(parent)) urns.add(urn);
  }
  return snapshot.resources.filter(({ urn }) => urns.has(urn));
};

const CLUSTER = "rackrate:infra:GpuCluster";
const WORKLOADS = ["rackrate:infra:TrainingJob", "rackrate:infra:InferenceService"];

let cloud: ProgramRun;
let onPremises: ProgramRun;

beforeAll(async () => {
  cloud = await run("cloud");
  onPremises = await run("onprem");
});

describe("the reference stack in AWS", () => {
  it("is read whole, in the region of its stack file", () => {
    expect(cloud.snapshot).toMatchObject({ completeness: "complete", missing: [] });
    const regions = cloud.snapshot.resources.filter(({ type }) => type.startsWith("aws:")).map(({ region }) => region);
    expect(new Set(regions)).toEqual(new Set(["us-east-1"]));
  });

  it("has 32 H100 in four p5 nodes, below its cluster", () => {
    const [cluster] = ofType(cloud, CLUSTER);
    expect(cluster?.inputs.specification).toMatchObject({
      platform: "aws",
      instanceType: "p5.48xlarge",
      nodes: { desired: 4 },
    });
    const group = below(cloud, CLUSTER).find(
      ({ type, name }) => type === "aws:eks/nodeGroup:NodeGroup" && name === "gpu-accelerators",
    );
    expect(group?.inputs.scalingConfig).toMatchObject({ desiredSize: 4 });
    expect(group?.propertyDependencies.launchTemplate).toEqual([
      ofType(cloud, "aws:ec2/launchTemplate:LaunchTemplate")[0]?.urn,
    ]);
  });

  it("has the way of a request and its guards", () => {
    const types = new Set(below(cloud, CLUSTER).map(({ type }) => type));
    for (const type of [
      "aws:lb/loadBalancer:LoadBalancer",
      "aws:wafv2/webAcl:WebAcl",
      "aws:rds/instance:Instance",
      "aws:s3/bucket:Bucket",
      "aws:fsx/lustreFileSystem:LustreFileSystem",
      "aws:kms/key:Key",
      "aws:ec2/natGateway:NatGateway",
      "aws:ec2/eip:Eip",
      "aws:cloudwatch/logGroup:LogGroup",
      "aws:ecr/repository:Repository",
    ]) {
      expect(types, type).toContain(type);
    }
  });

  it("leaves nothing outside its three components but providers and the stack", () => {
    const inside = new Set([CLUSTER, ...WORKLOADS].flatMap((type) => below(cloud, type)).map(({ urn }) => urn));
    const outside = cloud.snapshot.resources.filter(({ urn }) => !inside.has(urn)).map(({ type }) => type);
    expect(outside.filter((type) => !type.startsWith("pulumi:"))).toEqual([]);
  });
});

describe("the reference stack on premises", () => {
  it("has 32 H100 in four bought servers, and nothing of a cloud", () => {
    expect(onPremises.snapshot).toMatchObject({ completeness: "complete", missing: [] });
    expect(ofType(onPremises, CLUSTER)[0]?.inputs.specification).toMatchObject({
      platform: "on-premises",
      server: "DGX H100",
      servers: 4,
    });
    expect(onPremises.snapshot.resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
  });

  it("carries the very workloads of the one in AWS", () => {
    for (const type of WORKLOADS) {
      const [here, there] = [ofType(onPremises, type), ofType(cloud, type)];
      expect(here).toHaveLength(1);
      expect(here[0]?.inputs.specification).toEqual(there[0]?.inputs.specification);
    }
  });
});

describe("the reference stack's configuration", () => {
  it("chooses how accelerators are bought", async () => {
    const block = await run("cloud", { purchase: "capacity-block", capacityBlockOfferingId: "cb-0123" });
    expect(ofType(block, "aws:ec2/capacityBlockReservation:CapacityBlockReservation")).toHaveLength(1);
    expect(ofType(block, CLUSTER)[0]?.inputs.specification).toMatchObject({ purchase: "capacity-block" });
  });

  it("names what is wrong with it by its key", async () => {
    await expect(run("cloud", { nodes: "four" })).rejects.toThrow("rackrate-reference:nodes: ");
  });
});
