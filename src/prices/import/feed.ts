import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { z } from "zod";
import type { FileHead } from "./head.ts";
import type { ImportedRow } from "./price-collector.ts";
import type { PriceSource } from "./price-source.ts";
import { refusal } from "./refuse.ts";

/** What was read of a feed. */
export interface FeedReading {
  readonly rows: readonly ImportedRow[];
  readonly badRows: number;
}

/** Operating systems as AWS's feeds call them. */
export const FEED_SYSTEMS: Readonly<Record<string, string>> = {
  linux: "linux",
  mswin: "windows",
  Linux: "linux",
  Windows: "windows",
};

const JSONP = /^(?:\/\*[\s\S]*?\*\/\s*)?callback\s*\(([\s\S]*)\)\s*;?\s*$/;

/** Reads a feed whole, as JSON or JSONP. Throws `InputError` where it is cut off or has another form. */
export const parseFeed = <T>({ path, name }: PriceSource, head: FileHead, schema: z.ZodType<T>): T => {
  const bytes = readFileSync(path);
  let value: unknown;
  try {
    const text = (head.packed ? gunzipSync(bytes) : bytes).toString("utf8").trim();
    value = JSON.parse(JSONP.exec(text)?.[1] ?? text);
  } catch {
    throw refusal(name, "truncated", "it is truncated or damaged: its JSON does not end", "Fetch it again.");
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refusal(name, "unknown-price-file", `it has another form: ${issue?.path.join(".")} ${issue?.message}`);
};
