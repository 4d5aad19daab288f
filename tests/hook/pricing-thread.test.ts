import { describe, expect, it } from "vitest";
import { glanceAt } from "../../src/hook/glance.ts";
import { PricingThread } from "../../src/hook/pricing-thread.ts";
import type { ProgramFacts } from "../../src/hook/program-facts.ts";

const facts: ProgramFacts = {
  project: "shop",
  stack: "dev",
  configuration: new Map(),
  assumptions: [],
  folders: [],
  limit: null,
  today: "2026-11-24",
};
const REAL_WORKER = new URL("../../src/hook/worker.ts", import.meta.url);
const nothing = { before: [], after: [], missing: [] };
const worker = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

describe("the thread that prices", () => {
  it("says that it ended where it gives no answer, and does not keep the program waiting", async () => {
    const thread = new PricingThread(worker("process.exit(3)"), facts);
    await expect(thread.costsOf(nothing)).rejects.toThrow("the thread that prices ended with 3");
  });

  it("hands a failure over as its own", async () => {
    const answer = `import { parentPort } from "node:worker_threads";
      parentPort.once("message", () => parentPort.postMessage({ failure: "no price list" }));`;
    await expect(new PricingThread(worker(answer), facts).costsOf(nothing)).rejects.toThrow("no price list");
  });

  it("answers what counts, whatever became of a rehearsal", async () => {
    const thread = new PricingThread(REAL_WORKER, { ...facts, configuration: new Map([["aws:region", "us-east-1"]]) });
    const volume = { type: "aws:ebs/volume:Volume", props: { size: 100, type: "gp3" } };
    const { after } = glanceAt([volume]);
    thread.rehearse({ ...nothing, after: [...after, ...after] });
    thread.rehearse(glanceAt([volume, { type: "aws:ec2/natGateway:NatGateway", props: {} }]));
    const { lines, summary } = await thread.costsOf({ ...nothing, after });
    expect(lines).toEqual([[after[0]?.urn, "$8.00 a month (new, or in place of another)"]]);
    expect(summary).toMatch(/^shop\/dev: \$8\.00 a month/);
    expect(summary).not.toContain("NAT");
  });

  it("sees nothing of the program's environment", async () => {
    process.env.RACKRATE_TEST_TOKEN = "ghp_never";
    const answer = `import { parentPort } from "node:worker_threads";
      parentPort.once("message", () => parentPort.postMessage({ failure: JSON.stringify(process.env) }));`;
    await expect(new PricingThread(worker(answer), facts).costsOf(nothing)).rejects.toThrow(/^\{\}$/);
    delete process.env.RACKRATE_TEST_TOKEN;
  });
});
