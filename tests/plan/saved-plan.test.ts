import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../src/core/value.ts";
import { readPlan } from "../../src/plan/read.ts";
import { dumpPlan, namesOf, resourceOf } from "./dump.ts";
import { created, deleted, digest, INSTANCE, kept, root, savedPlan, state, updated, urnOf } from "./scenario.ts";

const scenes = [
  root("same"),
  kept("idle", { n: 0 }),
  updated("node", { size: 1, zone: "a", tags: { a: "b" } }, { size: 2, tags: { a: "b" }, disk: 100 }),
  deleted("old", { n: 3 }),
  created("new", { n: 4 }),
];

describe("a saved plan", () => {
  it("beside its state gives the same plan as the preview it was saved from", () => {
    const saved = readPlan([savedPlan(scenes), state(scenes)]);
    const preview = readPlan([digest(scenes, { showSames: true })]);
    expect(saved.diagnostics).toEqual([]);
    expect(saved.value.origin).toBe("saved-plan");
    expect(dumpPlan({ ...saved.value, origin: "preview" })).toBe(dumpPlan(preview.value));
  });

  it("alone is partial, and takes what stays from the outputs that the preview expected", () => {
    const { value } = readPlan([savedPlan(scenes, { withOutputs: true })]);
    expect([value.before.completeness, value.after.completeness]).toEqual(["partial", "partial"]);
    expect(value.after.missing).toEqual([expect.stringContaining("pulumi stack export")]);
    expect(namesOf(value, "after")).toEqual(["idle", "new", "node", "training-prod"]);
    expect({ ...resourceOf(value, "after", "idle").inputs }).toEqual({ n: 0 });
    expect({ ...resourceOf(value, "after", "node").inputs }).toMatchObject({ size: 2, tags: { a: "b" }, disk: 100 });
  });

  it("alone knows of the side before what does not change, and not the values that do", () => {
    const { value } = readPlan([savedPlan(scenes, { withOutputs: true })]);
    expect(namesOf(value, "before")).toEqual(["idle", "node", "training-prod"]);
    const { inputs } = resourceOf(value, "before", "node");
    expect(Object.keys(inputs).sort()).toEqual(["size", "tags", "zone"]);
    expect([inputs.size, inputs.zone, { ...(inputs.tags as object) }]).toEqual([UNKNOWN, UNKNOWN, { a: "b" }]);
    expect(value.before.missing.slice(1)).toEqual([
      `The saved plan does not say how ${urnOf(INSTANCE, "old")} stands.`,
    ]);
  });

  it("alone takes only those outputs that are inputs of the program, and for unknown what is no output", () => {
    const fields = { propertyDependencies: { size: [], key: [] } };
    const plan = savedPlan([kept("node", { size: 1, arn: "a:b" }, fields)], { withOutputs: true });
    const { inputs } = resourceOf(readPlan([plan]).value, "after", "node");
    expect({ ...inputs }).toEqual({ size: 1, key: UNKNOWN });
  });

  it("alone leaves out what has no outputs, and says so", () => {
    const { value } = readPlan([savedPlan(scenes)]);
    expect(namesOf(value, "after")).toEqual(["new", "training-prod"]);
    expect(value.after.missing.slice(1)).toEqual([
      `The saved plan does not say how ${urnOf(INSTANCE, "idle")} stands.`,
      `The saved plan does not say how ${urnOf(INSTANCE, "node")} stands.`,
    ]);
  });

  it("finds a renamed resource in the state by its alias", () => {
    const renamed = updated("jump", { n: 1, m: 5 }, { n: 2, m: 5 }, { aliases: [urnOf(INSTANCE, "bastion")] });
    const { value } = readPlan([savedPlan([renamed]), state([kept("bastion", { n: 1, m: 5 })])]);
    expect({ ...resourceOf(value, "after", "jump").inputs }).toEqual({ n: 2, m: 5 });
    expect(Object.fromEntries(value.operations)).toEqual({ [urnOf(INSTANCE, "jump")]: "update" });
  });

  it("whose state lacks what it changes is partial after, and says which", () => {
    const { value } = readPlan([savedPlan(scenes), state([root("same"), kept("idle", { n: 0 })])]);
    expect(value.after.missing).toEqual([
      `The saved plan changes ${urnOf(INSTANCE, "node")}, which the state export does not hold.`,
    ]);
  });

  it("that creates what the state already holds is compared with it, with a warning", () => {
    const { value, diagnostics } = readPlan([savedPlan([created("node", { n: 1 })]), state([kept("node", { n: 1 })])]);
    expect(value.operations.get(urnOf(INSTANCE, "node"))).toBe("same");
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "state-does-not-fit" }]);
  });

  it("folds the steps of a replacement into one", () => {
    const document = savedPlan([updated("node", { n: 1 }, { n: 2 })]);
    const text = document.text.replace('"update"', '"create-replacement", "replace", "delete-replaced"');
    const { value } = readPlan([{ ...document, text }, state([kept("node", { n: 1 })])]);
    expect(value.operations.get(urnOf(INSTANCE, "node"))).toBe("replace");
  });

  it("names the resource whose plan cannot be read", () => {
    const document = savedPlan(scenes);
    const broken = { ...document, text: document.text.replace('"update"', '"transmute"') };
    expect(() => readPlan([broken])).toThrow(
      `resourcePlans["${urnOf(INSTANCE, "node")}"]): a resource's plan has no step`,
    );
    expect(() => readPlan([{ name: "plan.json", text: '{"resourcePlans": 3}' }])).toThrow("is not an object");
  });
});
