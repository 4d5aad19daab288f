import { describe, expect, it } from "vitest";
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

  it("sees nothing of the program's environment", async () => {
    process.env.RACKRATE_TEST_TOKEN = "ghp_never";
    const answer = `import { parentPort } from "node:worker_threads";
      parentPort.once("message", () => parentPort.postMessage({ failure: JSON.stringify(process.env) }));`;
    await expect(new PricingThread(worker(answer), facts).costsOf(nothing)).rejects.toThrow(/^\{\}$/);
    delete process.env.RACKRATE_TEST_TOKEN;
  });
});
