import type { TestProject } from "vitest/node";
import { compilePackage } from "../../support/compiled-package.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the compiled package, as npm would install it. */
    rackrate: string;
  }
}

/** Compiles the package once for all end-to-end tests, from the sources as they stand. */
export default async ({ provide }: TestProject): Promise<() => void> => {
  const { folder, remove } = await compilePackage();
  provide("rackrate", folder);
  return remove;
};
