import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSettingsFile } from "../../src/settings/find.ts";

const TEXT = "horizonMonths: 24 # Öl\n";

describe("a settings file that pack and hook find by themselves", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "rackrate-find-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${TEXT}`)],
    ["UTF-16, as PowerShell writes it", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
    ["UTF-16 of the other byte order", Buffer.from(`\ufeff${TEXT}`, "utf16le").swap16()],
  ])("is read in %s", (_, bytes) => {
    writeFileSync(join(folder, "rackrate.yaml"), bytes);
    expect(findSettingsFile([folder])?.text).toBe(TEXT);
  });
});
