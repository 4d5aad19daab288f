import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A folder that holds the package as npm would install it, without its declarations. */
export interface CompiledPackage {
  readonly folder: string;
  /** A copy of a project in which the package is installed. */
  readonly install: (project: string) => string;
  readonly remove: () => void;
}

/** What the compiler does to the names of our own files; a string that merely looks like one is in no source. */
const toJavaScript = (source: string): string =>
  stripTypeScriptTypes(source).replaceAll(/((?:from|import)\s*\(?\s*"\.[^"]+)\.ts"/g, '$1.js"');

/** Compiles the package by taking its types away: a second, where a build takes ten. */
export const compilePackage = (): CompiledPackage => {
  const folder = mkdtempSync(join(tmpdir(), "rackrate-package-"));
  const sources = globSync("{src,infra,policy}/**/*.ts", {
    cwd: ROOT,
    exclude: (path) => path.includes("node_modules"),
  });
  for (const source of sources) {
    const target = join(folder, "dist", source.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, toJavaScript(readFileSync(join(ROOT, source), "utf8")));
  }
  for (const data of globSync("src/**/data", { cwd: ROOT })) {
    cpSync(join(ROOT, data), join(folder, "dist", data), { recursive: true });
  }
  for (const file of ["package.json", "policy/package.json", "policy/PulumiPolicy.yaml"]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
  return {
    folder,
    install: (project) => installed(project, folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const installed = (project: string, packageFolder: string): string => {
  const folder = join(packageFolder, "projects", basename(project));
  cpSync(project, folder, { recursive: true });
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(join(ROOT, "node_modules"))) {
    if (name !== "rackrate") symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  symlinkSync(packageFolder, join(modules, "rackrate"), "dir");
  return folder;
};
