import { createReadStream, statSync } from "node:fs";
import { createGunzip } from "node:zlib";
import type { FileHead } from "./head.ts";
import type { PriceSource } from "./price-source.ts";
import { refusal } from "./refuse.ts";

/** Longer than any line of a price list. */
const TAIL_BYTES = 64 * 1024;

/**
 * A CSV that was cut off ends in a line without an end, with fewer fields than the table has. Throws `InputError` for
 * such a file. A packed one is unpacked to its end for this, since DuckDB takes what is there for the whole.
 */
export const checkCsvEnd = async (source: PriceSource, { packed }: FileHead, columns: number): Promise<void> => {
  const tail = packed ? await unpackedTail(source) : await lastBytes(source.path);
  const last = tail.slice(tail.lastIndexOf("\n") + 1);
  if (last !== "" && fieldsOf(last) < columns)
    throw refusal(source.name, "truncated", "it is truncated: its last line is cut off", "Fetch it again.");
};

const lastBytes = async (path: string): Promise<string> => {
  const start = Math.max(0, statSync(path).size - TAIL_BYTES);
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { start })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
};

const unpackedTail = async ({ path, name }: PriceSource): Promise<string> => {
  let tail: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path).pipe(createGunzip()))
      tail =
        chunk.length >= TAIL_BYTES ? chunk.subarray(-TAIL_BYTES) : Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES);
  } catch {
    throw refusal(name, "truncated", "it is truncated or damaged: it cannot be unpacked to its end", "Fetch it again.");
  }
  return tail.toString("utf8");
};

/** Fields of a line; none where a quote is still open. */
const fieldsOf = (line: string): number => {
  const outside = line.replaceAll(/"(?:[^"]|"")*"/g, "");
  return outside.includes('"') ? 0 : outside.split(",").length;
};
