import { describe, expect, it } from "vitest";
import { failureOf, named, PATIENCE_MS, projectFolder, runFixture } from "./fixture.ts";

describe("a program that cannot be priced is told so:", { timeout: PATIENCE_MS }, () => {
  it("one that throws, with its message and line but no stack trace", async () => {
    const error = await failureOf("throws");
    expect(error.diagnostics).toEqual([
      {
        severity: "error",
        code: "program-failed",
        message: "The program failed: TypeError: Cannot read properties of undefined (reading 'size')",
        place: { file: "index.js", line: 5, column: 18 },
      },
    ]);
  });

  it("with its whole trace only when debugging", async () => {
    const error = await failureOf("throws", { debug: true });
    expect(
      error.diagnostics
        .slice(1)
        .map((diagnostic) => diagnostic.message)
        .join("\n"),
    ).toContain("at broken");
  });

  it("one that throws later, in a promise", async () => {
    const error = await failureOf("rejects");
    expect(error.diagnostics[0]).toMatchObject({
      message: "The program failed: Error: later",
      place: { file: "index.js", line: 5 },
    });
  });

  it("one that looks inside an answer that nobody gives, by the data source and its way out", async () => {
    const error = await failureOf("unanswered");
    expect(error.diagnostics[0]).toMatchObject({
      code: "program-failed",
      message: expect.stringContaining("Cannot read properties of undefined (reading '0')"),
      place: { file: "index.js", line: 5 },
      hint: expect.stringMatching(/elsewhere:index\/getThings:getThings\..*Output/),
    });
  });

  it("one that lacks a setting, by its name and with both ways to set it", async () => {
    const error = await failureOf("missing-config");
    expect(error.message).toContain("pulumi config set missing-config:instanceType VALUE");
    expect(error.message).toContain("-c missing-config:instanceType=VALUE");
    await expect(runFixture("missing-config", { config: { instanceType: "m5.large" } })).resolves.toBeDefined();
  });

  it("one with a syntax error, by its line", async () => {
    const { message, place } = (await failureOf("syntax-error")).diagnostics[0]!;
    expect({ message, place }).toEqual({
      message: "The program failed: SyntaxError: Unexpected token ';'",
      place: { file: "index.js", line: 2 },
    });
  });

  it("one that is not there", async () => {
    expect((await failureOf("no-entry")).diagnostics[0]!.code).toBe("no-program");
  });

  it("one that never ends", async () => {
    expect((await failureOf("hangs", { timeoutSeconds: 4 })).message).toContain("did not end within 4 seconds");
  });

  it.each(["0", "3"])("one that leaves by process.exit(%s)", async (code) => {
    expect((await failureOf("exits", { config: { code } })).diagnostics[0]!.code).toBe("program-exited");
  });

  it("one that awaits what never comes about", async () => {
    const error = await failureOf("unsettled");
    expect(error.diagnostics).toMatchObject([{ code: "program-unsettled", hint: expect.stringContaining("await") }]);
    expect(error.message).not.toContain("process.exit");
  });

  it("one that ends as if it had failed, by its exit code", async () => {
    const error = await failureOf("sets-exit-code");
    expect(error.diagnostics).toMatchObject([{ code: "program-exit-code" }]);
    expect(error.message).toContain("ended with the exit code 5");
  });

  it.each([1, 5])("one that Node cannot even begin with %s MiB", async (memoryMib) => {
    const error = await failureOf("exits", { memoryMib });
    expect(error.message).toContain(`needed more than ${memoryMib} MiB of memory`);
    expect(error.message).toContain("--memory");
  });

  it("one that floods memory", async () => {
    expect((await failureOf("floods-memory", { memoryMib: 128 })).message).toContain("more than 128 MiB of memory");
  });

  it("one with two resources of one URN, by the URN and both places", async () => {
    const error = await failureOf("duplicate-urn");
    expect(error.message).toContain("index.js:3:1");
    expect(error.message).toContain("urn:pulumi:dev::duplicate-urn::aws:s3/bucket:Bucket::data, first at index.js:2:1");
  });

  it("one whose resources wait for each other", async () => {
    const error = await failureOf("circular");
    expect(error.diagnostics[0]).toMatchObject({
      code: "circular-resources",
      hint: expect.stringMatching(/"left".*"right"/),
    });
  });

  it("one with a quantity that is not a number, by its property and place", async () => {
    const error = await failureOf("not-a-number");
    expect(error.diagnostics[0]).toMatchObject({
      message: "size is not a finite number.",
      place: { file: "index.js", line: 2 },
    });
  });

  it("one of another language, with the way that works", async () => {
    expect((await failureOf("python")).message).toContain(
      "pulumi preview --json --show-sames | rackrate preview --from -",
    );
  });

  it("one with several stacks and none chosen, by their names", async () => {
    expect((await failureOf("several-stacks")).message).toContain("dev, prod");
  });

  it("a folder without a project", async () => {
    expect((await failureOf("..", { cwd: "/" })).message).toContain("There is no Pulumi.yaml");
    expect(projectFolder("python")).toContain("projects");
  });
});

describe("an untrusted program", { timeout: PATIENCE_MS }, () => {
  it("sees no token of the caller and cannot write into our output", async () => {
    const run = await runFixture("environment", { debug: true });
    const names = String(named(run, "names").inputs.bucket).split(",");
    expect(names).toContain("PATH");
    expect(names.filter((name) => /TOKEN|SECRET|GITHUB|ACCESS|^NODE_OPTIONS$|^PULUMI_HOME$/.test(name))).toEqual([
      "PULUMI_CONFIG_SECRET_KEYS",
    ]);
    const output = run.diagnostics.map((diagnostic) => diagnostic.message).join("\n");
    expect(output).toContain("printed by the program");
    expect(output).toContain("complained by the program");
  });

  it("says nothing without debugging", async () => {
    expect((await runFixture("environment")).diagnostics).toEqual([]);
  });
});
