import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { serveAws } from "./engine/aws.ts";
import type { EchoProvider } from "./engine/echo-provider.ts";
import { type EngineProject, openProject, ROOT, type Run } from "./engine/engine.ts";
import { priceDocuments, rackrate } from "./engine/rackrate.ts";

const PASSWORD = "correct-horse-battery-staple";

let aws: EchoProvider;
let project: EngineProject;
let pack: string;
let packConfig: string;

beforeAll(async () => {
  aws = await serveAws();
  project = await openProject({
    project: "gated",
    providers: { aws },
    config: { "aws:region": "us-east-1" },
    rackrate: inject("rackrate"),
  });
  pack = join(project.folder, "node_modules", "rackrate", "policy");
  packConfig = join(project.folder, "policies.json");
});
afterAll(() => {
  project?.close();
  aws?.close();
});

/** A preview under the pack, with the pack's configuration. */
const preview = (config: object = {}, ...args: string[]): Promise<Run> => command("preview", config, ...args);
const command = (name: string, config: object, ...args: string[]): Promise<Run> => {
  writeFileSync(packConfig, JSON.stringify(config));
  return project.run([...name.split(" "), "--policy-pack", pack, "--policy-pack-config", packConfig, ...args]);
};
const textOf = ({ stdout, stderr }: Run): string => `${stdout}\n${stderr}`;

/** The machine-readable line of one policy. */
const found = (run: Run, rule: string): Record<string, unknown> | undefined =>
  machineLines(run).find((line) => line.rule === rule);
const machineLines = (run: Run): Record<string, unknown>[] =>
  [...new Set(textOf(run).match(/\{"rackrate":1.*\}/g) ?? [])].map((line) => JSON.parse(line));
const summaryOf = (run: Run): Record<string, unknown> => machineLines(run).find((line) => "monthlyCost" in line)!;

const scenario = (name: string, more: Record<string, unknown> = {}) =>
  project.configure({ "gated:scenario": name, "gated:instanceType": "g5.xlarge", ...more });
const max = (amount: number, enforcementLevel = "mandatory") => ({ enforcementLevel, max: amount });

