import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PreviewCostsOptions } from "../../src/hook.ts";
import { runProgram } from "../../src/plan/program/run.ts";
import { type CompiledPackage, compilePackage } from "../support/compiled-package.ts";
import { type PreviewOptions, previewProgram } from "../support/preview-engine.ts";

/** A machine with other things to do may need long for a program; no test measures time. */
const PATIENCE_MS = 180_000;

const DEPLOYED = {
  west: { region: "us-west-2" },
  one: { ami: "ami-1", instanceType: "g6.xlarge" },
  other: { ami: "ami-1", instanceType: "p5.48xlarge" },
};

describe("previewCosts in a program", { timeout: PATIENCE_MS }, () => {
  let compiled: CompiledPackage;
  let folder: string;
  beforeAll(async () => {
    compiled = await compilePackage();
    folder = compiled.install(join(import.meta.dirname, "projects/module"));
  });
  afterAll(() => compiled.remove());

  const preview = async (
    options: PreviewCostsOptions,
    { config, ...more }: Partial<PreviewOptions> = {},
  ): Promise<{
    code: number | null;
    said: (severity: string) => readonly string[];
    at: (name: string) => string;
    all: string;
  }> => {
    const stated = { "shop:options": JSON.stringify(options), ...config };
    const { code, log, stdout, stderr } = await previewProgram({
      cwd: folder,
      deployed: DEPLOYED,
      config: stated,
      ...more,
    });
    return {
      code,
      said: (severity) => log.filter((line) => line.severity === severity).map(({ message }) => message),
      at: (name) => log.find(({ severity, urn }) => severity === "info" && urn.endsWith(`::${name}`))?.message ?? "",
      // The SDK itself writes whole messages at the debug level.
      all: [...log.flatMap(({ severity, message }) => (severity === "debug" ? [] : [message])), stdout, stderr].join(
        "\n",
      ),
    };
  };

  it("tells the cost and its change beside what changes, and the whole at the end", async () => {
    const { code, said, at, all } = await preview({});
    expect(code).toBe(0);
    expect(at("one")).toMatch(/^\$[\d,]+ a month \(\+\$[\d,]+\)$/);
    expect(at("secretive")).toMatch(/^\$[\d,.]+ a month \(new, or in place of another\)$/);
    expect(at("other")).toBe("");
    expect(at("network")).toBe("");
    const summary = said("info").at(-1)!;
    expect(summary).toMatch(/^shop\/dev: \$[\d,]+ a month \(\+\$[\d,]+\)\n/);
    expect(summary).toContain("Cost per GPU-hour");
    expect(summary).toContain("no benefits are stated");
    expect(summary).toContain("Not seen from inside a program: what this change deletes");
    expect(all).not.toContain("hunter2");
    expect(said("warning")).toEqual([]);
    expect(said("error")).toEqual([]);
  });

  it("stops a preview that becomes dearer than allowed, in one sentence", async () => {
    const { code, said } = await preview({ maxMonthlyIncrease: 100 });
    expect(code).not.toBe(0);
    expect(said("error")).toEqual([expect.stringMatching(/^rackrate: The monthly cost rises by \$.*above|more than/)]);
    expect(said("error")[0]).not.toContain("\n");
  });

  it("lets a small increase pass, told as a share of what stands today", async () => {
    const { code, said } = await preview({ maxMonthlyIncrease: "10%" }, { config: { "shop:type": "g6.xlarge" } });
    expect(said("error")).toEqual([]);
    expect(code).toBe(0);
  });

  it("says what an engine without hooks keeps it from seeing, and cannot judge an increase there", async () => {
    const { code, said } = await preview({ maxMonthlyIncrease: 100 }, { without: ["resourceHooks"] });
    expect(said("info").at(-1)).toContain("a newer Pulumi");
    expect(code).not.toBe(0);
    expect(said("error")[0]).toContain("cannot be known");
  });

  it("labels what a remote component hides", async () => {
    const { said } = await preview({}, { config: { "shop:remote": "true" } });
    expect(said("info").at(-1)).toContain("The component gpu (eks:index:Cluster) is made by its provider plugin");
  });

  it("is silent in an update", async () => {
    const { code, said } = await preview({ maxMonthlyIncrease: 1 }, { dryRun: false });
    expect(code).toBe(0);
    expect(said("info")).toEqual([]);
  });

  it("tells nothing of a program that failed half-way", async () => {
    const { code, said } = await preview({}, { config: { "shop:fail": "true" } });
    expect(code).not.toBe(0);
    expect(said("info")).toEqual([]);
    expect(said("error")).toEqual([expect.stringContaining("broken on purpose")]);
  });

  it("only warns when it fails itself", async () => {
    const { code, said } = await preview({ configFile: "nowhere.yaml" });
    expect(code).toBe(0);
    expect(said("warning")).toEqual([expect.stringMatching(/could not be computed: .*nowhere\.yaml cannot be read/)]);
  });

  it("does not pass what it could not check", async () => {
    const { code, said } = await preview({ configFile: "nowhere.yaml", maxMonthlyIncrease: 1e9 });
    expect(code).not.toBe(0);
    expect(said("error")).toEqual([expect.stringContaining("maxMonthlyIncrease cannot be checked")]);
  });
});

describe("previewCosts from the common TypeScript template", { timeout: PATIENCE_MS }, () => {
  let compiled: CompiledPackage;
  let folder: string;
  beforeAll(async () => {
    compiled = await compilePackage();
    folder = compiled.install(join(import.meta.dirname, "projects/commonjs"));
  });
  afterAll(() => compiled.remove());

  const run = (config: Readonly<Record<string, string>>) =>
    runProgram({
      cwd: folder,
      config: { "aws:region": "us-east-1", ...config },
      environment: { PATH: process.env.PATH, HOME: process.env.HOME },
      debug: true,
    });

  it("follows the link from a group to its template inside a component", async () => {
    const { diagnostics } = await run({ loud: "true" });
    const [group, summary] = diagnostics.filter(({ code }) => code === "program-log");
    expect(group?.place?.urn).toMatch(/acme:index:Fleet\$aws:autoscaling\/group:Group::fleet-group$/);
    expect(group?.message).toMatch(/^\$[\d,]+ a month/);
    expect(summary?.message).toMatch(/^commonjs\/dev: \$[\d,]+ a month\n/);
    expect(JSON.stringify(diagnostics)).not.toContain("hunter2");
  });

  it("keeps silent under rackrate preview, even where it would stop", async () => {
    const { diagnostics, snapshot } = await run({ limit: "1" });
    expect(diagnostics).toEqual([]);
    expect(snapshot.resources.some(({ name }) => name === "fleet-group")).toBe(true);
  });
});
