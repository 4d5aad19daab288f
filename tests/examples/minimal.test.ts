import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runMain } from "../cli/memory-host.ts";

const cwd = join(import.meta.dirname, "../../examples/minimal");
const run = (...argv: readonly string[]) => runMain(argv, { cwd });
const json = async (...more: readonly string[]) =>
  JSON.parse((await run("preview", "--format", "json", ...more)).stdout);

describe("the smallest example", () => {
  it("is priced, though its program knows nothing of rackrate", async () => {
    const { summary, resources, coverage } = await json();
    const nodes = resources.find(({ name }: { name: string }) => name === "gpus");
    expect(nodes).toMatchObject({ type: "aws:eks/nodeGroup:NodeGroup", status: "priced", region: "us-east-1" });
    const [instances] = nodes.lines.filter(({ unit }: { unit: string }) => unit === "hours");
    expect(instances.quantity).toBe("1460");
    expect(Number(instances.monthlyCost)).toBeCloseTo(1460 * Number(instances.unitPrice), 6);
    expect(summary.monthlyCost.after).toBe(nodes.monthlyCost.after);
    expect(coverage).toMatchObject({ unpriced: 0, unsupported: 0 });
  });

  it("keeps its budget with two nodes and not with three", async () => {
    expect((await run("preview")).code).toBe(0);
    const three = await run("comment", "--dry-run", "-c", "nodes=3");
    expect(three.code).toBe(1);
    expect(three.stdout).toContain("❌ **Monthly cost**");
  });
});
