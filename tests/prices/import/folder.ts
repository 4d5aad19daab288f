import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { importFiles } from "../../../src/prices/import/import-files.ts";
import { ImportedPrices } from "../../../src/prices/imported-prices.ts";

const folders: string[] = [];

/** A new folder that goes away after the tests of its file. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "rackrate-prices-"));
  folders.push(folder);
  return folder;
};

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export const TODAY = "2026-11-24";

export interface ImportText {
  readonly folder?: string;
  readonly name?: string;
  readonly force?: boolean;
  readonly date?: string;
}

/** Imports a text as a file. */
export const importText = async (
  content: string | Uint8Array,
  { folder = newFolder(), name = "offer.csv", force = false, date }: ImportText = {},
) => {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  const source = { path, name, today: TODAY, ...(date !== undefined && { date }) };
  const { value, diagnostics } = await importFiles([source], { folder, force });
  const imported = new ImportedPrices(folder);
  return {
    folder,
    report: value[0],
    diagnostics,
    refusal: diagnostics.find(({ severity }) => severity === "error"),
    /** Amounts of an item by its tiers, as `amount` or `amount up to limit`. */
    amounts: (item: string, { service = "AmazonEC2", region = "us-east-1" } = {}): readonly string[] =>
      (imported.rows(service, item, region) ?? []).map(({ amount, upTo }) =>
        upTo === "" ? amount : `${amount} to ${upTo}`,
      ),
    rows: (item: string, { service = "AmazonEC2", region = "us-east-1" } = {}) => imported.rows(service, item, region),
  };
};
