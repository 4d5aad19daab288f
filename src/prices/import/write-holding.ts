import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { HOLDING_FILE, type Holding, type HoldingKind, holdingFolder, partOf } from "../holding.ts";
import { PRICE_COLUMNS, RANGE_COLUMNS } from "../price-file.ts";
import type { ImportedRow } from "./price-collector.ts";

/** Prices of one service and region that are ready to be written. */
export interface NewHolding {
  readonly holding: Holding;
  readonly kind: HoldingKind;
  readonly rows: readonly ImportedRow[];
}

const HEADER = [...PRICE_COLUMNS, ...RANGE_COLUMNS].join(",");

/**
 * Writes holdings beside those in use, and only when all are written puts each in the place of its older one. What a
 * stop in between leaves behind is a folder that begins with a dot, which nobody reads.
 */
export const writeHoldings = (folder: string, holdings: readonly NewHolding[]): void => {
  mkdirSync(folder, { recursive: true });
  const workplace = mkdtempSync(join(folder, ".incoming-"));
  try {
    const written = holdings.map((one, index) => {
      const fresh = join(workplace, `${index}-new`);
      writeHolding(fresh, one);
      return {
        fresh,
        older: join(workplace, `${index}-old`),
        place: holdingFolder(folder, one.holding.region, one.holding.service, one.kind),
      };
    });
    for (const { fresh, older, place } of written) {
      mkdirSync(dirname(place), { recursive: true });
      if (existsSync(place)) renameSync(place, older);
      renameSync(fresh, place);
    }
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
};

const writeHolding = (folder: string, { holding, rows }: NewHolding): void => {
  mkdirSync(folder);
  const source = [`AWS price list ${holding.service}`, holding.version].filter((part) => part !== "").join(" ");
  const parts = new Map<string, string[]>();
  for (const row of rows) {
    const part = partOf(row.item);
    const lines = parts.get(part) ?? [HEADER];
    if (lines.length === 1) parts.set(part, lines);
    lines.push(lineOf(row, holding.published, source));
  }
  for (const [part, lines] of parts) writeFileSync(join(folder, part), `${lines.join("\n")}\n`);
  writeFileSync(join(folder, HOLDING_FILE), `${JSON.stringify(holding, null, 2)}\n`);
};

const lineOf = (row: ImportedRow, asOf: string, source: string): string =>
  [
    row.region,
    row.item,
    row.unit,
    row.currency,
    row.upTo,
    row.amount,
    asOf,
    source,
    row.note,
    row.low ?? "",
    row.high ?? "",
  ]
    .map(field)
    .join(",");

/** A field as RFC 4180 writes it. */
const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
