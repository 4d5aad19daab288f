import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { baselineSchema } from "../../src/model/baseline.ts";
import { runMain } from "./memory-host.ts";

const folder = mkdtempSync(join(tmpdir(), "rackrate-baseline-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const urn = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;
const PROVIDER = urn("pulumi:providers:aws", "default");

/** A state export with the default provider in us-east-1 and so many instances of a type. */
const stateOf = (...types: readonly string[]): string =>
  JSON.stringify({
    version: 3,
    deployment: {
      resources: [
        { urn: PROVIDER, type: "pulumi:providers:aws", custom: true, inputs: { region: "us-east-1" } },
        ...types.map((instanceType, index) => ({
          urn: urn("aws:ec2/instance:Instance", `machine-${index}`),
          type: "aws:ec2/instance:Instance",
          custom: true,
          provider: `${PROVIDER}::id`,
          inputs: { ami: "ami-1", instanceType },
        })),
      ],
    },
  });

const baseline = (stdin: string, ...more: readonly string[]) =>
  runMain(["baseline", "--from", "-", ...more], { cwd: folder, stdin });

describe("rackrate baseline", () => {
  it("writes what a state costs a month, in the form that the policy pack reads", async () => {
    const { code, stdout } = await baseline(stateOf("g6.xlarge", "g6.xlarge"));
    expect(code).toBe(0);
    const written = baselineSchema.parse(JSON.parse(stdout));
    expect(written).toMatchObject({ kind: "baseline", date: "2026-11-24" });
    expect(written.stacks).toEqual([
      { project: "shop", stack: "dev", currency: "USD", monthlyCost: expect.any(String), leavesOut: [] },
    ]);
    const [one] = baselineSchema.parse(JSON.parse((await baseline(stateOf("g6.xlarge"))).stdout)).stacks;
    expect(Number(written.stacks[0]!.monthlyCost)).toBeCloseTo(2 * Number(one!.monthlyCost), 9);
    expect(Number(one!.monthlyCost)).toBeGreaterThan(100);
  });

  it("says what has no price, for such a cost is no basis of an increase", async () => {
    const { stdout } = await baseline(stateOf("g6.xlarge", "p5e.48xlarge"));
    expect(JSON.parse(stdout).stacks[0].leavesOut).toEqual([expect.stringContaining("machine-1")]);
  });

  it("writes to a file", async () => {
    const { stdout } = await baseline(stateOf("g6.xlarge"), "--out", "baseline.json");
    expect(stdout).toBe("");
    expect(baselineSchema.parse(JSON.parse(readFileSync(join(folder, "baseline.json"), "utf8"))).stacks).toHaveLength(
      1,
    );
  });

  it("does not take a program for what is deployed", async () => {
    writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    writeFileSync(join(folder, "package.json"), '{"main":"index.js"}');
    writeFileSync(join(folder, "index.js"), 'require("@pulumi/pulumi");');
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(join(import.meta.dirname, "../../node_modules/@pulumi"), join(folder, "node_modules/@pulumi"));
    const { code, stdout, stderr } = await runMain(["baseline"], { cwd: folder, environment: process.env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("A program does not say what of shop/dev is deployed");
  });
});
