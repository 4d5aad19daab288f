import { enableCompileCache } from "node:module";

/**
 * Lets Node keep the compiled code of the program and its SDKs between runs, in its own cache folder. Most of a small
 * preview is compiling them, so that this saves more time than pricing takes. In CI, where nothing is kept, writing it
 * would only cost. `NODE_DISABLE_COMPILE_CACHE=1` turns it off, as everywhere in Node.
 */
export const keepCompiledCode = (environment: Readonly<Record<string, string | undefined>>): void => {
  const { CI = "" } = environment;
  if (CI === "" || CI === "false") enableCompileCache();
};
