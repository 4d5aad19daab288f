import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type { FileHead } from "./head.ts";
import type { PriceSource } from "./price-source.ts";

/** The lines on which records of a CSV stand, both counted from 1. Empty lines and those that were rejected are no records. */
export const linesOf = async (
  { path }: PriceSource,
  { packed }: FileHead,
  rejected: readonly number[],
  records: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
  const found = new Map<number, number>();
  const wanted = new Set(records);
  if (wanted.size === 0) return found;
  const skipped = new Set(rejected);
  const bytes = createReadStream(path);
  let line = 0;
  let record = 0;
  try {
    const input = packed ? bytes.pipe(createGunzip()) : bytes;
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text === "" || skipped.has(line)) continue;
      record += 1;
      if (wanted.has(record)) found.set(record, line);
      if (found.size === wanted.size) break;
    }
  } finally {
    bytes.destroy();
  }
  return found;
};
