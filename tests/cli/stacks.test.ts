import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runMain } from "./memory-host.ts";

const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const size = new pulumi.Config().requireNumber("size");
class Instance extends pulumi.CustomResource {}
new Instance("aws:ec2/instance:Instance", "trainer", { instanceType: "p5.48xlarge", rootBlockDevice: { volumeSize: size } });
`;

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rackrate-stacks-"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  writeFileSync(join(folder, "package.json"), '{"main":"index.js"}');
  writeFileSync(join(folder, "index.js"), PROGRAM);
  for (const [stack, size] of Object.entries({ prod: 200, dev: 100 })) {
    writeFileSync(join(folder, `Pulumi.${stack}.yaml`), `config:\n  aws:region: us-east-1\n  shop:size: ${size}\n`);
  }
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(import.meta.dirname, "../../node_modules/@pulumi"), join(folder, "node_modules/@pulumi"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Names and monthly costs of the stacks that a command line prices. */
const priced = async (...args: readonly string[]) => {
  const run = await runMain(["preview", "--format", "json", "--today", "2026-11-24", ...args], {
    cwd: folder,
    environment: { ...process.env, PULUMI_HOME: join(folder, "home") },
  });
  expect(run).toMatchObject({ code: 0 });
  const { stacks } = JSON.parse(run.stdout);
  return stacks.map((one: { stack: string; summary: { monthlyCost: { after: string } } }) => [
    one.stack,
    one.summary.monthlyCost.after,
  ]);
};

// 730 hours × 55.04, and gp2 at 0.10 a GB.
const WITH_100_GB = "40189.2";
const WITH_200_GB = "40199.2";

describe("a program with several stacks", () => {
  it("is priced for each of them, each with its own configuration", async () => {
    expect(await priced()).toEqual([
      ["dev", WITH_100_GB],
      ["prod", WITH_200_GB],
    ]);
  });

  it("is priced for the one that is named", async () => {
    expect(await priced("--stack", "prod")).toEqual([["prod", WITH_200_GB]]);
  });
});
