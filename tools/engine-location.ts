import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The Go module that pins the Pulumi CLI, and the Python SDK beside it. */
export const ENGINE_MODULE = fileURLToPath(new URL("engine", import.meta.url));
const PINS = ["go.mod", "go.sum", "tools.go", "requirements.txt"];

const isWindows = process.platform === "win32";

/**
 * Where the built engine lies: in the user's cache, outside the work tree, in a folder named after everything that
 * decides the build, so that another version never stands in for it.
 */
export const engineCache = (environment: NodeJS.ProcessEnv = process.env): string => {
  const pins = PINS.map((file) => readFileSync(join(ENGINE_MODULE, file), "utf8"));
  const digest = createHash("sha256")
    .update(JSON.stringify([process.platform, process.arch, ...pins]))
    .digest("hex");
  const caches = environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), ".cache");
  return join(caches, "rackrate", `engine-${digest.slice(0, 16)}`);
};

/** The Pulumi CLI. */
export const engineBinary = (cache = engineCache()): string => join(cache, isWindows ? "pulumi.exe" : "pulumi");

/** A Python that has the Pulumi SDK; it is there only where Python was when the engine was built. */
export const pythonBinary = (cache = engineCache()): string =>
  join(cache, "python", isWindows ? "Scripts/python.exe" : "bin/python");