describe("the policy pack in `pulumi preview`", () => {
  it("lets an ordinary first stack pass, with an unknown image and a bucket of unknown usage, and tells its cost", async () => {
    scenario("ordinary");
    const run = await preview();
    expect(run.code, textOf(run)).toBe(0);
    const document = { name: "preview.json", text: await project.pulumi(["preview", "--json"]) };
    const { summary } = await priceDocuments(document);
    expect(summaryOf(run)).toMatchObject({ monthlyCost: summary.monthlyCost?.after, complete: true, failed: [] });
    expect(Number(summary.monthlyCost?.after)).toBeGreaterThan(100);
  });

  it("stops a preview that costs more than the limit, and says by how much", async () => {
    scenario("ordinary");
    const run = await preview({ "monthly-cost": max(100) });
    expect(run.code).not.toBe(0);
    expect(found(run, "monthly-cost")).toMatchObject({ outcome: "fail", limit: expect.stringContaining("100") });
    expect(textOf(run)).toMatch(/\[mandatory\].*monthly-cost/);
  });

  it("stops `pulumi up` in its preview, before anything is created", async () => {
    scenario("ordinary");
    const run = await command("up --yes", { "monthly-cost": max(100) });
    expect(run.code).not.toBe(0);
    expect(JSON.parse(await project.pulumi(["stack", "export"])).deployment.resources ?? []).toEqual([]);
  });

  it.each(["unknown-type", "unknown-count"])("fails closed on %s, and says how to decide otherwise", async (name) => {
    scenario(name);
    const run = await preview({ "monthly-cost": max(1_000_000) });
    expect(run.code).not.toBe(0);
    expect(found(run, "unpriced-compute")).toMatchObject({ outcome: "fail" });
    expect(textOf(run)).toContain("onUnknown.decisive");
    expect(textOf(run)).not.toContain("can't run policy");
  });

  it("lets an unknown machine pass with a warning where the stack's configuration says so", async () => {
    scenario("unknown-type", { "rackrate:onUnknown": { decisive: "warn" } });
    const run = await preview();
    scenario("ordinary", { "rackrate:onUnknown": { decisive: "fail" } });
    expect(run.code, textOf(run)).toBe(0);
    expect(summaryOf(run)).toMatchObject({ complete: false, warned: expect.arrayContaining(["unpriced-compute"]) });
  });

  it("prices a resource where it stands, not where the provider does", async () => {
    scenario("ordinary");
    const home = summaryOf(await preview());
    scenario("region");
    const abroad = summaryOf(await preview());
    const document = { name: "preview.json", text: await project.pulumi(["preview", "--json"]) };
    expect(abroad.monthlyCost).toBe((await priceDocuments(document)).summary.monthlyCost?.after);
    expect(abroad.monthlyCost).not.toBe(home.monthlyCost);
  });

  it("never tells a secret, whatever it finds", async () => {
    scenario("ordinary+secret-type", { "gated:password": PASSWORD });
    await project.pulumi(["config", "set", "--secret", "password", PASSWORD]);
    const runs = [await preview({ "monthly-cost": max(1) }), await preview({ "monthly-cost": max(1) }, "--diff")];
    await project.pulumi(["config", "rm", "password"]);
    for (const run of runs) {
      expect(run.code).not.toBe(0);
      expect(textOf(run)).not.toContain(PASSWORD);
    }
  });

  it("speaks beside another pack", async () => {
    scenario("ordinary");
    const naming = join(project.folder, "naming-pack");
    cpSync(join(ROOT, "tests", "e2e", "projects", "naming-pack"), naming, { recursive: true });
    const run = await project.run(["preview", "--policy-pack", naming, "--policy-pack", pack]);
    expect(run.code, textOf(run)).toBe(0);
    expect(textOf(run)).toContain("this one is called trainer");
    expect(summaryOf(run)).toMatchObject({ complete: true });
  });

  it("is told in the event stream, and refused by rackrate as a preview that failed", async () => {
    scenario("ordinary");
    writeFileSync(packConfig, JSON.stringify({ "monthly-cost": max(100) }));
    const args = ["preview", "--json", "--policy-pack", pack, "--policy-pack-config", packConfig];
    const { code, stdout } = await project.run(args, { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true" });
    expect(code).not.toBe(0);
    await expect(priceDocuments({ name: "events.json", text: stdout })).rejects.toThrow(/monthly-cost/);
  });
});

describe("the policy pack, case by case of the engine's own conformance tests", () => {
  afterEach(() => rmSync(join(project.folder, "rackrate.yaml"), { force: true }));

  it("config: a policy's own configuration wins over rackrate.yaml, and that over nothing", async () => {
    scenario("ordinary");
    writeFileSync(join(project.folder, "rackrate.yaml"), "gates: { monthly-cost: { max: 100 } }\n");
    expect(found(await preview(), "monthly-cost")).toMatchObject({
      outcome: "fail",
      limit: expect.stringContaining("100"),
    });
    expect((await preview({ "monthly-cost": max(1_000_000) })).code).toBe(0);
  });

  it("config-schema: a limit that is none is refused by the engine, which names it", async () => {
    scenario("ordinary");
    const run = await preview({ "monthly-cost": { enforcementLevel: "mandatory", max: "much" } });
    expect(run.code).not.toBe(0);
    expect(textOf(run)).toMatch(/monthly-cost.*max/s);
  });

  it("stack-config: limits may stand in the stack's own configuration", async () => {
    scenario("ordinary", { "rackrate:gates": { "monthly-cost": { max: 100 } } });
    const run = await preview();
    project.configure({ "rackrate:gates": {} });
    expect(run.code).not.toBe(0);
    expect(found(run, "monthly-cost")).toMatchObject({ limit: expect.stringContaining("100") });
  });

  it("enforcement-config: a level of all, and of one", async () => {
    scenario("ordinary");
    const limit = { max: 100 };
    const advisory = await preview({ all: "advisory", "monthly-cost": limit });
    expect(advisory.code, textOf(advisory)).toBe(0);
    expect(textOf(advisory)).toMatch(/\[advisory\].*monthly-cost/);
    const one = await preview({ all: "advisory", "monthly-cost": { ...limit, enforcementLevel: "mandatory" } });
    expect(one.code).not.toBe(0);
    const off = await preview({ "monthly-cost": { ...limit, enforcementLevel: "disabled" } });
    expect(off.code, textOf(off)).toBe(0);
    expect(found(off, "monthly-cost")).toBeUndefined();
  });

  it("remediate: a limit cannot be remedied, so that level is as good as mandatory", async () => {
    scenario("ordinary");
    expect((await preview({ "monthly-cost": max(100, "remediate") })).code).not.toBe(0);
  });

  it("invalid: settings that are wrong fail every limit that is set, and are named with their line", async () => {
    scenario("ordinary");
    writeFileSync(join(project.folder, "rackrate.yaml"), "horizonMonths: soon\n");
    const run = await preview({ "monthly-cost": max(1_000_000) });
    expect(run.code).not.toBe(0);
    expect(textOf(run)).toMatch(/rackrate\.yaml:1/);
  });

  it("invalid: a configuration for a policy that is not there reaches nobody, since the engine drops it", async () => {
    scenario("ordinary");
    const run = await preview({ "monthly-costs": max(100) });
    expect(run.code, textOf(run)).toBe(0);
    expect(found(run, "monthly-cost")).toBeUndefined();
    expect(summaryOf(run)).toMatchObject({ failed: [] });
  });

  it("analyze-stack: a deployed stack is judged without its program", async () => {
    scenario("ordinary");
    await project.pulumi(["up", "--yes", "--skip-preview"]);
    const fine = await command("policy analyze --stack dev", {}, "--json");
    expect(fine.code, textOf(fine)).toBe(0);
    const dear = await command("policy analyze --stack dev", { "monthly-cost": max(100) }, "--json");
    expect(dear.code).not.toBe(0);
    expect(textOf(dear)).toContain("monthly-cost");
  });

  it("an increase is judged against a baseline of the state, and fails closed without one", async () => {
    writeFileSync(join(project.folder, "state.json"), await project.pulumi(["stack", "export"]));
    const wrote = await rackrate(["baseline", "--from", "state.json", "--out", "baseline.json"], project.folder);
    expect(wrote.code, wrote.stderr).toBe(0);
    scenario("ordinary", { "gated:instanceType": "p5.48xlarge" });
    const increase = (amount: number, more: object) => preview({ "monthly-increase": { ...max(amount), ...more } });

    const blind = await increase(100, {});
    expect(blind.code).not.toBe(0);
    expect(textOf(blind)).toMatch(/increase cannot be known.*baseline/);
    const small = await increase(1_000_000, {});
    expect(small.code, "the whole stack costs less than it may rise").toBe(0);
    const rising = await increase(100, { baseline: "baseline.json" });
    expect(rising.code).not.toBe(0);
    expect(found(rising, "monthly-increase")).toMatchObject({ outcome: "fail" });
    expect(found(rising, "monthly-increase")?.measured).not.toBeNull();
    const allowed = await increase(1_000_000, { baseline: "baseline.json" });
    expect(allowed.code, textOf(allowed)).toBe(0);
  });

  it("judges the whole stack where nothing has changed", async () => {
    scenario("ordinary");
    const run = await preview({ "monthly-cost": max(100) });
    expect(run.code).not.toBe(0);
    expect(found(run, "monthly-cost")).toMatchObject({ outcome: "fail" });
  });

  it("judges a refreshed preview like any other", async () => {
    scenario("ordinary");
    const [plain, refreshed] = [await preview(), await preview({}, "--refresh")];
    expect(summaryOf(refreshed)).toEqual(summaryOf(plain));
  });

  it("dry-run: an update is judged like its preview", async () => {
    scenario("ordinary");
    const run = await command("up --yes --skip-preview", { "monthly-cost": max(100) });
    expect(run.code).not.toBe(0);
    expect(found(run, "monthly-cost")).toMatchObject({ outcome: "fail", limit: expect.stringContaining("100") });
  });

  it("does not stand in the way of a destroy", async () => {
    const run = await command("destroy --yes", { "monthly-cost": max(1) }).catch(() => undefined);
    const plain = await project.run(["destroy", "--yes"]);
    expect(plain.code, textOf(plain)).toBe(0);
    expect(run).toBeDefined();
  });
});
