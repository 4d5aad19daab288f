import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/model/plan.ts";
import type { PlanDocument } from "../../src/plan/document.ts";
import { readPlan } from "../../src/plan/read.ts";
import { resourceOf } from "./dump.ts";

/** Recorded from the real engine (CLI 3.259.0) by tests/e2e/engine/record.ts: one stack, from its first preview to its end. */
const FIXTURES = new URL("fixtures/engine/", import.meta.url);

const document = (name: string): PlanDocument => ({
  name,
  text: readFileSync(new URL(`${name}.json`, FIXTURES), "utf8"),
});
const planOf = (...names: string[]): Plan => readPlan(names.map(document)).value;

/** What changes, by name; the stack itself and the engine's own providers left out. */
const changesOf = (plan: Plan): Record<string, string> =>
  Object.fromEntries(
    [...plan.operations]
      .filter(([urn, operation]) => operation !== "same" && !urn.includes("::pulumi:"))
      .map(([urn, operation]) => [urn.slice(urn.lastIndexOf("::") + 2), operation]),
  );
const completenessOf = ({ before, after }: Plan): readonly string[] => [before.completeness, after.completeness];
const standingIn = (plan: Plan, side: "before" | "after"): readonly string[] =>
  plan[side].resources
    .filter(({ type, external }) => !type.startsWith("pulumi:") && !external)
    .map(({ name }) => name)
    .sort();

const FLEET = ["data", "nodes", "scratch", "workers"];
const ALL_CREATED = { data: "create", nodes: "create", scratch: "create", trainer: "create", workers: "create" };
const REFRESHED = { data: "refresh", found: "refresh", nodes: "refresh", scratch: "refresh", workers: "refresh" };

describe.each([
  { chapter: "create", changes: ALL_CREATED, before: [], after: [...FLEET, "trainer"] },
  { chapter: "nothing-changed", changes: {}, before: [...FLEET, "trainer"], after: [...FLEET, "trainer"] },
  {
    chapter: "resize",
    changes: { trainer: "update", workers: "update" },
    before: [...FLEET, "trainer"],
    after: [...FLEET, "trainer"],
  },
  { chapter: "replace", changes: { scratch: "replace" }, before: [...FLEET, "trainer"], after: [...FLEET, "trainer"] },
  // The new name of what is otherwise unchanged is told only by the forms that show unchanged resources.
  { chapter: "rename", changes: {}, before: [...FLEET, "trainer"], after: [...FLEET, "trainer"], renamed: "coach" },
  { chapter: "delete", changes: { coach: "delete" }, before: [...FLEET, "coach"], after: FLEET },
  { chapter: "import", changes: { found: "import" }, before: FLEET, after: [...FLEET, "found"] },
  { chapter: "read", changes: { existing: "read" }, before: [...FLEET, "found"], after: [...FLEET, "found"] },
  {
    chapter: "refresh",
    changes: { ...REFRESHED, existing: "read" },
    before: [...FLEET, "found"],
    after: [...FLEET, "found"],
  },
])("the engine's $chapter", ({ chapter, changes, before, after, renamed }) => {
  it("beside the state is read whole, with every operation", () => {
    const { value, diagnostics } = readPlan([document(`${chapter}.digest`), document(`${chapter}.state`)]);
    expect(diagnostics).toEqual([]);
    expect(completenessOf(value)).toEqual([before.length === 0 ? "absent" : "complete", "complete"]);
    expect(changesOf(value)).toEqual(changes);
    expect(standingIn(value, "before")).toEqual([...before].sort());
    expect(standingIn(value, "after")).toEqual([...after].sort());
  });

  it("is the same in every other form that was recorded", () => {
    const forms = readdirSync(FIXTURES).filter(
      (file) => file.startsWith(`${chapter}.`) && !/\.(digest|state)\.json$/.test(file),
    );
    for (const file of forms) {
      const plan = planOf(file.replace(/\.json$/, ""), `${chapter}.state`);
      expect(completenessOf(plan), file).not.toContain("partial");
      expect(standingIn(plan, "before"), file).toEqual([...before].sort());
      expect(standingIn(plan, "after"), file).toEqual(
        after.map((name) => (name === "trainer" ? (renamed ?? name) : name)).sort(),
      );
    }
  });
});

describe("what the engine recorded", () => {
  it("of a preview alone is partial where it leaves out what is unchanged", () => {
    for (const chapter of ["nothing-changed", "resize", "replace", "rename", "delete", "import", "read"]) {
      expect(completenessOf(planOf(`${chapter}.digest`)), chapter).toEqual(["partial", "partial"]);
    }
  });

  it("of a refreshed preview alone is whole, since a refresh shows everything", () => {
    expect(completenessOf(planOf("refresh.digest"))).toEqual(["complete", "complete"]);
  });

  it("with its unchanged resources is whole without the state", () => {
    for (const chapter of ["nothing-changed", "read", "refresh"]) {
      expect(completenessOf(planOf(`${chapter}.with-sames`)), chapter).toEqual(["complete", "complete"]);
    }
  });

  it("of a destroy ends with nothing", () => {
    const plan = planOf("destroy.digest");
    expect(completenessOf(plan)).toEqual(["complete", "absent"]);
    expect(new Set(plan.operations.values())).toEqual(new Set(["delete"]));
  });

  it("keeps the old and the new machine apart", () => {
    const plan = planOf("resize.digest", "resize.state");
    expect(resourceOf(plan, "before", "trainer").inputs.instanceType).toBe("p5.48xlarge");
    expect(resourceOf(plan, "after", "trainer").inputs.instanceType).toBe("g5.12xlarge");
    const inputs = ({ after }: Plan) => Object.fromEntries(after.resources.map((one) => [one.urn, one.inputs]));
    expect(inputs(planOf("resize.saved-plan", "resize.state"))).toEqual(inputs(plan));
  });

  it("leads from a group to its template though the id is unknown", () => {
    const workers = resourceOf(planOf("create.digest"), "after", "workers");
    expect(workers.propertyDependencies.launchTemplate).toEqual([
      "urn:pulumi:dev::fleet::aws:ec2/launchTemplate:LaunchTemplate::nodes",
    ]);
    expect(workers.region).toBe("us-east-1");
    expect(workers.position).toMatch(/^index\.js:\d+:\d+$/);
  });

  it("does not price a resource that is only read", () => {
    const existing = resourceOf(planOf("read.digest", "read.state"), "after", "existing");
    expect(existing.external).toBe(true);
  });

  it("describes an import though its saved plan has no step and no difference", () => {
    const found = resourceOf(planOf("import.saved-plan"), "after", "found");
    expect({ ...found.inputs }).toEqual({ ami: "ami-0123456789abcdef0", instanceType: "g6e.12xlarge" });
  });

  it("finds a renamed resource by the alias that a saved plan spells in parts", () => {
    const plan = planOf("rename.saved-plan", "rename.state");
    const urn = (name: string) => `urn:pulumi:dev::fleet::aws:ec2/instance:Instance::${name}`;
    expect(resourceOf(plan, "after", "coach").aliases).toEqual([urn("trainer")]);
    expect([...plan.operations.keys()]).not.toContain(urn("trainer"));
  });
});
