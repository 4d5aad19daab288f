import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanDocument } from "../../src/plan/document.ts";
import type { EngineProject } from "./engine/engine.ts";
import { apply, CHAPTERS, openFleet, type Recorded, recordChapter } from "./engine/lifecycle.ts";
import { priceDocuments, priceProgram, type Report } from "./engine/rackrate.ts";

/** One chapter: what the engine wrote before it was applied, what the runner says, and what stood afterwards. */
interface Played extends Recorded {
  readonly program: Report;
  readonly deployed: PlanDocument;
}

/** Everything that tells of a whole stack, alone or beside the state. */
const wholeForms = ({ digest, withSames, events, eventLog, savedPlan, state }: Recorded) => ({
  "preview and state": [digest, state],
  "preview with unchanged resources": [withSames],
  "preview with unchanged resources, and state": [withSames, state],
  "saved plan and state": [savedPlan, state],
  "event stream and state": [events, state],
  "event log and state": [eventLog, state],
});

const monthly = ({ summary }: Report) => summary.monthlyCost;
const isWhole = ({ plan }: Report): boolean => ![plan.before.completeness, plan.after.completeness].includes("partial");

const operationsOf = ({ resources }: Report): Record<string, string> =>
  Object.fromEntries(
    resources.filter(({ op, type }) => op !== "same" && !type.startsWith("pulumi:")).map(({ name, op }) => [name, op]),
  );

describe("the operations of the real engine", () => {
  let fleet: EngineProject;
  const played = new Map<string, Played>();
  const chapter = (name: string): Played => played.get(name)!;

  beforeAll(async () => {
    fleet = await openFleet();
    for (const one of CHAPTERS) {
      const recorded = await recordChapter(fleet, one);
      const program = await priceProgram(fleet.folder, "dev");
      await apply(fleet, one);
      const deployed = { name: "deployed.json", text: await fleet.pulumi(["stack", "export"]) };
      played.set(one.name, { ...recorded, program, deployed });
    }
  });
  afterAll(() => fleet?.close());

  describe.each(CHAPTERS.map(({ name }, index) => ({ name, previous: CHAPTERS[index - 1]?.name })))(
    "$name",
    ({ name, previous }) => {
      it("costs before what stood, and after what the program costs without the engine, in every whole form", async () => {
        const one = chapter(name);
        const before = previous === undefined ? "0" : monthly(chapter(previous).program)?.after;
        for (const [form, documents] of Object.entries(wholeForms(one))) {
          const report = await priceDocuments(...documents);
          // Events name no dependencies, and no state does yet: an unknown template leads nowhere (see below).
          if (form.startsWith("event") && name === "create") continue;
          expect(monthly(report), form).toMatchObject({ before, after: monthly(one.program)?.after });
          expect(isWhole(report), `${form} is whole`).toBe(true);
        }
      });

      it("is made of the engine's own operations", async () => {
        const one = chapter(name);
        expect(operationsOf(await priceDocuments(one.withSames))).toEqual(one.chapter.operations);
        expect(operationsOf(await priceDocuments(one.eventLog, one.state))).toEqual(one.chapter.operations);
      });

      it("costs once deployed what was foretold", async () => {
        const { program, deployed } = chapter(name);
        const after = monthly(program)?.after;
        expect(monthly(await priceDocuments(deployed))).toMatchObject({ before: after, after, delta: "0" });
      });
    },
  );

  it("price something in the first place", () => {
    expect(Number(monthly(chapter("create").program)?.after)).toBeGreaterThan(10_000);
    const afterwards = CHAPTERS.map(({ name }) => monthly(chapter(name).program)?.after);
    expect(new Set(afterwards).size).toBeGreaterThan(3);
  });

  it("leave the machines behind an unknown template without a price in a first event stream, and say why", async () => {
    const { resources, coverage, said } = await priceDocuments(chapter("create").events);
    expect(resources.find(({ name }) => name === "workers")).toMatchObject({ status: "unpriced", complete: false });
    expect(coverage.computeComplete).toBe(false);
    expect(said).toContain("engine events do not say on which resource a property depends");
  });

  it("make a preview alone partial where something is unchanged, and say what would make it whole", async () => {
    for (const name of ["nothing-changed", "resize", "replace", "delete"]) {
      const { plan } = await priceDocuments(chapter(name).digest);
      expect([plan.before.completeness, plan.after.completeness], name).toEqual(["partial", "partial"]);
      expect(plan.after.missing.join(), name).toMatch(/unchanged resource.*pulumi stack export.*--show-sames/);
    }
  });

  it("make a saved plan alone partial", async () => {
    const { plan } = await priceDocuments(chapter("resize").savedPlan);
    expect(plan.before.missing.join()).toContain("pulumi stack export");
  });

  it("say of a state that is not the preview's that it does not fit", async () => {
    const { said } = await priceDocuments(chapter("delete").digest, chapter("resize").state);
    expect(said).toContain("this state export does not fit");
  });

  it("end with a destroy, after which nothing costs", async () => {
    const text = await fleet.pulumi(["destroy", "--preview-only", "--json"]);
    const report = await priceDocuments({ name: "destroy.json", text });
    const before = monthly(chapter("refresh").program)?.after;
    // Nobody states what lies in the bucket.
    const leavesOut = { before: true, after: false };
    expect(monthly(report)).toEqual({ before, after: "0", delta: `-${before}`, leavesOut });
    expect(report.plan.after.completeness).toBe("absent");
  });
});
