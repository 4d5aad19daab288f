import { describe, expect, it } from "vitest";
import { readPlan } from "../../src/plan/read.ts";
import { resourceOf } from "./dump.ts";
import { created, digest, INSTANCE, root, type Scene, state, updated, urnOf } from "./scenario.ts";

const provider = (name: string, region: unknown, before?: unknown): Scene => ({
  op: before === undefined ? "create" : "update",
  type: "pulumi:providers:aws",
  name,
  after: { region },
  ...(before !== undefined && { before: { region: before } }),
});
const by = (name: string) => ({ provider: `${urnOf("pulumi:providers:aws", name)}::dcb77977-3b1c` });
const regionOf = (scenes: readonly Scene[], name: string, config: Record<string, unknown> = {}) =>
  resourceOf(readPlan([digest(scenes, { config })]).value, "after", name).region;

describe("the region of a resource", () => {
  const aws = { "aws:region": "eu-west-1" };
  const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  it("is its own, before its provider's, before the stack's", () => {
    const scenes = [
      provider("use1", "us-east-1"),
      created("own", { region: "ap-south-1" }, by("use1")),
      created("provided", {}, by("use1")),
      created("default", {}, by("default_7_48_0")),
    ];
    expect(regionOf(scenes, "own", aws)).toBe("ap-south-1");
    expect(regionOf(scenes, "provided", aws)).toBe("us-east-1");
    expect(regionOf(scenes, "default", aws)).toBe("eu-west-1");
    expect(regionOf(scenes, "default")).toBeNull();
  });

  it("is not guessed from a wider setting where the nearer one is unknown", () => {
    const scenes = [
      provider("later", unknown),
      created("own", { region: unknown }, by("use1")),
      created("provided", {}, by("later")),
    ];
    expect(regionOf(scenes, "own", aws)).toBeNull();
    expect(regionOf(scenes, "provided", aws)).toBeNull();
  });

  it("is taken from no secret configuration and from no other package's", () => {
    const scenes = [created("node", {}), { op: "create", type: "kubernetes:core/v1:Pod", name: "pod", after: {} }];
    expect(regionOf(scenes, "node", { "aws:region": "[secret]" })).toBeNull();
    expect(regionOf(scenes, "node", { "aws:region": { secure: "v1:abc" } })).toBeNull();
    expect(regionOf(scenes, "pod", aws)).toBeNull();
  });

  it("of a component is that of its children where they agree", () => {
    const pool = (name: string): Scene => ({
      op: "create",
      type: "acme:index:Pool",
      name,
      after: {},
      fields: { custom: false },
    });
    const under = (name: string) => ({ parent: urnOf("acme:index:Pool", name) });
    const scenes = [
      root("create"),
      provider("use1", "us-east-1"),
      provider("euw1", "eu-west-1"),
      pool("one"),
      pool("two"),
      pool("empty"),
      created("a", {}, { ...by("use1"), ...under("one") }),
      created("b", {}, { ...by("use1"), ...under("one") }),
      created("c", {}, { ...by("use1"), ...under("two") }),
      created("d", {}, { ...by("euw1"), ...under("two") }),
    ];
    expect(regionOf(scenes, "one")).toBe("us-east-1");
    expect(regionOf(scenes, "two", aws)).toBeNull();
    expect(regionOf(scenes, "empty", aws)).toBe("eu-west-1");
    expect(regionOf(scenes, "training-prod")).toBeNull();
  });

  it("before a change comes from the provider as it was", () => {
    const scenes = [provider("main", "us-east-1", "us-west-2"), updated("node", { n: 1 }, { n: 2 }, by("main"))];
    const { value } = readPlan([digest(scenes)]);
    expect(resourceOf(value, "before", "node").region).toBe("us-west-2");
    expect(resourceOf(value, "after", "node").region).toBe("us-east-1");
    expect(resourceOf(value, "after", "node").provider).toBe(urnOf("pulumi:providers:aws", "main"));
  });

  it("is known from the state where the preview does not show the provider", () => {
    const standing = { ...provider("main", "us-east-1", "us-east-1"), op: "same" };
    const scenes = [root("same"), standing, updated("node", { n: 1 }, { n: 2 }, by("main"))];
    expect(regionOf(scenes, "node")).toBeNull();
    const { value } = readPlan([digest(scenes), state(scenes)]);
    expect(resourceOf(value, "after", "node").region).toBe("us-east-1");
    expect(value.operations.get(urnOf(INSTANCE, "node"))).toBe("update");
  });
});
