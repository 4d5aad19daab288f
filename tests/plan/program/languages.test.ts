import { describe, expect, it } from "vitest";
import { named, PATIENCE_MS, runFixture } from "./fixture.ts";

describe("a program", { timeout: PATIENCE_MS }, () => {
  it("may be CommonJS in TypeScript, with a tsconfig.json as the template has it and an enum", async () => {
    const run = await runFixture("commonjs-ts");
    expect(named(run, "data").inputs).toEqual({ tags: { size: "Large" } });
    expect(named(run, "data").position).toBe("index.ts:4:16");
  });

  it("may be ES modules in TypeScript, importing other files by their `.ts` name", async () => {
    const run = await runFixture("esm-ts");
    expect(named(run, "data").inputs).toEqual({ tags: { size: "large" } });
  });

  it("may lie in the folder that `main` names, import from outside it and have its settings elsewhere", async () => {
    const run = await runFixture("main-folder/infra", {});
    expect(run.stack).toBe("cloud");
    expect(named(run, "fleet").inputs).toEqual({ nodes: 2, instanceType: "p5.48xlarge", tags: { team: "ml" } });
    const template = named(run, "fleets");
    expect(template).toMatchObject({
      region: "eu-west-1",
      parent: named(run, "fleet").urn,
      inputs: { instanceType: "p5.48xlarge" },
    });
    expect(run.snapshot.completeness).toBe("complete");
  });

  it("gives the same plan in every run", async () => {
    const [first, second] = [await runFixture("component-tree"), await runFixture("component-tree")];
    expect(first).toEqual(second);
  });
});
