import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { InputError } from "../../core/diagnostic.ts";
import type { Project } from "./project.ts";

const OLDEST_MAJOR = 3;

/** The program's own SDK. */
export interface Sdk {
  /** `cmd/run`, which runs a program. */
  readonly runner: string;
  readonly version: string;
  /** Whether it announces its shutdown, so that a quiet `process.exit(0)` can be told from a regular end. */
  readonly signalsShutdown: boolean;
}

/**
 * Finds the SDK where the program would find it. It is only looked up, never loaded: it is part of the untrusted program.
 * @throws InputError when the program's dependencies are not installed, or the SDK is too old.
 */
export const locateSdk = (project: Project): Sdk => {
  const from = createRequire(join(project.programFolder, "package.json"));
  let manifest: string;
  let runner: string;
  try {
    manifest = from.resolve("@pulumi/pulumi/package.json");
    runner = from.resolve("@pulumi/pulumi/cmd/run/index.js");
  } catch {
    throw new InputError({
      severity: "error",
      code: "dependencies-missing",
      message: `The dependencies of the program in ${project.programFolder} are not installed: @pulumi/pulumi is not there.`,
      hint: `Run \`${installCommand(project.programFolder)}\` there first.`,
    });
  }
  const version = String(JSON.parse(readFileSync(manifest, "utf8")).version);
  const [major = 0] = version.replace(/^v/, "").split(".").map(Number);
  if (major < OLDEST_MAJOR) {
    throw new InputError({
      severity: "error",
      code: "sdk-too-old",
      message: `The program uses @pulumi/pulumi ${version}; rackrate runs programs from ${OLDEST_MAJOR}.0.0 on.`,
      hint: "Update @pulumi/pulumi, or use `pulumi preview --json --show-sames | rackrate preview --from -`.",
    });
  }
  return { runner, version, signalsShutdown: announcesShutdown(dirname(manifest)) };
};

/** Read from the SDK's own text, because the feature came in the middle of a version's life. */
const announcesShutdown = (folder: string): boolean => {
  try {
    return readFileSync(join(folder, "cmd", "run", "index.js"), "utf8").includes("signalAndWaitForShutdown");
  } catch {
    return false;
  }
};

const LOCK_FILES = [
  ["pnpm-lock.yaml", "pnpm install"],
  ["yarn.lock", "yarn install"],
  ["bun.lock", "bun install"],
  ["bun.lockb", "bun install"],
  ["package-lock.json", "npm ci"],
] as const;

/** The command that installs what the nearest lock file says. */
export const installCommand = (folder: string): string => {
  for (let current = folder; ; current = dirname(current)) {
    const found = LOCK_FILES.find(([name]) => existsSync(join(current, name)));
    if (found !== undefined) return found[1];
    if (current === dirname(current)) return "npm install";
  }
};
