import { describe, expect, it } from "vitest";
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

  it("alone is partial and tells only of what it creates", () => {
    const { value } = readPlan([savedPlan(scenes)]);
    expect([value.before.completeness, value.after.completeness]).toEqual(["partial", "partial"]);
    expect(value.before.missing[0]).toContain("pulumi stack export");
    expect(namesOf(value, "after")).toEqual(["new"]);
    expect(value.before.resources).toEqual([]);
  });

  it("finds a renamed resource in the state by its alias", () => {
    const renamed = updated("jump", { n: 1, m: 5 }, { n: 2, m: 5 }, { aliases: [urnOf(INSTANCE, "bastion")] });
    const { value } = readPlan([savedPlan([renamed]), state([kept("bastion", { n: 1, m: 5 })])]);
    expect({ ...resourceOf(value, "after", "jump").inputs }).toEqual({ n: 2, m: 5 });
    expect({ ...value.operations }).toEqual({ [urnOf(INSTANCE, "jump")]: "update" });
  });

  it("whose state lacks what it changes is partial after, and says which", () => {
    const { value } = readPlan([savedPlan(scenes), state([root("same"), kept("idle", { n: 0 })])]);
    expect(value.after.missing).toEqual([
      `The saved plan changes ${urnOf(INSTANCE, "node")}, which the state export does not hold.`,
    ]);
  });

  it("that creates what the state already holds is compared with it, with a warning", () => {
    const { value, diagnostics } = readPlan([savedPlan([created("node", { n: 1 })]), state([kept("node", { n: 1 })])]);
    expect(value.operations[urnOf(INSTANCE, "node")]).toBe("same");
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "state-does-not-fit" }]);
  });

  it("folds the steps of a replacement into one", () => {
    const document = savedPlan([updated("node", { n: 1 }, { n: 2 })]);
    const text = document.text.replace('"update"', '"create-replacement", "replace", "delete-replaced"');
    const { value } = readPlan([{ ...document, text }, state([kept("node", { n: 1 })])]);
    expect(value.operations[urnOf(INSTANCE, "node")]).toBe("replace");
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
