import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { serveAws } from "./engine/aws.ts";
import { type EchoProvider, serveEchoProvider } from "./engine/echo-provider.ts";
import { type EngineProject, openProject, ROOT } from "./engine/engine.ts";
import { priceDocuments, priceDocumentsWith, priceProgram, type Report } from "./engine/rackrate.ts";

/** Resources but the default providers, which the engine counts among its own affairs. */
const pricesOf = ({ resources }: Report) =>
  Object.fromEntries(
    resources
      .filter(({ type }) => !type.startsWith("pulumi:providers:"))
      .map(({ urn, status, complete, monthlyCost }) => [urn, { status, complete, monthlyCost: monthlyCost.after }]),
  );

describe.each(["cloud", "onprem"])("the reference stack %s", (stack) => {
  let providers: Record<string, EchoProvider>;
  let project: EngineProject;
  beforeAll(async () => {
    providers = { aws: await serveAws(), kubernetes: await serveEchoProvider() };
    const only = ["Pulumi.yaml", `Pulumi.${stack}.yaml`, "package.json", "rackrate.yaml", "infra", "src"];
    project = await openProject({ project: ROOT, only, stack, providers, rackrate: inject("rackrate") });
  });
  afterAll(() => {
    project?.close();
    for (const provider of Object.values(providers ?? {})) provider.close();
  });
  const settings = () => ["--config", `${project.folder}/rackrate.yaml`];

  it("is on the real engine the same change at the same price as without it, resource by resource", async () => {
    const text = await project.pulumi(["preview", "--json"]);
    const engine = await priceDocumentsWith(settings(), { name: "preview.json", text });
    const runner = await priceProgram(project.folder, stack);
    expect(engine.summary).toEqual(runner.summary);
    expect(pricesOf(engine)).toEqual(pricesOf(runner));
    expect(engine.plan.after).toEqual({ completeness: "complete", missing: [] });
    expect(Number(engine.summary.monthlyCost?.after)).toBeGreaterThan(10_000);
  });

  it("passes its own gates under the policy pack, which tells the same cost", async () => {
    const pack = `${project.folder}/node_modules/rackrate/policy`;
    const told = await project.pulumi(["preview", "--policy-pack", pack]);
    const { summary } = await priceProgram(project.folder, stack);
    const line = told.match(/\{"rackrate":1.*"monthlyCost".*\}/)?.[0] ?? "{}";
    expect(JSON.parse(line)).toMatchObject({
      monthlyCost: summary.monthlyCost?.after,
      tco: summary.tco?.after,
      roi: summary.roi?.after,
      complete: true,
      failed: [],
    });
  });

  it("costs as much once it stands", async () => {
    const planned = await priceProgram(project.folder, stack);
    await project.pulumi(["up", "--yes", "--skip-preview"]);
    const text = await project.pulumi(["stack", "export"]);
    const deployed = await priceDocumentsWith(settings(), { name: "state.json", text });
    expect(deployed.summary.monthlyCost?.before).toBe(planned.summary.monthlyCost?.after);
    expect(deployed.summary.tco?.before).toBe(planned.summary.tco?.after);
  });

  it("with nothing changed has no cost of change", async () => {
    const digest = { name: "preview.json", text: await project.pulumi(["preview", "--json"]) };
    const state = { name: "state.json", text: await project.pulumi(["stack", "export"]) };
    const { summary } = await priceDocuments(digest, state);
    expect(summary.monthlyCost?.delta).toBe("0");
    expect(summary.monthlyCost?.before).toBe(summary.monthlyCost?.after);
  });
});
