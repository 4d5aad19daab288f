import { existsSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { pythonBinary } from "../../tools/engine-location.ts";
import { serveAws } from "./engine/aws.ts";
import { serveEchoProvider } from "./engine/echo-provider.ts";
import { constructEksCluster } from "./engine/eks-component.ts";
import { type EngineProject, openProject, type ProjectOptions } from "./engine/engine.ts";
import { priceDocuments, priceProgram, type Report, rackrate } from "./engine/rackrate.ts";

const PASSWORD = "correct-horse-battery-staple";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).reverse()) close();
});

/** A project with the providers that these programs need; closed after the test. */
const open = async (name: string, config: ProjectOptions["config"] = {}): Promise<EngineProject> => {
  const providers = {
    aws: await serveAws(),
    kubernetes: await serveEchoProvider(),
    eks: await serveEchoProvider({ construct: constructEksCluster }),
  };
  const project = await openProject({ project: name, config: { "aws:region": "us-east-1", ...config }, providers });
  closing.push(...Object.values(providers).map(({ close }) => close), project.close);
  return project;
};

/** The price of a first preview by the engine, and by the runner. */
const priceBoth = async (project: EngineProject): Promise<{ readonly engine: Report; readonly runner: Report }> => {
  const text = await project.pulumi(["preview", "--json"]);
  const engine = await priceDocuments({ name: "preview.json", text });
  return { engine, runner: await priceProgram(project.folder, "dev") };
};

const pricesOf = ({ resources }: Report) =>
  Object.fromEntries(
    resources
      .filter(({ type }) => !type.startsWith("pulumi:"))
      .map(({ urn, region, status, complete, monthlyCost }) => [
        urn,
        { region, status, complete, cost: monthlyCost.after },
      ]),
  );
const named = ({ resources }: Report, name: string) => resources.find((resource) => resource.name === name)!;

describe("programs on the real engine cost what the runner says", () => {
  it.each(["typescript-program", "esm-program", "custom-resources"])("%s", async (name) => {
    const { engine, runner } = await priceBoth(await open(name));
    expect(engine.summary).toEqual(runner.summary);
    expect(pricesOf(engine)).toEqual(pricesOf(runner));
    expect(Object.keys(pricesOf(engine)).length).toBeGreaterThan(1);
  });

  it("two regions of one stack are told apart", async () => {
    const { engine } = await priceBoth(await open("esm-program"));
    expect([named(engine, "far").region, named(engine, "near").region]).toEqual(["eu-west-1", "us-east-1"]);
    expect(named(engine, "far").monthlyCost.after).not.toBe(named(engine, "near").monthlyCost.after);
  });

  it("a thousand resources", async () => {
    const project = await open("thousand");
    const { engine, runner } = await priceBoth(project);
    expect(engine.summary.monthlyCost).toEqual(runner.summary.monthlyCost);
    expect(pricesOf(engine)).toEqual(pricesOf(runner));
    expect(Object.keys(pricesOf(engine))).toHaveLength(1000);
  });
});

describe.skipIf(!existsSync(pythonBinary()))("a program in another language", () => {
  it("in Python is priced by its preview, and costs the same once it stands", async () => {
    const project = await open("python-program");
    const digest = { name: "preview.json", text: await project.pulumi(["preview", "--json"]) };
    const first = await priceDocuments(digest);
    expect(first.plan.after).toEqual({ completeness: "complete", missing: [] });
    expect(named(first, "trainer")).toMatchObject({ status: "priced", region: "us-east-1" });
    expect(named(first, "workers")).toMatchObject({ status: "priced", complete: true });

    await project.pulumi(["up", "--yes", "--skip-preview"]);
    const deployed = await priceDocuments({ name: "state.json", text: await project.pulumi(["stack", "export"]) });
    expect(deployed.summary.monthlyCost?.before).toBe(first.summary.monthlyCost?.after);
  });

  it("in Python is left to the engine by the runner, which says how", async () => {
    const project = await open("python-program");
    await expect(priceProgram(project.folder, "dev")).rejects.toThrow(/pulumi preview --json/);
  });
});

