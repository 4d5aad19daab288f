import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const LAUNCHER = join(ROOT, "src/cli/rackrate.cts");
const CASE = join(ROOT, "tests/cases/gate-failure");

const launch = (argv: readonly string[], options: readonly string[] = []) =>
  spawnSync(process.execPath, [...options, LAUNCHER, ...argv], { encoding: "utf8", cwd: CASE });

describe("the launcher", () => {
  it("prints the version of the package", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(execFileSync(process.execPath, [LAUNCHER, "--version"], { encoding: "utf8" })).toBe(`${version}\n`);
  });

  it("tells an old Node what is needed, in one sentence, with exit code 2", () => {
    const old = join(mkdtempSync(join(tmpdir(), "rackrate-old-node-")), "old.cjs");
    writeFileSync(old, 'Object.defineProperty(process, "versions", { value: { node: "22.11.0" } });');
    expect(launch(["preview"], ["--require", old])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: `rackrate needs Node.js 22.12 or newer; this is ${process.version}.\n`,
    });
  });

  it.runIf(process.platform !== "win32")("says in one sentence that its folder is gone, with exit code 2", () => {
    const gone = mkdtempSync(join(tmpdir(), "rackrate-gone-"));
    const script = 'rmdir "$PWD" && exec "$0" "$@"';
    const run = spawnSync("sh", ["-c", script, process.execPath, LAUNCHER, "preview"], { encoding: "utf8", cwd: gone });
    expect(run).toMatchObject({
      status: 2,
      stdout: "",
      stderr: "error: The current folder is not there any more: change into one that is.\n",
    });
  });

  it("ends with the command's exit code, its report whole on standard output", () => {
    const run = launch(["preview", "--from", "plan.json", "--format", "json"]);
    expect(run.status).toBe(1);
    expect(JSON.parse(run.stdout).gates.some(({ outcome }: { outcome: string }) => outcome === "fail")).toBe(true);
  });
});
