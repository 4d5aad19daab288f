import { execFileSync } from "node:child_process";
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

const run = (...argv: readonly string[]) =>
  runMain(argv, { cwd: folder, environment: { ...process.env, PULUMI_HOME: join(folder, "home") } });

const preview = (...args: readonly string[]) => run("preview", "--format", "json", "--today", "2026-11-24", ...args);

/** Names and monthly costs of the stacks that a command line prices. */
const priced = async (...args: readonly string[]) => {
  const run = await preview(...args);
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
    expect(await priced("--stack", "acme/shop/prod")).toEqual([["prod", WITH_200_GB]]);
  });

  it.each([
    ["preview", "--stack", "prodd"],
    ["compare", "prodd", "dev"],
    ["compare", "dev", "prodd"],
  ])("is not priced for a slip of the pen: %s %s %s", async (...argv) => {
    const { code, stdout, stderr } = await run(...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("has no stack prodd; it has dev, prod.");
    expect(stderr).toContain("Did you mean prod?");
  });

  it("is not priced for a path", async () => {
    expect(await preview("--stack", "../prod")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining('"../prod" is not the name of a stack.'),
    });
  });

  it("is priced for a new one that is configured on the command line", async () => {
    expect(await priced("--stack", "review-7", "-c", "size=100", "-c", "aws:region=us-east-1")).toEqual([
      ["review-7", WITH_100_GB],
    ]);
  });

  it("is compared with a revision: wholly new where its stack is, and not at all where the program fails there", async () => {
    const git = (...args: readonly string[]) => execFileSync("git", ["-C", folder, ...args]);
    git("init", "--quiet");
    git("add", ".", ":!node_modules", ":!Pulumi.prod.yaml");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "first");
    const [dev, prod] = await Promise.all(["dev", "prod"].map((stack) => preview("--base", "HEAD", "--stack", stack)));
    const costs = (text = "") => JSON.parse(text).summary.monthlyCost;
    expect(costs(dev?.stdout)).toMatchObject({ before: WITH_100_GB, after: WITH_100_GB, delta: "0" });
    expect(costs(prod?.stdout)).toMatchObject({ before: "0", after: WITH_200_GB, delta: WITH_200_GB });
    expect(prod?.stderr).toContain("at HEAD: there is no stack prod yet, so all of it is new.");

    writeFileSync(join(folder, "index.js"), 'throw new Error("boom");');
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--all", "--quiet", "--message", "second");
    writeFileSync(join(folder, "index.js"), PROGRAM);
    const broken = await preview("--base", "HEAD", "--stack", "dev");
    expect(broken).toMatchObject({ code: 2, stdout: "" });
    expect(broken.stderr).toContain("at HEAD: The program failed: Error: boom");
  });
});
