import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { serveAws } from "./engine/aws.ts";
import type { EchoProvider } from "./engine/echo-provider.ts";
import { type EngineProject, openProject, type Run } from "./engine/engine.ts";
import { apply, CHAPTERS, openFleet } from "./engine/lifecycle.ts";
import { priceDocuments, priceProgram, type Report } from "./engine/rackrate.ts";

const PASSWORD = "correct-horse-battery-staple";

const chapter = (name: string) => CHAPTERS.find((one) => one.name === name)!;
const textOf = ({ stdout, stderr }: Run): string => `${stdout}\n${stderr}`;

/** An amount as people read it, in whole dollars. */
const dollars = (amount: string | null | undefined): string => `$${Math.round(Number(amount)).toLocaleString("en-US")}`;
const monthly = ({ summary }: Report) => summary.monthlyCost;

describe("the preview hook on the real engine", () => {
  let fleet: EngineProject;
  beforeAll(async () => {
    fleet = await openFleet(inject("rackrate"));
    fleet.configure({ "fleet:hook": true });
  });
  afterAll(() => fleet?.close());

  const preview = (...args: string[]): Promise<Run> => fleet.run(["preview", ...args]);
  const hookOptions = (options: object) => fleet.configure({ "fleet:hookOptions": options });

  it("tells in a first preview what each resource and the stack will cost", async () => {
    fleet.configure(chapter("create").config);
    const run = await preview();
    expect(run.code, textOf(run)).toBe(0);
    const program = await priceProgram(fleet.folder, "dev");
    expect(run.stdout).toContain(`fleet/dev: ${dollars(monthly(program)?.after)} a month`);
    const trainer = program.resources.find(({ name }) => name === "trainer");
    expect(run.stdout).toContain(`${dollars(trainer?.monthlyCost.after)} a month (new`);
    expect(run.stdout).toContain("Not seen from inside a program");
  });

  it("prices the machines behind a template whose id is unknown", async () => {
    const program = await priceProgram(fleet.folder, "dev");
    const workers = program.resources.find(({ name }) => name === "workers");
    expect(Number(workers?.monthlyCost.after)).toBeGreaterThan(0);
    expect((await preview()).stdout).toContain(`${dollars(workers?.monthlyCost.after)} a month (new`);
  });

  it("is silent in an update, and leaves nothing in the state that a later command needs the program for", async () => {
    const applied = await apply(fleet, chapter("create"));
    expect(applied).not.toContain("a month");
    expect(await fleet.pulumi(["stack", "export"])).not.toContain("rackrate:create");
  });

  it("tells the change of what is resized, and the whole where the rest is unchanged", async () => {
    fleet.configure(chapter("resize").config);
    const run = await preview();
    const digest = { name: "preview.json", text: await fleet.pulumi(["preview", "--json"]) };
    const state = { name: "state.json", text: await fleet.pulumi(["stack", "export"]) };
    const report = await priceDocuments(digest, state);
    expect(run.stdout).toContain(`fleet/dev: ${dollars(monthly(report)?.after)} a month`);
    const trainer = report.resources.find(({ name }) => name === "trainer");
    const change = dollars(String(Math.abs(Number(trainer?.monthlyCost.delta))));
    expect(run.stdout).toContain(`${dollars(trainer?.monthlyCost.after)} a month (−${change})`);
  });

  it("stops a preview that becomes dearer than allowed, and lets pass what is not", async () => {
    fleet.configure(chapter("create").config);
    await apply(fleet, chapter("create"));
    fleet.configure({ "fleet:nodes": 8 });
    hookOptions({ maxMonthlyIncrease: 100 });
    const stopped = await preview();
    expect(stopped.code).not.toBe(0);
    expect(textOf(stopped)).toMatch(/rackrate: .*rises/);
    hookOptions({ maxMonthlyIncrease: 1_000_000 });
    const passed = await preview();
    hookOptions({});
    expect(passed.code, textOf(passed)).toBe(0);
  });

  it("beside the policy pack tells the same cost", async () => {
    const pack = join(fleet.folder, "node_modules", "rackrate", "policy");
    const run = await preview("--policy-pack", pack);
    expect(run.code, textOf(run)).toBe(0);
    const program = await priceProgram(fleet.folder, "dev");
    const told = textOf(run).match(/fleet\/dev: \$[\d,]+ a month/g) ?? [];
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(new Set(told)).toEqual(new Set([`fleet/dev: ${dollars(monthly(program)?.after)} a month`]));
  });

  it("is silent under the runner, which tells more", async () => {
    const { said } = await priceProgram(fleet.folder, "dev", ["--debug"]);
    expect(said).not.toMatch(/a month|rackrate:/);
  });

  it("does not stand in the way of a destroy", async () => {
    const run = await fleet.run(["destroy", "--yes"]);
    expect(run.code, textOf(run)).toBe(0);
  });
});

describe("the preview hook in other programs", () => {
  let aws: EchoProvider;
  beforeAll(async () => {
    aws = await serveAws();
  });
  afterAll(() => aws?.close());

  const withProject = async (
    name: string,
    config: Record<string, unknown>,
    look: (project: EngineProject) => Promise<void>,
  ): Promise<void> => {
    const stated = { "aws:region": "us-east-1", [`${name}:hook`]: true, ...config };
    const project = await openProject({
      project: name,
      config: stated,
      providers: { aws },
      rackrate: inject("rackrate"),
    });
    try {
      await look(project);
    } finally {
      project.close();
    }
  };

  it("works in an ES module, with several regions", async () => {
    await withProject("esm-program", {}, async (project) => {
      const run = await project.run(["preview"]);
      expect(run.code, textOf(run)).toBe(0);
      const program = await priceProgram(project.folder, "dev");
      expect(run.stdout).toContain(`esm-program/dev: ${dollars(monthly(program)?.after)} a month`);
    });
  });

  it("never tells a secret, and does not break a program with unknown machines", async () => {
    await withProject("gated", { "gated:scenario": "unknown-type+unknown-count+secret-type" }, async (project) => {
      await project.pulumi(["config", "set", "--secret", "password", PASSWORD]);
      const run = await project.run(["preview"]);
      expect(run.code, textOf(run)).toBe(0);
      expect(run.stdout).toContain("cost unknown");
      expect(textOf(run)).not.toContain(PASSWORD);
    });
  });

  it("fails closed where its limit cannot be checked", async () => {
    const options = { "gated:scenario": "unknown-type", "gated:hookOptions": { maxMonthlyIncrease: 10 } };
    await withProject("gated", options, async (project) => {
      const run = await project.run(["preview"]);
      expect(run.code).not.toBe(0);
      expect(textOf(run)).toContain("rackrate:");
    });
  });
});
