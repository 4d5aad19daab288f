import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../src/core/value.ts";
import { failureOf, named, PATIENCE_MS, runFixture } from "./fixture.ts";

describe("the runner does what the engine does in a first preview:", { timeout: PATIENCE_MS }, () => {
  it("URNs carry the types of all ancestors but the stack", async () => {
    const run = await runFixture("component-tree");
    expect(named(run, "fleet-inner-group").urn).toBe(
      "urn:pulumi:dev::component-tree::acme:index:Outer$acme:index:Inner$aws:autoscaling/group:Group::fleet-inner-group",
    );
    expect(named(run, "fleet").parent).toBe("urn:pulumi:dev::component-tree::pulumi:pulumi:Stack::component-tree-dev");
    expect(named(run, "fleet-inner")).toMatchObject({
      custom: false,
      region: null,
      inputs: { instanceType: "p5.48xlarge" },
    });
  });

  it("an output is unknown, but its link to the resource is kept", async () => {
    const run = await runFixture("component-tree");
    const group = named(run, "fleet-inner-group");
    expect(group.inputs).toMatchObject({ maxSize: 2, launchTemplate: { id: UNKNOWN } });
    expect(group.propertyDependencies).toEqual({ launchTemplate: [named(run, "fleet-inner-template").urn] });
  });

  it("a default provider stands beside the resources", async () => {
    const run = await runFixture("component-tree", { config: { "aws:region": "eu-north-1" } });
    const provider = named(run, "fleet-inner-group").provider!;
    expect(run.snapshot.resources.find((resource) => resource.urn === provider)).toMatchObject({
      type: "pulumi:providers:aws",
      name: expect.stringMatching(/^default_\d+_\d+_\d+$/),
      inputs: { region: "eu-north-1" },
    });
  });

  it("transforms of the resource, its parents and the stack change its inputs, and invoke transforms their arguments", async () => {
    const run = await runFixture("transforms");
    expect(named(run, "store-bucket").inputs).toEqual({ forceDestroy: true, tags: { own: "yes", stack: "dev" } });
    expect(named(run, "disk").inputs).toMatchObject({ availabilityZone: "eu-central-1a" });
  });

  it("hooks that want a preview run with the new inputs, others do not", async () => {
    const run = await runFixture("hooks");
    const messages = run.diagnostics.map((diagnostic) => diagnostic.message);
    expect(messages).toEqual([expect.stringContaining("hook policy")]);
    expect(messages[0]).toContain('"policy":"{}"');
    expect(messages[0]).toContain('"role":"unknown"');
  });

  it("a hook that throws ends the run with its message and the resource's place", async () => {
    const error = await failureOf("hook-throws");
    expect(error.diagnostics[0]).toMatchObject({
      code: "hook-failed",
      message: 'before hook "cost-gate" failed: too expensive',
      place: { file: "index.js", line: 5 },
    });
  });

  it("aliases become earlier URNs, and children inherit those of their parents", async () => {
    const run = await runFixture("aliases");
    const urn = (path: string) => `urn:pulumi:dev::aliases::${path}`;
    expect(new Set(named(run, "box").aliases)).toEqual(
      new Set([urn("acme:index:Box::crate"), urn("acme:old:Box::box"), urn("acme:index:Whole::given")]),
    );
    expect(new Set(named(run, "box-item").aliases)).toEqual(
      new Set([
        urn("acme:index:Box$acme:index:Item::older-item"),
        urn("acme:old:Box$acme:index:Item::older-item"),
        urn("acme:index:Whole$acme:index:Item::older-item"),
        urn("acme:index:Box$acme:index:Item::crate-item"),
        urn("acme:old:Box$acme:index:Item::box-item"),
        urn("acme:index:Whole$acme:index:Item::given-item"),
      ]),
    );
  });

  it("a remote component keeps its inputs, its outputs are unknown, and the plan says what is not seen", async () => {
    const run = await runFixture("remote-component");
    expect(named(run, "gpu")).toMatchObject({
      custom: false,
      inputs: { nodes: 4, instanceType: "p5.48xlarge", bucket: UNKNOWN },
    });
    expect(named(run, "endpoint").inputs.bucket).toBe(UNKNOWN);
    expect(named(run, "token").inputs.bucket).toBe(UNKNOWN);
    expect(run.snapshot.completeness).toBe("partial");
    expect(run.snapshot.missing).toEqual([expect.stringContaining("gpu (acme:index:Cluster)")]);
  });

  it("resources declared late are there: in an apply, after a timer, after a data source", async () => {
    const run = await runFixture("late", { config: { "aws:region": "eu-west-1" } });
    const names = run.snapshot.resources.map((resource) => resource.name);
    expect(names).toEqual(expect.arrayContaining(["in-apply", "after-timer", "after-invoke-eu-west-1"]));
  });

  it("outputs of another stack are unknown, and resources that are only read are external", async () => {
    const run = await runFixture("stack-reference");
    expect(named(run, "node").inputs).toMatchObject({ instanceType: "m5.large", subnetId: UNKNOWN });
    expect(named(run, "existing")).toMatchObject({ external: true });
    expect(named(run, "object").inputs.bucket).toBe("my-bucket");
    expect(run.snapshot.resources.some((resource) => resource.name.startsWith("never"))).toBe(false);
    expect(run.assumptions).toContainEqual(
      expect.objectContaining({
        code: "stack-reference-unknown",
        message: expect.stringContaining("organization/network/dev"),
      }),
    );
  });

  it("a region comes from the resource, else its provider, else the configuration, and an unknown one stays unknown", async () => {
    const run = await runFixture("regions", { config: { "aws:region": "eu-west-1" } });
    const region = (name: string) => named(run, name).region;
    expect(region("by-config")).toBe("eu-west-1");
    expect(region("by-provider")).toBe("us-east-1");
    expect(region("by-itself")).toBe("ap-south-1");
    expect(region("by-unknown")).toBeNull();
    expect(region("group-inherited")).toBe("us-east-1");
    expect(region("space")).toBeNull();
  });

  it("a component stands where the AWS provider handed to it does, else where the default one does", async () => {
    const run = await runFixture("regions", { config: { "aws:region": "eu-west-1" } });
    const region = (name: string) => named(run, name).region;
    expect(region("group")).toBe("us-east-1");
    expect(region("remote")).toBe("eu-west-1");
    expect(region("remote-by-provider")).toBe("us-east-1");
    expect(region("remote-by-unknown")).toBeNull();
    expect(region("remote-by-itself")).toBe("ap-south-1");
    expect(region("remote-inherited")).toBe("us-east-1");
    expect(named(run, "regions-dev", "pulumi:Stack").region).toBeNull();
  });

  it("the caller's AWS_REGION counts for the default provider, as an assumption", async () => {
    const run = await runFixture("component-tree", {
      environment: { PATH: process.env.PATH, AWS_REGION: "eu-west-3" },
    });
    expect(named(run, "fleet-inner-group").region).toBe("eu-west-3");
    expect(run.assumptions.map((assumption) => assumption.code)).toContain("region-from-environment");
  });

  it("the caller's AWS_REGION is an assumption too where only a component's plugin would use it", async () => {
    const run = await runFixture("only-remote", { environment: { PATH: process.env.PATH, AWS_REGION: "eu-west-3" } });
    expect(named(run, "cluster").region).toBe("eu-west-3");
    expect(run.assumptions.map((assumption) => assumption.code)).toContain("region-from-environment");
  });

  it("closures are serialised, and code is kept as a small description", async () => {
    const run = await runFixture("lambda-callback");
    expect(named(run, "handler", "lambda/function").inputs).toMatchObject({
      memorySize: 512,
      code: { archive: "assets", files: expect.arrayContaining(["__index.js"]) },
    });
    expect(named(run, "zip").inputs.code).toEqual({ archive: "assets", files: ["index.js", "pkg"] });
    expect(
      run.snapshot.resources.some((resource) => resource.type === "aws:s3/bucketNotification:BucketNotification"),
    ).toBe(true);
  });

  it("a dynamic provider's resource is there without the provider's source", async () => {
    const run = await runFixture("dynamic-provider");
    expect(named(run, "ticket").inputs).toEqual({ title: "more GPUs" });
  });

  it("manifests are read, and what a Helm chart deploys is said to be unknown", async () => {
    const run = await runFixture("kubernetes-charts");
    expect(named(run, "web").inputs).toMatchObject({ spec: { replicas: 3 } });
    expect(named(run, "team/train").inputs).toMatchObject({ kind: "Job", spec: { parallelism: 4 } });
    expect(named(run, "operator").inputs).toMatchObject({ chart: "gpu-operator", version: "v25.3.0" });
    expect(run.snapshot.completeness).toBe("partial");
    expect(run.snapshot.missing.join("\n")).toMatch(/newer.*\n.*wordpress/);
  });

  it("keys such as __proto__ are only keys", async () => {
    const run = await runFixture("proto-keys");
    expect(named(run, "__proto__").inputs.tags).toMatchObject({ constructor: "c", kept: "k" });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
