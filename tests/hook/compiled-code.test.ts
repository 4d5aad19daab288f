import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const MODULE = new URL("../../src/hook/compiled-code.ts", import.meta.url).href;

describe("the program's compiled code", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "rackrate-compiled-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The folder in which a program keeps it; empty where it does not. */
  const kept = (environment: Readonly<Record<string, string>>): string => {
    const program = `import { getCompileCacheDir } from "node:module";
      import { keepCompiledCode } from ${JSON.stringify(MODULE)};
      keepCompiledCode(process.env);
      process.stdout.write(getCompileCacheDir() ?? "");`;
    const args = ["--no-warnings", "--input-type=module", "--eval", program];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      env: { TMPDIR: folder, ...environment },
      encoding: "utf8",
    });
    expect([stderr, status]).toEqual(["", 0]);
    return stdout;
  };

  it("is kept between runs, in the folder that Node has for it", () => {
    expect(kept({})).toContain(join(folder, "node-compile-cache"));
    expect(kept({ CI: "false" })).not.toBe("");
  });

  it("is not kept where nothing stays, or where the user does not want it", () => {
    expect(kept({ CI: "true" })).toBe("");
    expect(kept({ CI: "1" })).toBe("");
    expect(kept({ NODE_DISABLE_COMPILE_CACHE: "1" })).toBe("");
  });
});
