import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Run, runMain } from "./memory-host.ts";

const CASES = join(import.meta.dirname, "../cases");

/** Words of a command line; quotes hold words together. */
const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");

/** The digest of the price list changes with every price in it, and says nothing to a reader. */
const withoutDigest = (text: string): string => text.replace(/sha256:[0-9a-f]{64}/g, "sha256:…");

/** What a user sees: standard output, then what went to standard error and how the command ended where that is not usual. */
const transcript = ({ stdout, stderr, code }: Run): string =>
  [stdout, stderr && `── standard error ──\n${stderr}`, code !== 0 && `── exit code ${code} ──\n`]
    .filter(Boolean)
    .join("\n");

/** `expected.json` and `expected.md` hold the document alone, so that other tools can open it. */
const expectedFile = (command: string): string =>
  command.includes("--format json")
    ? "expected.json"
    : command.includes("--format markdown")
      ? "expected.md"
      : "expected.txt";

describe("what users see", () => {
  for (const name of readdirSync(CASES).sort()) {
    it(`is as kept in cases/${name}`, async () => {
      const folder = join(CASES, name);
      const command = readFileSync(join(folder, "command"), "utf8").trim();
      const run = await runMain(wordsOf(command), { cwd: folder });
      const file = expectedFile(command);
      const seen = withoutDigest(file === "expected.txt" ? transcript(run) : run.stdout);
      if (process.env.UPDATE_GOLDEN) writeFileSync(join(folder, file), seen);
      expect(seen).toBe(readFileSync(join(folder, file), "utf8"));
    });
  }
});
