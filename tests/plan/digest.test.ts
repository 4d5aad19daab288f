import { describe, expect, it } from "vitest";
import { InputError } from "../../src/core/diagnostic.ts";
import { readPlan } from "../../src/plan/read.ts";
import { namesOf, resourceOf } from "./dump.ts";
import { created, deleted, digest, INSTANCE, kept, root, type Scene, stackUrn, updated, urnOf } from "./scenario.ts";

const read = (scenes: readonly Scene[], options = {}) => readPlan([digest(scenes, options)]).value;
const failure = (scenes: readonly Scene[], options = {}): InputError => {
  try {
    read(scenes, options);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("expected an InputError");
};

describe("a preview digest", () => {
  it("of a first deployment has nothing before and everything after", () => {
    const plan = read([root("create"), created("node", { instanceType: "p5.48xlarge" })]);
    expect(plan).toMatchObject({ project: "training", stack: "prod", origin: "preview" });
    expect(plan.before).toEqual({ completeness: "absent", missing: [], resources: [] });
    expect(plan.after.completeness).toBe("complete");
    expect(namesOf(plan, "after")).toEqual(["node", "training-prod"]);
    expect(plan.operations.get(urnOf(INSTANCE, "node"))).toBe("create");
  });

  it("that leaves unchanged resources out is partial on both sides and says what to add", () => {
    const plan = read([root("same"), kept("idle", {}), kept("spare", {}), updated("node", { n: 1 }, { n: 2 })]);
    for (const side of [plan.before, plan.after]) {
      expect(side.completeness).toBe("partial");
      expect(side.missing).toEqual([
        "2 unchanged resources are not in the preview: add the state export (`pulumi stack export`), or preview with `--show-sames`.",
      ]);
    }
  });

  it("with --show-sames is complete", () => {
    const plan = read([root("same"), kept("idle", {}), updated("node", { n: 1 }, { n: 2 })], { showSames: true });
    expect([plan.before.completeness, plan.after.completeness]).toEqual(["complete", "complete"]);
    expect(namesOf(plan, "before")).toEqual(["idle", "node", "training-prod"]);
    expect(resourceOf(plan, "before", "node").inputs.n).toBe(1);
    expect(resourceOf(plan, "after", "node").inputs.n).toBe(2);
  });

  it("in which everything changes is complete without --show-sames", () => {
    const plan = read([root("same"), updated("node", { n: 1 }, { n: 2 }), deleted("old", {})]);
    expect(plan.before.completeness).toBe("complete");
    expect(plan.after.completeness).toBe("complete");
  });

  it("without a change summary is complete only when it shows unchanged resources or builds everything", () => {
    const none = { changeSummary: null };
    expect(read([root("create"), created("a", {})], none).after.completeness).toBe("complete");
    expect(read([root("same"), updated("a", {}, {})], none).after.completeness).toBe("partial");
    expect(read([root("same"), kept("a", {})], { ...none, showSames: true }).after.completeness).toBe("complete");
  });

  it("that shows a default provider, which the engine does not count, does not pass for whole", () => {
    const provider = { op: "same", type: "pulumi:providers:aws", name: "default", before: {}, after: {} };
    const plan = read([root("same"), provider], { showSames: true, changeSummary: { same: 2 } });
    expect(plan.after.missing).toEqual([expect.stringMatching(/^1 unchanged resource is not in the preview/)]);
  });

  it("of a destroy leaves nothing after", () => {
    const plan = read([root("delete"), deleted("node", {})]);
    expect(plan.after.completeness).toBe("absent");
    expect(plan.operations.get(urnOf(INSTANCE, "node"))).toBe("delete");
  });

  it("knows what becomes of a resource under every operation of the engine", () => {
    const both = { before: { n: 1 }, after: { n: 2 } };
    const cases: [string, Partial<Scene>, string, [number | undefined, number | undefined]][] = [
      ["create", { after: { n: 2 } }, "create", [undefined, 2]],
      ["update", both, "update", [1, 2]],
      ["same", both, "same", [1, 2]],
      ["replace", both, "replace", [1, 2]],
      ["create-replacement", both, "replace", [1, 2]],
      ["import-replacement", both, "replace", [1, 2]],
      ["read-replacement", both, "replace", [1, 2]],
      ["read", { after: { n: 2 } }, "read", [undefined, 2]],
      ["refresh", both, "refresh", [1, 2]],
      ["refresh", { before: { n: 1 } }, "delete", [1, undefined]],
      ["import", both, "import", [undefined, 2]],
      ["delete", { before: { n: 1 } }, "delete", [1, undefined]],
      ["discard", { before: { n: 1 } }, "delete", [1, undefined]],
    ];
    for (const [op, sides, operation, [before, after]] of cases) {
      const plan = read([{ op, type: INSTANCE, name: "node", ...sides }], { showSames: true });
      expect(plan.operations.get(urnOf(INSTANCE, "node")), op).toBe(operation);
      expect(plan.before.resources[0]?.inputs.n, `${op} before`).toBe(before);
      expect(plan.after.resources[0]?.inputs.n, `${op} after`).toBe(after);
    }
  });

  it("counts a replacement once whether it is shown as one step or as three", () => {
    const of = (op: string, sides: Partial<Scene>): Scene => ({ op, type: INSTANCE, name: "node", ...sides });
    const [before, after] = [{ n: 1 }, { n: 2 }];
    const marked = { oldFields: { delete: true } };
    const one = read([of("replace", { before, after, ...marked })]);
    const three = read([
      of("delete-replaced", { before, ...marked }),
      of("replace", { before, after, ...marked }),
      of("create-replacement", { before, after, ...marked }),
    ]);
    expect(three).toEqual(one);
    expect(one.before.resources).toHaveLength(1);
  });

  it("does not count a resource that an earlier replacement left to be deleted, but warns of it", () => {
    const leftOver: Scene = { ...deleted("node", { n: 0 }), op: "delete-replaced", oldFields: { delete: true } };
    const { value, diagnostics } = readPlan([digest([root("same"), updated("node", { n: 1 }, { n: 2 }), leftOver])]);
    expect(resourceOf(value, "before", "node").inputs.n).toBe(1);
    expect(diagnostics).toMatchObject([{ code: "resource-awaits-deletion", place: { urn: urnOf(INSTANCE, "node") } }]);
  });

  it("counts nothing before where a replacement was deleted by an update that broke off", () => {
    const gone = { ...updated("node", { n: 1 }, { n: 2 }), op: "replace", oldFields: { pendingReplacement: true } };
    const plan = read([{ ...deleted("node", {}), op: "remove-pending-replace" }, gone]);
    expect(plan.before.resources).toEqual([]);
    expect(plan.operations.get(urnOf(INSTANCE, "node"))).toBe("create");
  });

  it("takes the state after a refresh as the one before an update", () => {
    const plan = read([{ ...updated("node", { n: 1 }, { n: 3 }), op: "refresh" }, updated("node", { n: 3 }, { n: 4 })]);
    expect(resourceOf(plan, "before", "node").inputs.n).toBe(3);
    expect(plan.operations.get(urnOf(INSTANCE, "node"))).toBe("update");
  });

  it("joins a renamed resource to the one it was", () => {
    const old = urnOf(INSTANCE, "bastion");
    const plan = read([{ ...kept("jump", { n: 1 }), oldFields: { urn: old } }], { showSames: true });
    expect(resourceOf(plan, "after", "jump").aliases).toEqual([old]);
    expect(Object.fromEntries(plan.operations)).toEqual({ [urnOf(INSTANCE, "jump")]: "same" });
  });

  it("says so where an update's old state is missing", () => {
    const plan = read([{ ...updated("node", {}, { n: 2 }), before: undefined as never }]);
    expect(plan.before.completeness).toBe("partial");
    expect(plan.before.missing).toEqual([`The preview does not say how ${urnOf(INSTANCE, "node")} stands today.`]);
    expect(plan.after.completeness).toBe("complete");
  });

  it("is partial where it was made for one target only", () => {
    const document = digest([root("same"), { ...updated("node", { n: 1 }, { n: 1 }), op: "replace" }]);
    const forced = {
      ...document,
      text: document.text.replace('"op": "replace",', '"op": "replace", "replaceReasons": ["id"],'),
    };
    expect(readPlan([document]).value.after.completeness).toBe("complete");
    const plan = readPlan([forced]).value;
    expect(plan.before.completeness).toBe("complete");
    expect(plan.after.missing).toEqual([expect.stringContaining("--target-replace")]);
  });

  it("keeps components, links, aliases and the place in the program", () => {
    const pool = "acme:index:GpuPool";
    const template = urnOf("aws:ec2/launchTemplate:LaunchTemplate", "nodes", `${pool}$`);
    const plan = read([
      { op: "create", type: pool, name: "h100", after: { nodes: 4 }, fields: { custom: false } },
      created(
        "node",
        {},
        {
          urn: urnOf(INSTANCE, "node", `${pool}$`),
          parent: urnOf(pool, "h100"),
          propertyDependencies: { launchTemplate: [template], tags: [] },
          aliases: [urnOf(INSTANCE, "node")],
          sourcePosition: "project:///lib/node_modules/sdk/instance.ts#9,9",
          stackTrace: [{}, { sourcePosition: "project:///src/index.ts#12,4" }],
        },
      ),
    ]);
    expect(resourceOf(plan, "after", "h100")).toMatchObject({ custom: false, parent: stackUrn, inputs: { nodes: 4 } });
    expect(resourceOf(plan, "after", "node")).toMatchObject({
      custom: true,
      type: INSTANCE,
      parent: urnOf(pool, "h100"),
      aliases: [urnOf(INSTANCE, "node")],
      position: "src/index.ts:12:4",
    });
    expect({ ...resourceOf(plan, "after", "node").propertyDependencies }).toEqual({ launchTemplate: [template] });
  });

  it("marks what is only read as external", () => {
    const plan = read([{ op: "read", type: "aws:ec2/vpc:Vpc", name: "shared", after: {} }]);
    expect(resourceOf(plan, "after", "shared").external).toBe(true);
  });

  it("gives no figure where the preview itself failed", () => {
    const error = failure([created("node", {})], {
      diagnostics: [
        { severity: "warning", message: "deprecated" },
        { severity: "error", message: "error: preview failed\n" },
      ],
    });
    expect(error.message).toContain("preview.json: the preview itself failed: preview failed");
  });

  it("refuses two steps for one resource, naming it", () => {
    for (const twin of [created("node", { n: 2 }), updated("node", {}, {})]) {
      const error = failure([created("node", { n: 1 }), twin]);
      expect(error.diagnostics[0]).toMatchObject({
        code: "plan-duplicate-urn",
        place: { file: "preview.json", urn: urnOf(INSTANCE, "node") },
      });
    }
  });

  it("refuses a resource that is its own ancestor", () => {
    const a = urnOf(INSTANCE, "a");
    const b = urnOf(INSTANCE, "b");
    const error = failure([created("a", {}, { parent: b }), created("b", {}, { parent: a })]);
    expect(error.diagnostics[0]).toMatchObject({ code: "plan-circular-parents", place: { urn: a } });
  });

  it("refuses resources of two stacks in one document", () => {
    const elsewhere = "urn:pulumi:dev::training::aws:ec2/instance:Instance::node";
    expect(failure([created("a", {}), created("node", {}, { urn: elsewhere })]).message).toContain("two stacks");
  });

  it("refuses an operation it does not know, and a resource without a readable URN", () => {
    expect(failure([{ ...created("node", {}), op: "transmute" }]).message).toContain('unknown operation "transmute"');
    expect(failure([created("node", {}, { urn: "urn:other" })]).message).toContain(
      'steps[0]): "urn:other" is not a URN',
    );
    expect(failure([{ ...created("node", {}), after: undefined as never }]).message).toContain("does not say");
  });

  it("is unharmed by names such as __proto__ and by escape codes", () => {
    const document = digest([created("\u001b[31mred", { a: 1 })]);
    const hostile = document.text.replace('"a": 1', '"__proto__": { "polluted": 1 }, "constructor": 2');
    const { value } = readPlan([{ ...document, text: hostile }]);
    const { inputs, name } = value.after.resources[0]!;
    expect(name).toBe("\u001b[31mred");
    expect(Object.keys(inputs)).toEqual(["__proto__", "constructor"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect("toString" in inputs).toBe(false);
  });
});