describe("what only the engine sees", () => {
  it("the nodes inside a component of a provider plugin are priced, and the component is not priced again", async () => {
    const project = await open("remote-component", { "remote-component:nodes": 3 });
    const { engine, runner } = await priceBoth(project);
    expect(named(engine, "training-nodes")).toMatchObject({ status: "priced", region: "us-east-1" });
    expect(named(engine, "training")).toMatchObject({ monthlyCost: { after: "0" } });
    const sum = Number(named(engine, "training-nodes").monthlyCost.after) + 73;
    expect(Number(engine.summary.monthlyCost?.after)).toBe(sum);
    // Without the plugin nobody knows what is inside: the runner says so instead of pricing nothing.
    expect(runner.plan.after.completeness).toBe("partial");
  });

  it("a change inside such a component is a change of the nodes alone", async () => {
    const project = await open("remote-component", { "remote-component:nodes": 3 });
    await project.pulumi(["up", "--yes", "--skip-preview"]);
    project.configure({ "remote-component:nodes": 5 });
    const digest = { name: "preview.json", text: await project.pulumi(["preview", "--json"]) };
    const state = { name: "state.json", text: await project.pulumi(["stack", "export"]) };
    const report = await priceDocuments(digest, state);
    expect(report.summary.monthlyCost?.delta).toBe(named(report, "training-nodes").monthlyCost.delta);
    expect(Number(report.summary.monthlyCost?.delta)).toBeGreaterThan(0);
  });
});

describe("what the engine does not know yet", () => {
  it.each([
    ["unknown-type", "trainer"],
    ["unknown-count", "workers"],
    ["secret-type", "hidden"],
  ])("%s: is no zero; the report says so and the gate fails", async (scenario, name) => {
    const project = await open("gated", { "gated:scenario": scenario });
    const { engine, runner } = await priceBoth(project);
    expect(named(engine, name)).toMatchObject({ complete: false });
    expect(engine.coverage.computeComplete).toBe(false);
    expect(engine.gates.find(({ rule }) => rule === "unpriced-compute")).toMatchObject({ outcome: "fail" });
    expect(pricesOf(engine)).toEqual(pricesOf(runner));
  });

  it("an unknown image is told and passes", async () => {
    const { engine } = await priceBoth(await open("gated"));
    expect(engine.gates.filter(({ outcome }) => outcome === "fail")).toEqual([]);
    expect(engine.coverage.computeComplete).toBe(true);
  });

  it("a preview that is limited to targets is partial", async () => {
    const project = await open("gated");
    await project.pulumi(["up", "--yes", "--skip-preview"]);
    project.configure({ "gated:instanceType": "p5.48xlarge" });
    const target = "urn:pulumi:dev::gated::aws:ec2/instance:Instance::trainer";
    const text = await project.pulumi(["preview", "--json", "--target", target]);
    const report = await priceDocuments({ name: "preview.json", text });
    expect(report.plan.after.completeness).toBe("partial");
    expect(named(report, "trainer").op).toBe("update");
  });
});

describe("secrets", () => {
  it("never leave the engine's documents through ours, in no form", async () => {
    const project = await open("gated", { "gated:scenario": "secret-type" });
    await project.pulumi(["config", "set", "--secret", "password", PASSWORD]);
    await project.pulumi(["up", "--yes", "--skip-preview"]);
    const documents = {
      "preview.json": await project.pulumi(["preview", "--json", "--show-sames"]),
      "events.json": await project.pulumi(["preview", "--json"], { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true" }),
      "state.json": await project.pulumi(["stack", "export", "--show-secrets"]),
    };
    expect(documents["state.json"]).toContain(PASSWORD);
    for (const [name, text] of Object.entries(documents)) {
      writeFileSync(`${project.folder}/${name}`, text);
      for (const format of ["table", "json", "markdown", "html"]) {
        const { code, stdout, stderr } = await rackrate(
          ["preview", "--from", name, "--format", format],
          project.folder,
        );
        expect(code, stderr).not.toBe(2);
        expect(`${stdout}${stderr}`, `${name} as ${format}`).not.toContain(PASSWORD);
      }
    }
    const program = await rackrate(["preview", "--stack", "dev", "--format", "json"], project.folder);
    expect(`${program.stdout}${program.stderr}`).not.toContain(PASSWORD);
  });
});
