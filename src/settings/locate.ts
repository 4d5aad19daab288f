import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type LineCounter,
  type Pair,
  type YAMLMap,
} from "yaml";
import type { SettingPath } from "./show.ts";

/** A position in the file, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A parsed file that can say where a setting stands. */
export interface Located {
  readonly document: Document;
  readonly lines: LineCounter;
}

const resolved = (node: unknown, document: Document): unknown => (isAlias(node) ? node.resolve(document) : node);

const isMergeKey = (key: unknown): boolean => isScalar(key) && (key.value === "<<" || typeof key.value === "symbol");

/** The pair under a key, in the mapping itself or in what it merges (`<<`). */
const findPair = (map: YAMLMap, key: string, document: Document, depth = 0): Pair | undefined => {
  // A duplicated key is refused elsewhere, so the first is the only one.
  const own = map.items.find((pair) => isScalar(pair.key) && String(pair.key.value ?? "") === key);
  if (own !== undefined || depth > 8) return own;
  for (const pair of map.items) {
    if (!isMergeKey(pair.key)) continue;
    const merged = resolved(pair.value, document);
    for (const source of isSeq(merged) ? merged.items : [merged]) {
      const target = resolved(source, document);
      const found = isMap(target) ? findPair(target, key, document, depth + 1) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

/**
 * Where a setting stands: its value, or its key where `at` says so. A setting that is missing stands where its mapping
 * begins. Aliases and merge keys are followed to where the text really is.
 */
export const locate = ({ document, lines }: Located, path: SettingPath, at: "key" | "value" = "value"): Position => {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [index, step] of path.entries()) {
    const parent = resolved(node, document);
    let key: unknown;
    if (isMap(parent)) {
      const pair = findPair(parent, String(step), document);
      if (pair === undefined) break;
      key = pair.key;
      node = pair.value;
    } else if (isSeq(parent) && typeof step === "number") {
      node = parent.items[step];
    } else break;
    const last = index === path.length - 1;
    const place = (last && at === "key") || !isNode(node) || !node.range ? (key ?? node) : node;
    if (isNode(place) && place.range) offset = place.range[0];
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
};
