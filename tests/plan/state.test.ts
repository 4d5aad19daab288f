import { describe, expect, it } from "vitest";
import { readPlan, readPlans } from "../../src/plan/read.ts";
import { dumpPlan, namesOf, resourceOf } from "./dump.ts";
import { created, deleted, digest, INSTANCE, kept, root, STACK, state, updated, urnOf } from "./scenario.ts";

const scenes = [root("same"), kept("idle", { n: 0 }), updated("node", { n: 1 }, { n: 2 }), deleted("old", { n: 3 })];

describe("a state export", () => {
  it("alone is a plan in which nothing changes", () => {
    const { value, diagnostics } = readPlan([state(scenes)]);
    expect(value.origin).toBe("state");
    expect(value.before).toEqual(value.after);
    expect(value.before.completeness).toBe("complete");
    expect(new Set(value.operations.values())).toEqual(new Set(["same"]));
    expect(diagnostics).toEqual([]);
  });

  it("completes a preview to what --show-sames would have shown, in either order of files", () => {
    const whole = dumpPlan(readPlan([digest(scenes, { showSames: true })]).value);
    for (const documents of [
      [digest(scenes), state(scenes)],
      [state(scenes), digest(scenes)],
    ]) {
      const { value, diagnostics } = readPlan(documents);
      expect(dumpPlan(value)).toBe(whole);
      expect(diagnostics).toEqual([]);
    }
  });

  it("does not change what the preview says of a resource", () => {
    const stale = state([root("same"), kept("idle", { n: 0 }), kept("node", { n: 99 }), kept("old", { n: 3 })]);
    const { value } = readPlan([digest(scenes), stale]);
    expect(resourceOf(value, "before", "node").inputs.n).toBe(1);
  });

  it("keeps a resource that is about to be renamed from standing twice", () => {
    const renamed = { ...kept("jump", { n: 1 }), op: "update", oldFields: { urn: urnOf(INSTANCE, "bastion") } };
    const { value } = readPlan([digest([root("same"), renamed]), state([root("same"), kept("bastion", { n: 1 })])]);
    expect(namesOf(value, "before")).toEqual(["bastion", "training-prod"]);
    expect(namesOf(value, "after")).toEqual(["jump", "training-prod"]);
  });

  it("of another moment than the preview is used with a warning, and what neither holds is named", () => {
    const older = state([root("same"), updated("node", { n: 1 }, {})]);
    const { value, diagnostics } = readPlan([digest(scenes), older]);
    expect(value.after.missing).toEqual([
      "Neither the preview nor the state export holds 1 of the unchanged resources.",
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["state-does-not-fit", "state-does-not-fit"]);
    expect(diagnostics[0]!.message).toContain(urnOf(INSTANCE, "old"));
  });

  it("may hold default providers, which previews neither show nor count", () => {
    const provider = { op: "same", type: "pulumi:providers:aws", name: "default_7_48_0", before: {}, after: {} };
    const { value, diagnostics } = readPlan([digest(scenes), state([...scenes, provider])]);
    expect(diagnostics).toEqual([]);
    expect(value.after.completeness).toBe("complete");
    expect(namesOf(value, "after")).toContain("default_7_48_0");
  });

  it("counts neither a replaced resource that waits to be deleted nor one deleted before its replacement", () => {
    const { value, diagnostics } = readPlan([
      state([
        root("same"),
        { ...kept("node", { n: 1 }), oldFields: { delete: true } },
        kept("node", { n: 2 }),
        { ...kept("gone", {}), oldFields: { pendingReplacement: true } },
      ]),
    ]);
    expect(namesOf(value, "before")).toEqual(["node", "training-prod"]);
    expect(resourceOf(value, "before", "node").inputs.n).toBe(2);
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "resource-awaits-deletion" }]);
  });

  it("with an interrupted operation is read with a warning", () => {
    const pending_operations = [{ type: "creating", resource: { urn: urnOf(INSTANCE, "half") } }];
    const { diagnostics } = readPlan([state(scenes, { pending_operations })]);
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "state-pending-operation" }]);
    expect(diagnostics[0]!.message).toContain(`creating ${urnOf(INSTANCE, "half")}`);
  });

  it("is read in versions 3 and 4 and in no other", () => {
    expect(readPlan([state(scenes, {}, 4)]).value.before.resources).toHaveLength(4);
    for (const version of [1, 2, 5, "3", null]) {
      expect(() => readPlan([state(scenes, {}, version)])).toThrow(
        /state\.json \(version\): state of version .* cannot be read/,
      );
    }
  });

  it("refuses the same resource twice, naming it", () => {
    const twice = state([kept("node", {}), kept("node", {})]);
    expect(() => readPlan([twice])).toThrow(`state.json (${urnOf(INSTANCE, "node")}): the same resource stands twice`);
  });

  it("of a stack without resources stands beside a first preview, but says nothing alone", () => {
    const empty = state([]);
    const { value } = readPlan([digest([root("create"), created("node", {})]), empty]);
    expect(value.before.completeness).toBe("absent");
    expect(() => readPlan([empty])).toThrow("state.json: the document holds no resource, so it names no stack");
  });

  it("names the property that is not of its shape", () => {
    const broken = (from: string, to: string) => ({ ...state(scenes), text: state(scenes).text.replace(from, to) });
    expect(() => readPlan([broken('"resources": [', '"resources": "none", "x": [')])).toThrow("deployment.resources");
    expect(() => readPlan([broken('"resources": [', '"resources": [ 7,')])).toThrow("deployment.resources[0]");
    expect(() => readPlan([broken('"urn":', '"name":')])).toThrow("deployment.resources[0]): a resource has no URN");
  });
});

describe("several documents", () => {
  const other = (document: { name: string; text: string }) => ({
    ...document,
    text: document.text.replaceAll(`pulumi:${STACK}::`, "pulumi:dev::"),
  });

  it("of several stacks give a plan a stack", () => {
    const plans = readPlans([other(digest(scenes)), state(scenes), digest(scenes), other(state(scenes))]);
    expect(plans.map(({ value }) => value.stack)).toEqual(["dev", "prod"]);
    expect(plans.map(({ value }) => value.after.completeness)).toEqual(["complete", "complete"]);
  });

  it("of several stacks are refused where one is wanted", () => {
    expect(() => readPlan([digest(scenes), other(state(scenes))])).toThrow(
      "several stacks: training/prod, training/dev",
    );
    expect(() => readPlan([])).toThrow("no document was given");
  });

  it("of one kind and stack are refused", () => {
    expect(() => readPlan([digest(scenes), digest(scenes)])).toThrow("a second preview or saved plan of training/prod");
    expect(() => readPlan([state(scenes), state(scenes)])).toThrow("a second state export of training/prod");
  });
});
