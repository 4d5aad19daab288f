import { describe, expect, it } from "vitest";
import { SECRET } from "../../../src/core/value.ts";
import { named, PATIENCE_MS, runFixture } from "./fixture.ts";

describe("encrypted configuration", { timeout: PATIENCE_MS }, () => {
  it("is an unknown secret wherever the program puts it, marked or not", async () => {
    const run = await runFixture("secure-config", { config: { given: "plain-text-value" } });
    expect(named(run, "marked").inputs).toMatchObject({
      instanceClass: "db.r6g.large",
      password: SECRET,
      tags: { url: SECRET },
    });
    expect(named(run, "unmarked").inputs).toMatchObject({ password: SECRET, finalSnapshotIdentifier: SECRET });
    for (const name of ["port", "flag", "nested", "own", "given"]) expect(named(run, name).inputs.bucket).toBe(SECRET);
  });

  it("is named among the assumptions, as is an environment that is not read", async () => {
    const run = await runFixture("secure-config", { config: { given: "plain-text-value" } });
    const messages = run.assumptions.map((assumption) => assumption.message).join("\n");
    expect(messages).toContain("secure-config:password");
    expect(messages).toContain("shared/aws");
    // This one was given on the command line.
    expect(messages).not.toContain("secure-config:given");
  });

  it("never leaves a trace of a secret in the plan, also of one that was given in plain text", async () => {
    const run = await runFixture("secure-config", {
      config: { given: "plain-text-value", password: "another-plain-text" },
    });
    const text = JSON.stringify(run);
    for (const secret of ["plain-text-value", "another-plain-text", "hunter2", "720349159816377"])
      expect(text).not.toContain(secret);
  });
});
