/**
 * Builds the real Pulumi CLI for the end-to-end tests, once: about six minutes on two cores, then cached. Run by
 * `npm run e2e`. Go fetches the sources from its module proxy; Python programs are tested too where Python is at hand.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { ENGINE_MODULE, engineBinary, pythonBinary } from "./engine-location.ts";

const COMMAND = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";

/** Builds the CLI, and returns why it could not. */
const buildEngine = (binary: string): string | undefined => {
  if (spawnSync("go", ["version"]).error !== undefined) {
    return "The end-to-end tests build the Pulumi CLI with Go, and there is no `go` on the PATH. Install it from https://go.dev/dl; `npm test` does without.";
  }
  console.error("Building the Pulumi CLI: about six minutes the first time, then cached in", dirname(binary));
  mkdirSync(dirname(binary), { recursive: true });
  // Built beside its place and moved there whole: an interrupted build leaves nothing that looks finished.
  const unfinished = `${binary}.${process.pid}`;
  const { status } = spawnSync("go", ["build", "-o", unfinished, COMMAND], { cwd: ENGINE_MODULE, stdio: "inherit" });
  if (status !== 0) return `Go could not build the Pulumi CLI (exit code ${status}); its own words stand above.`;
  renameSync(unfinished, binary);
  return undefined;
};

/** Installs the Python SDK in an environment of its own, and returns why it could not: a note, not a failure. */
const installPython = (python: string): string | undefined => {
  const folder = dirname(dirname(python));
  const steps = [
    ["python3", "-m", "venv", folder],
    [python, "-m", "pip", "install", "--quiet", "--requirement", join(ENGINE_MODULE, "requirements.txt")],
  ];
  for (const [command = "", ...args] of steps) {
    const { status } = spawnSync(command, args, { stdio: "inherit" });
    if (status === 0) continue;
    rmSync(folder, { recursive: true, force: true });
    return `Python programs are left out: \`${[command, ...args].join(" ")}\` failed.`;
  }
  return undefined;
};

const [engine, python] = [engineBinary(), pythonBinary()];
const failure = existsSync(engine) ? undefined : buildEngine(engine);
if (failure !== undefined) {
  console.error(failure);
  process.exitCode = 1;
} else if (!existsSync(python)) {
  const note = installPython(python);
  if (note !== undefined) console.error(note);
}
