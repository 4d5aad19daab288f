/** Compiles the package into `dist/` and puts the data files beside the code that reads them. Run by `npm run build`. */
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");

rmSync(join(root, "dist"), { recursive: true, force: true });
try {
  execFileSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
} catch {
  process.exit(1); // the compiler has said why
}
for (const data of globSync("src/**/data", { cwd: root }))
  cpSync(join(root, data), join(root, "dist", data), { recursive: true });

// The compiler turns `./x.ts` into `./x.js` in code but not in declarations, where older resolvers would not find it.
for (const file of globSync("dist/**/*.d.{ts,cts}", { cwd: root })) {
  const path = join(root, file);
  writeFileSync(path, readFileSync(path, "utf8").replace(/(from |import\()"(\.{1,2}\/[^"]+)\.ts"/g, '$1"$2.js"'));
}
chmodSync(join(root, "dist/src/cli/rackrate.cjs"), 0o755);

// The command is bundled into a few files, since finding some hundred modules takes longer than most runs: the launcher
// and what it loads on demand, each with its packages. Pulumi's and DuckDB's stay where they are installed.
const chunks = join(root, "dist/src/cli/chunks");
const bundle = await rolldown({
  input: { "process-host": join(root, "dist/src/cli/process-host.js") },
  platform: "node",
  // One copy of it for all: the newer one that yargs asks for takes longer to load than all else of a small run.
  resolve: { alias: { "string-width": createRequire(import.meta.url).resolve("string-width") } },
  external: [/^@pulumi\//, /^@duckdb\//, /^@grpc\//, /^google-protobuf/],
});
await bundle.write({ dir: dirname(chunks), entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" });
for (const data of globSync("src/{prices,hardware}/data", { cwd: root })) {
  cpSync(join(root, data), join(chunks, "data"), { recursive: true });
}
