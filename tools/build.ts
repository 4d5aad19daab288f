/** Builds the package into `dist/`: `lib` is its code, `types` its declarations. Run by `npm run build`. */
import { execFileSync } from "node:child_process";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");

rmSync(join(root, "dist"), { recursive: true, force: true });
try {
  execFileSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
} catch {
  process.exit(1); // the compiler has said why
}
// The compiler leaves `./x.ts` in declarations, where older resolvers would not find it.
for (const file of globSync("dist/types/**/*.d.{ts,cts}", { cwd: root })) {
  const path = join(root, file);
  writeFileSync(path, readFileSync(path, "utf8").replace(/(from |import\()"(\.{1,2}\/[^"]+)\.ts"/g, '$1"$2.js"'));
}
await bundle(join(root, "dist/lib"));
