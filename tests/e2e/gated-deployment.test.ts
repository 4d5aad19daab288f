import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { runMain } from "../cli/memory-host.ts";
import { serveAws } from "./engine/aws.ts";
import type { EchoProvider } from "./engine/echo-provider.ts";
import { type EngineProject, openProject, type Run } from "./engine/engine.ts";

/** What examples/ and docs/gates.md tell people to do, on the real engine. */

let aws: EchoProvider;
let project: EngineProject;
const PACK = ["--policy-pack", "node_modules/rackrate/policy"];

beforeAll(async () => {
  aws = await serveAws();
  project = await openProject({
    project: "gated",
    providers: { aws },
    config: { "aws:region": "us-east-1", "gated:scenario": "ordinary", "gated:instanceType": "g5.xlarge" },
    rackrate: inject("rackrate"),
  });
  gates("{ monthly-cost: { max: 10000 }, monthly-increase: { maxPercent: 50 } }");
});
afterAll(() => {
  project?.close();
  aws?.close();
});

const gates = (text: string): void => writeFileSync(join(project.folder, "rackrate.yaml"), `gates: ${text}\n`);
const textOf = ({ stdout, stderr }: Run): string => `${stdout}\n${stderr}`;
const machineOf = async (): Promise<unknown> => {
  const { deployment } = JSON.parse(await project.pulumi(["stack", "export"]));
  const resources: { type: string; inputs: Record<string, unknown> }[] = deployment.resources ?? [];
  return resources.find(({ type }) => type === "aws:ec2/instance:Instance")?.inputs.instanceType;
};
const file = (name: string, text: string): string => {
  writeFileSync(join(project.folder, name), text);
  return name;
};

/** What stands today, from a preview: a stack that is new has no resource in its export. */
const baseline = async (): Promise<void> => {
  file("preview.json", await project.pulumi(["preview", "--json", "--show-sames"]));
  const args = ["baseline", "--from", "preview.json", "--out", "baseline.json"];
  const run = await runMain(args, { cwd: project.folder });
  expect(run.code, run.stderr).toBe(0);
  await project.pulumi(["config", "set", "rackrate:baseline", "baseline.json"]);
};

describe("a gated deployment", () => {
  it("is a comment first, made of the engine's own preview", async () => {
    file("preview.json", await project.pulumi(["preview", "--json", "--show-sames"]));
    const run = await runMain(["comment", "--from", "preview.json", "--dry-run"], { cwd: project.folder });
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining("### `gated/dev`: ") });
  });

  it("cannot tell an increase without a baseline, and can with one, of a first stack too", async () => {
    const blind = await project.run(["preview", ...PACK]);
    expect(textOf(blind)).toMatch(/"rule":"monthly-increase","outcome":"fail"/);
    await baseline();
    expect((await project.run(["preview", ...PACK])).code).toBe(0);
  });

  it("goes through with the plan that the pack has judged", async () => {
    await project.pulumi(["preview", ...PACK, "--save-plan", "plan.json"]);
    await project.pulumi(["up", "--yes", ...PACK, "--plan", "plan.json"]);
    expect(await machineOf()).toBe("g5.xlarge");
  });

  it("does nothing that its plan does not hold, even where the preview is skipped", async () => {
    await project.pulumi(["preview", ...PACK, "--save-plan", "plan.json"]);
    project.configure({ "gated:instanceType": "g5.2xlarge" });
    const run = await project.run(["up", "--yes", "--skip-preview", "--plan", "plan.json"]);
    expect(run.code).not.toBe(0);
    expect(await machineOf()).toBe("g5.xlarge");
  });

  it("is judged by its increase against what `rackrate baseline` wrote", async () => {
    await baseline();
    project.configure({ "gated:instanceType": "g5.12xlarge" });
    const dearer = await project.run(["preview", ...PACK]);
    expect(dearer.code).not.toBe(0);
    expect(textOf(dearer)).toMatch(/"rule":"monthly-increase","outcome":"fail"/);
    project.configure({ "gated:instanceType": "g5.xlarge" });
    expect((await project.run(["preview", ...PACK])).code).toBe(0);
  });

  it("is judged by rackrate.yaml before the stack's own configuration, and by that where the file is silent", async () => {
    await project.pulumi(["config", "set", "--path", "rackrate:gates.tco.max", "1"]);
    await project.pulumi(["config", "set", "--path", "rackrate:gates.monthly-increase.max", "0"]);
    const run = await project.run(["preview", ...PACK]);
    await project.pulumi(["config", "rm", "--path", "rackrate:gates"]);
    expect(textOf(run)).toMatch(/"rule":"tco","outcome":"fail".*"limit":"\$1\.00"/);
    expect(textOf(run)).not.toMatch(/"rule":"monthly-increase","outcome":"fail"/);
    expect((await project.run(["preview", ...PACK])).code).toBe(0);
  });

  it("does not get through a summary that is mandatory, until that is advisory", async () => {
    const all = file("all.json", JSON.stringify({ all: "mandatory" }));
    const but = file("but.json", JSON.stringify({ all: "mandatory", "cost-summary": "advisory" }));
    const failed = await project.run(["preview", ...PACK, "--policy-pack-config", all]);
    expect(failed.code).not.toBe(0);
    expect(textOf(failed)).toMatch(/\[mandatory\].*cost-summary/);
    expect((await project.run(["preview", ...PACK, "--policy-pack-config", but])).code).toBe(0);
  });

  it("is made before a policy of the stack speaks, where the preview is skipped without a plan", async () => {
    gates("{ monthly-cost: { max: 1 } }");
    project.configure({ "gated:instanceType": "g5.2xlarge" });
    const run = await project.run(["up", "--yes", "--skip-preview", ...PACK]);
    expect(run.code).not.toBe(0);
    expect(textOf(run)).toMatch(/"rule":"monthly-cost","outcome":"fail"/);
    expect(await machineOf()).toBe("g5.2xlarge");
  });
});
