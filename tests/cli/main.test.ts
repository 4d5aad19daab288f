import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runMain } from "./memory-host.ts";

const RESIZE = join(import.meta.dirname, "../cases/node-group-resize");
const plan = readFileSync(join(RESIZE, "plan.json"), "utf8");
const at = (cwd: string, ...argv: string[]) => runMain(argv, { cwd });
const inResize = (...argv: string[]) => at(RESIZE, ...argv);

describe("bad use", () => {
  it.each([
    [["preview", "--formt", "json"], "Did you mean --format?"],
    [["prevew"], "Did you mean preview?"],
    [[], "Which command?"],
    [["preview", "--format", "yaml"], '--format cannot be "yaml"'],
    [["preview", "--from"], "--from needs a value."],
    [["preview", "--format", "json", "--format", "table"], "--format may be given only once."],
    [["preview", "more"], "There is no command or argument more."],
    [["preview", "--from", "-", "--from", "-"], "only once"],
    [["preview", "--from", "nowhere.json"], "nowhere.json cannot be read: there is no such file."],
    [["preview", "--from", "."], ". cannot be read: it is a folder."],
    [["preview", "--from", "plan.json", "--base", "main"], "--base has no meaning beside it"],
    [["preview", "--from", "plan.json", "--stack", "dev"], "There is no stack dev in the documents."],
    [["preview", "--from", "plan.json", "--today", "2026-02-30"], "--today 2026-02-30 is not a date"],
    [["preview", "--cwd", "nowhere"], "There is no folder nowhere."],
    [
      ["preview", "--from", "plan.json", "--out", "nowhere/report.txt"],
      "nowhere/report.txt cannot be written: there is no folder to put it in.",
    ],
    [["preview", "--from", "plan.json", "--out", "."], ". cannot be written: it is a folder."],
    [["preview", "--from", "plan.json", "--out", "plan.json/report.txt"], "a part of its path is no folder."],
    [
      ["preview", "--from", "plan.json/plan.json"],
      "plan.json/plan.json cannot be read: a part of its path is no folder.",
    ],
    [["preview", "--cwd", "/nowhere/at/all"], "There is no folder /nowhere/at/all."],
    [["preview", "--cwd", "plan.json"], "plan.json is a file, not a folder."],
    [
      ["preview", "--from", "plan.json", "--usage", "rackrate.yaml"],
      "A usage file holds only `usage`, not `horizonMonths`.",
    ],
  ])("%j is refused in words, with exit code 2 and no figure", async (argv, message) => {
    const run = await inResize(...argv);
    expect(run.stderr).toContain(message);
    expect(run.stderr).not.toMatch(/^ +at /m);
    expect(run).toMatchObject({ code: 2, stdout: "" });
  });

  it("shows a trace only where it is asked for", async () => {
    expect((await inResize("preview", "--from", "nowhere.json", "--debug")).stderr).toMatch(/^ +at /m);
  });

  it("refuses a program's configuration that is no key and value", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rackrate-cli-"));
    writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    expect((await at(folder, "preview", "-c", "size")).stderr).toContain("-c size is not of the form key=value.");
  });
});

describe("rackrate preview", () => {
  it("reads a plan from standard input, and tells the two apart by nothing", async () => {
    const piped = await runMain(["preview", "--from", "-"], { cwd: RESIZE, stdin: plan });
    expect(piped.code).toBe(0);
    expect(piped.stdout).toBe((await inResize("preview", "--from", "plan.json")).stdout);
  });

  it("reads what Windows PowerShell writes: UTF-16 with its byte order mark, in either order", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rackrate-cli-"));
    const lowFirst = Buffer.from(`\ufeff${plan}`, "utf16le");
    const settings = Buffer.from("\ufeffhorizonMonths: 48\n", "utf16le");
    writeFileSync(join(folder, "low.json"), lowFirst);
    writeFileSync(join(folder, "rackrate.yaml"), settings);
    writeFileSync(join(folder, "usage.yml"), Buffer.from("\ufeffversion: 0.1\n", "utf16le"));
    const usual = await inResize("preview", "--from", "plan.json", "--config", join(folder, "rackrate.yaml"));
    expect(usual).toMatchObject({ code: 0, stdout: expect.stringContaining("48 months from") });
    expect(await at(folder, "preview", "--from", "low.json", "--usage", "usage.yml")).toEqual(usual);
    const piped = await runMain(["preview", "--from", "-"], { cwd: folder, stdin: lowFirst.swap16() });
    expect(piped).toEqual(usual);
  });

  it("writes the report to a file and leaves standard output empty", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "rackrate-cli-")), "report.html");
    const run = await inResize("preview", "--from", "plan.json", "--format", "html", "--out", file);
    expect(run).toMatchObject({ code: 0, stdout: "" });
    expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>/);
  });

  it("picks a stack from the documents", async () => {
    expect((await inResize("preview", "--from", "plan.json", "--stack", "shop/prod")).stdout).toContain("shop / prod");
  });

  it("says the same twice", async () => {
    const twice = await Promise.all([1, 2].map(() => inResize("preview", "--from", "plan.json", "--format", "json")));
    expect(twice[0]?.stdout).toBe(twice[1]?.stdout);
  });

  it("takes the settings that are named instead of those beside the plan", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "rackrate-cli-")), "other.yaml");
    writeFileSync(file, "horizonMonths: 48\n");
    expect((await inResize("preview", "--from", "plan.json")).stdout).toContain("12 months from");
    expect((await inResize("preview", "--from", "plan.json", "--config", file)).stdout).toContain("48 months from");
  });
});

describe("colour", () => {
  const isColoured = async (environment: NodeJS.ProcessEnv, terminal: boolean, ...more: string[]): Promise<boolean> =>
    (
      await runMain(["preview", "--from", "plan.json", ...more], { cwd: RESIZE, environment, terminal })
    ).stdout.includes("\u001b[");

  it("is for terminals, unless NO_COLOR or an option says otherwise", async () => {
    expect(await isColoured({}, false)).toBe(false);
    expect(await isColoured({}, true)).toBe(true);
    expect(await isColoured({ NO_COLOR: "1" }, true)).toBe(false);
    expect(await isColoured({ NO_COLOR: "" }, true)).toBe(true);
    expect(await isColoured({ TERM: "dumb" }, true)).toBe(false);
    expect(await isColoured({}, true, "--no-color")).toBe(false);
    expect(await isColoured({ NO_COLOR: "1" }, false, "--color")).toBe(true);
  });
});

describe("rackrate --help", () => {
  it("names the commands and what exit codes mean", async () => {
    const run = await inResize("--help");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    for (const part of ["rackrate preview", "rackrate explain", "1 a gate failed"]) expect(run.stdout).toContain(part);
  });

  const COMMANDS = ["preview", "explain", "compare", "comment", "baseline", "usage", "prices"];

  it.each(COMMANDS)(
    "after %s lets no words run into an option's kind, and no line be wider than its page",
    async (name) => {
      const { stdout } = await inResize(name, "--help");
      expect(stdout).toContain(`rackrate ${name}`);
      expect(stdout).toContain("[string]");
      expect(stdout).not.toMatch(/\S\[/);
      expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(100);
    },
  );

  it("says how the Pulumi CLI writes a whole plan, unchanged resources too", async () => {
    const { stdout } = await inResize("preview", "--help");
    expect(stdout).toMatch(
      /rackrate preview --from plan\.json +a plan: pulumi preview --json --show-sames > plan\.json/,
    );
  });
});
