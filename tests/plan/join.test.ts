import { describe, expect, it } from "vitest";
import { type PropertyMap, propertyMap, UNKNOWN } from "../../src/core/value.ts";
import type { PlanResource } from "../../src/model/plan.ts";
import { withState } from "../../src/plan/from-state.ts";
import { joinSnapshots } from "../../src/plan/join.ts";
import { makeSnapshot } from "../../src/plan/snapshot.ts";
import { digest, INSTANCE, kept, PROJECT, root, STACK, state, urnOf } from "./scenario.ts";

const resource = (name: string, inputs: PropertyMap = {}, more: Partial<PlanResource> = {}): PlanResource => ({
  urn: urnOf(INSTANCE, name),
  type: INSTANCE,
  name,
  custom: true,
  external: false,
  region: null,
  inputs: propertyMap(Object.entries(inputs)),
  propertyDependencies: {},
  aliases: [],
  ...more,
});
const snapshot = (...resources: PlanResource[]) => makeSnapshot(resources, new Map());
const identity = { project: PROJECT, stack: STACK, origin: "program", assumptions: [] };
const operations = (before: PlanResource[], after: PlanResource[]) =>
  Object.fromEntries(joinSnapshots({ ...identity, before: snapshot(...before), after: snapshot(...after) }).operations);

describe("joining two snapshots of a stack", () => {
  const node = urnOf(INSTANCE, "node");

  it("finds what is created, updated, kept, read and deleted", () => {
    expect(operations([], [resource("node")])).toEqual({ [node]: "create" });
    expect(operations([resource("node")], [])).toEqual({ [node]: "delete" });
    expect(operations([resource("node", { n: [1, { a: 2 }] })], [resource("node", { n: [1, { a: 2 }] })])).toEqual({
      [node]: "same",
    });
    expect(operations([resource("node", { n: [1] })], [resource("node", { n: [1, 2] })])).toEqual({ [node]: "update" });
    expect(operations([resource("node", { n: 1 })], [resource("node", {})])).toEqual({ [node]: "update" });
    expect(operations([], [resource("node", {}, { external: true })])).toEqual({ [node]: "read" });
  });

  it("takes an unknown on both sides for the same, an unknown on one for a change", () => {
    expect(operations([resource("node", { id: UNKNOWN })], [resource("node", { id: UNKNOWN })])).toEqual({
      [node]: "same",
    });
    expect(operations([resource("node", { id: "i-1" })], [resource("node", { id: UNKNOWN })])).toEqual({
      [node]: "update",
    });
  });

  it("finds a renamed resource by its alias, unless another has taken that name", () => {
    const renamed = resource("jump", {}, { aliases: [urnOf(INSTANCE, "older"), node] });
    expect(operations([resource("node")], [renamed])).toEqual({ [urnOf(INSTANCE, "jump")]: "same" });
    expect(operations([resource("node")], [renamed, resource("node")])).toEqual({
      [urnOf(INSTANCE, "jump")]: "create",
      [node]: "same",
    });
  });

  it("lets no two resources inherit from one", () => {
    const heirs = ["a", "b"].map((name) => resource(name, {}, { aliases: [node] }));
    expect(operations([resource("node")], heirs)).toEqual({
      [urnOf(INSTANCE, "a")]: "same",
      [urnOf(INSTANCE, "b")]: "create",
    });
  });

  it("is unharmed by a resource named __proto__", () => {
    const plan = joinSnapshots({
      ...identity,
      before: snapshot(),
      after: snapshot(resource("x", {}, { urn: "__proto__" })),
    });
    expect([...plan.operations.keys()]).toEqual(["__proto__"]);
  });
});

describe("what stands alike on both sides", () => {
  const [disk, node] = [resource("disk", { size: 1, tags: { a: UNKNOWN } }), resource("node", { n: 1 })];
  const join = (...after: PlanResource[]) =>
    joinSnapshots({ ...identity, before: snapshot(disk, node), after: snapshot(...after) });
  const shared = ({ before, after }: ReturnType<typeof join>): readonly string[] =>
    after.resources.filter((one) => before.resources.includes(one)).map(({ name }) => name);

  it("is one object on both", () => {
    expect(shared(join({ ...disk, inputs: { ...disk.inputs } }, resource("node", { n: 2 })))).toEqual(["disk"]);
  });

  it("is one snapshot where both sides are one", () => {
    const standing = snapshot(disk, node);
    const { before, after } = joinSnapshots({ ...identity, before: standing, after: standing });
    expect(after).toBe(before);
  });

  it.each([
    { parent: "urn:pulumi:dev::shop::a:b:C::other" },
    { external: true },
    { custom: false },
    { region: "eu-west-1" },
    { position: "index.ts:1:1" },
    { aliases: ["urn:pulumi:dev::shop::a:b:C::older"] },
    { propertyDependencies: { n: ["urn:pulumi:dev::shop::a:b:C::other"] } },
    { provider: "urn:pulumi:dev::shop::pulumi:providers:aws::other" },
  ] satisfies Partial<PlanResource>[])("is not where it differs in anything: %o", (difference) => {
    const changed = { ...node, ...difference };
    const sides = { before: snapshot(node), after: { ...snapshot(node), resources: [changed] } };
    expect(shared(joinSnapshots({ ...identity, ...sides }))).toEqual([]);
  });
});

describe("a program beside a state export", () => {
  const program = (...resources: PlanResource[]) => ({
    ...identity,
    after: snapshot(...resources),
    configuration: new Map(),
  });
  const defaults = {
    __defaults: ["name"],
    name: "node-1a2b3c",
    tags: { __defaults: [], a: "b" },
    subnetId: "subnet-1",
    n: 1,
  };
  const asked: PropertyMap = { tags: { a: "b" }, subnetId: UNKNOWN, n: 1 };

  it("has the state as its before side", () => {
    const { value } = withState(program(resource("node", { n: 2 })), state([kept("node", { n: 1 }), kept("old", {})]));
    expect(value.before.resources.map(({ name }) => name)).toEqual(["node", "old"]);
    expect(Object.fromEntries(value.operations)).toEqual({
      [urnOf(INSTANCE, "node")]: "update",
      [urnOf(INSTANCE, "old")]: "delete",
    });
  });

  it("takes neither a provider's defaults nor what it cannot know for a change", () => {
    const operation = (inputs: PropertyMap) =>
      withState(program(resource("node", inputs)), state([kept("node", defaults)])).value.operations.get(
        urnOf(INSTANCE, "node"),
      );
    expect(operation(asked)).toBe("same");
    expect(operation({ ...asked, n: 2 })).toBe("update");
    expect(operation({ ...asked, tags: { a: "c" } })).toBe("update");
    expect(operation({ ...asked, extra: true })).toBe("update");
    expect(operation({ tags: { a: "b" }, subnetId: UNKNOWN })).toBe("update");
  });

  it("refuses a document that is no state, and the state of another stack", () => {
    expect(() => withState(program(), digest([root("same")]))).toThrow("expected a state export beside a program");
    expect(() => withState({ ...program(), stack: "dev" }, state([root("same")]))).toThrow(
      "state.json: the state is of training/prod, the program of training/dev",
    );
  });

  it("may be empty, for a stack not yet deployed", () => {
    const { value } = withState(program(resource("node")), state([]));
    expect(value.before.completeness).toBe("absent");
  });
});
