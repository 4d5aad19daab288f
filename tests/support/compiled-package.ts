import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../../tools/bundle.ts";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A folder that holds the package as npm would install it, without its declarations. */
export interface CompiledPackage {
  readonly folder: string;
  /** A copy of a project in which the package is installed. */
  readonly install: (project: string) => string;
  readonly remove: () => void;
}

/** Builds the package's code as it is published. */
export const compilePackage = async (): Promise<CompiledPackage> => {
  const folder = mkdtempSync(join(tmpdir(), "rackrate-package-"));
  await bundle(join(folder, "dist", "lib"));
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
