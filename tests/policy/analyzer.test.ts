import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { RULES } from "../../src/gate/list.ts";
import { type PackOptions, RunningPack } from "../support/analyzer.ts";
import { type CompiledPackage, compilePackage } from "../support/compiled-package.ts";
import { instance, surroundings, UNKNOWN } from "./shown.ts";

/** A machine with other things to do may need long for a process; no test measures time. */
const PATIENCE_MS = 120_000;
const STACK: PackOptions = { project: "shop", stack: "dev" };

const advisory = (name: string) => [name, { level: "advisory" as const }] as const;
const mandatory = (name: string) => [name, { level: "mandatory" as const }] as const;

/** What the engine configures where nothing is said: every policy at its own level. */
const DEFAULT_LEVELS = Object.fromEntries([
  advisory("cost-inputs"),
  ...RULES.map(({ id }) => mandatory(id)),
  advisory("cost-summary"),
]);

describe("the policy pack in a process of its own", { timeout: PATIENCE_MS }, () => {
  let compiled: CompiledPackage;
  let pack: RunningPack | undefined;
  const project = mkdtempSync(join(tmpdir(), "rackrate-project-"));
  beforeAll(async () => {
    compiled = await compilePackage();
    writeFileSync(join(project, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    writeFileSync(join(project, "rackrate.yaml"), "gates: { monthly-cost: { max: 1000 } }\n");
  });
  afterEach(async () => {
    await pack?.stop();
    pack = undefined;
  });
  afterAll(() => {
    compiled.remove();
    rmSync(project, { recursive: true, force: true });
  });

  const start = async (folder: string, options: Partial<PackOptions> = {}): Promise<RunningPack> => {
    pack = await RunningPack.start(folder, { ...STACK, ...options });
    await pack.configureStack({ ...STACK, ...options });
    return pack;
  };
  const own = (): string => join(compiled.folder, "policy");

  it("starts as it is shipped, writes nothing but its port, and describes its policies", async () => {
    const started = await start(own());
    const info = (await started.info()).toObject();
    expect(info).toMatchObject({ name: "rackrate", supportsconfig: true });
    expect(info.policiesList.map(({ name }) => name)).toEqual(Object.keys(DEFAULT_LEVELS));
    await started.configure(DEFAULT_LEVELS);
    await started.preview([...surroundings, instance("gpu")]);
    expect(started.stdout()).toMatch(/^\d+\n$/);
    expect(started.stderr()).toBe("");
  });

  it("judges a preview by the engine's configuration, and takes inputs for what outputs leave open", async () => {
    const started = await start(own());
    await started.configure({ ...DEFAULT_LEVELS, "monthly-cost": { level: "mandatory", properties: { max: 1000 } } });
    const inputs = { ami: UNKNOWN, instanceType: "p5.48xlarge" };
    const computed = instance("gpu", inputs, { outputs: { ...inputs, tenancy: UNKNOWN, region: UNKNOWN } });
    const violations = await started.preview([...surroundings, computed]);
    expect(violations.map(({ policy, level }) => [policy, level])).toEqual([
      ["monthly-cost", "mandatory"],
      ["cost-summary", "advisory"],
    ]);
    expect(violations[0]!.message).toContain("above the limit of $1,000.00/month");
  });

  it("still fails where an unknown decides the cost, as a mandatory policy and beside its resource", async () => {
    const started = await start(own());
    await started.configure(DEFAULT_LEVELS);
    const gpu = instance("gpu", { instanceType: UNKNOWN });
    const violations = await started.preview([...surroundings, gpu]);
    expect(violations).toContainEqual(
      expect.objectContaining({ policy: "unpriced-compute", level: "mandatory", urn: gpu.urn }),
    );
    expect(violations.map(({ message }) => message).join("\n")).not.toContain("can't run policy");
  });

  it("leaves a policy out that the engine disables", async () => {
    const started = await start(own());
    await started.configure({ ...DEFAULT_LEVELS, "unpriced-compute": { level: "disabled" } });
    const violations = await started.preview([...surroundings, instance("gpu", { instanceType: UNKNOWN })]);
    expect(violations.map(({ policy }) => policy)).toEqual(["cost-summary"]);
  });

  it("finds the rackrate.yaml of the project that the user stands in", async () => {
    const started = await start(own(), { cwd: project });
    await started.configure(DEFAULT_LEVELS);
    const violations = await started.preview([...surroundings, instance("gpu")]);
    expect(violations.map(({ policy }) => policy)).toEqual(["monthly-cost", "cost-summary"]);
    expect(violations.at(-1)!.message).toContain(join(project, "rackrate.yaml"));
  });

  it("does not take the rackrate.yaml of another project", async () => {
    const started = await start(own(), { cwd: project, project: "another" });
    await started.configure(DEFAULT_LEVELS);
    const violations = await started.preview([...surroundings, instance("gpu")]);
    expect(violations.map(({ policy }) => policy)).toEqual(["cost-summary"]);
    expect(violations[0]!.message).toContain("no rackrate.yaml was found");
  });

  it("can be constructed with settings by an organisation's own pack, from CommonJS", async () => {
    const folder = compiled.install(join(import.meta.dirname, "projects/own-pack"));
    const info = (await (await start(folder)).info()).toObject();
    expect(info).toMatchObject({ name: "our-limits", version: "1.2.3" });
    const configured = new Map(info.initialconfigMap);
    expect([...configured.keys()].sort()).toEqual(["all", "cost-summary", "monthly-cost"]);
    expect(JSON.stringify(configured.get("monthly-cost"))).toContain('["max",{');
  });
});
