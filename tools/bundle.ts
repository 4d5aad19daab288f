import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire, stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** What others load of the package, by the file's name there. */
const ENTRIES = {
  index: "src/index.ts",
  hook: "src/hook.ts",
  "hook/worker": "src/hook/worker.ts",
  infra: "infra/index.ts",
  policy: "policy/index.ts",
  "process-host": "src/cli/process-host.ts",
};

/** Files that are run as they are, before anything is loaded, and what they then load. */
const DOORS = [
  { file: "rackrate.cjs", source: "src/cli/rackrate.cts", behind: "./process-host.ts", entry: "./process-host.js" },
  { file: "policy-pack.cjs", source: "policy/pack.cts", behind: "./index.ts", entry: "./policy.js" },
];

/**
 * Writes the package's code to `folder`: some chunks of JavaScript that its entries share, with the packages they use,
 * and the data files beside them. Finding some hundred modules takes longer than most runs do, of the command as of the
 * policy pack and the hook. Pulumi's packages and DuckDB stay where they are installed.
 */
export const bundle = async (folder: string): Promise<void> => {
  const code = await rolldown({
    cwd: ROOT,
    input: ENTRIES,
    platform: "node",
    // The one that yargs asks for takes longer to load than all else of a small run; this one answers the same.
    resolve: { alias: { "string-width": createRequire(import.meta.url).resolve("fast-string-width") } },
    external: [/^@pulumi\//, /^@duckdb\//, /^@grpc\//, /^google-protobuf/],
  });
  await code.write({ dir: folder, entryFileNames: "[name].js", chunkFileNames: "chunk-[name]-[hash].js" });
  mkdirSync(folder, { recursive: true });
  for (const { file, source, behind, entry } of DOORS) {
    const text = stripTypeScriptTypes(readFileSync(join(ROOT, source), "utf8"));
    if (!text.includes(behind)) throw new Error(`${source} does not load ${behind}.`);
    writeFileSync(join(folder, file), text.replace(behind, entry), { mode: 0o755 });
  }
  for (const data of globSync("src/{prices,hardware}/data", { cwd: ROOT })) {
    cpSync(join(ROOT, data), join(folder, "data"), { recursive: true });
  }
};
