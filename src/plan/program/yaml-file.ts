import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import { InputError } from "../../core/diagnostic.ts";

/** Plain data of a YAML or JSON file. */
export type Data = null | boolean | number | string | readonly Data[] | { readonly [key: string]: Data };

export const isMap = (data: Data | undefined): data is { readonly [key: string]: Data } =>
  typeof data === "object" && data !== null && !Array.isArray(data);

/**
 * Reads one of Pulumi's own files; JSON is YAML too.
 * @throws InputError with line and column when it is not YAML, or not a mapping.
 */
export const readYamlMap = (file: string, shown: string): { readonly [key: string]: Data } => {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    const place = { file: shown, line, column: col };
    throw new InputError({ severity: "error", code: "bad-yaml", message: error.message, place });
  }
  const data = toData(document.toJS({ mapAsMap: true, maxAliasCount: 100 }));
  if (data === null) return {};
  if (!isMap(data)) {
    const message = "This file must be a mapping of names to values.";
    throw new InputError({ severity: "error", code: "bad-yaml", message, place: { file: shown, line: 1, column: 1 } });
  }
  return data;
};

/** Maps become objects without a prototype, so that a key `__proto__` is only a key. */
const toData = (value: unknown): Data => {
  if (value instanceof Map) {
    const object: Record<string, Data> = Object.create(null);
    for (const [key, item] of value) object[String(key)] = toData(item);
    return object;
  }
  if (Array.isArray(value)) return value.map(toData);
  if (typeof value === "bigint") return Number(value);
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  return value === undefined ? null : String(value);
};
