import { isDeepStrictEqual } from "node:util";
import { isMap, isNode, isScalar, type Pair, type YAMLMap } from "yaml";
import { InputError } from "../core/diagnostic.ts";
import { locate } from "./locate.ts";
import { type NamedText, readYaml } from "./read-yaml.ts";
import { SplicedText } from "./spliced-text.ts";
import { listsAll, stated, type UsageToList } from "./usage-listing.ts";
import { dotted, isGroup, type KeyNote, linesOf, type Outline, outlineOf } from "./usage-outline.ts";

const INFRACOST = ["resource_type_default_usage", "resource_usage", "version"];

const nameOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : "");
const startOf = ({ key }: Pair): number => (isNode(key) ? (key.range?.[0] ?? 0) : 0);
const isEmpty = ({ value }: Pair): boolean => value === null || (isScalar(value) && value.value === null);

/** Just after the last letter of a pair, comments apart. */
const endOf = ({ key, value }: Pair): number => {
  const last = isMap(value) && !value.flow ? value.items.at(-1) : undefined;
  if (last !== undefined) return endOf(last);
  const node = isNode(value) ? value : key;
  return Math.max(isNode(node) ? (node.range?.[1] ?? 0) : 0, isNode(key) ? (key.range?.[1] ?? 0) : 0);
};

const find = (map: YAMLMap, isMeant: (name: string) => boolean): Pair | undefined =>
  map.items.find((pair) => isMeant(nameOf(pair)));

/** What of an outline a mapping does not list by a key with dots; where it uses dots for a group, so does the rest. */
const withoutDotted = (map: YAMLMap, outline: Outline): Outline => {
  const names = new Set(map.items.map(nameOf));
  return new Map(
    [...outline].flatMap(([key, part]): readonly (readonly [string, KeyNote | Outline])[] => {
      if (!isGroup(part) || ![...names].some((name) => name.startsWith(`${key}.`))) return [[key, part]];
      return dotted(part, `${key}.`).filter(([name]) => !names.has(name));
    }),
  );
};

/** Lists an outline below a key: in the mapping that stands there, or in a new one. False where its form does not allow it. */
const extend = (text: SplicedText, pair: Pair, outline: Outline): boolean => {
  const { value } = pair;
  if (isEmpty(pair)) {
    text.addBelow(endOf(pair), linesOf(outline, text.columnOf(startOf(pair)) + 2));
    return true;
  }
  if (!isMap(value) || value.range === undefined || value.range === null) return false;
  if (value.flow) {
    const names = new Set(value.items.map(nameOf));
    const [from, to] = value.range;
    if (names.size === 0) {
      const column = text.columnOf(startOf(pair)) + 2;
      text.replace(from, to - from, `\n${linesOf(outline, column).join("\n")}`);
      return true;
    }
    const open = dotted(outline).filter(([name]) => !names.has(name));
    const last = value.items.at(-1);
    if (last) text.replace(endOf(last), 0, open.map(([name]) => `, ${name}: `).join(""));
    return !value.items.some((item) => isMap(item.value));
  }
  const fresh = new Map<string, KeyNote | Outline>();
  for (const [key, part] of withoutDotted(value, outline)) {
    const found = find(value, (name) => name === key);
    if (found === undefined) fresh.set(key, part);
    else if (isGroup(part) && !extend(text, found, part)) return false;
  }
  const [first] = value.items;
  text.addBelow(endOf(pair), linesOf(fresh, first ? text.columnOf(startOf(first)) : 0));
  return true;
};

/** The lines of a type that a file does not list yet. */
const entryOf = ({ type, title, keys }: UsageToList, indent: number): readonly string[] => [
  `${" ".repeat(indent)}${type}: # ${title}`,
  ...linesOf(outlineOf(keys), indent + 2),
];

const refusal = (file: NamedText, section: string): InputError =>
  new InputError({
    severity: "error",
    code: "usage-form",
    message: `The keys under ${section} cannot be added where they belong: anchors or braces stand in the way.`,
    place: { file: file.name, ...locate(readYaml(file), [section], "key"), property: section },
    hint: "Write the usage of each type in lines of its own, or name another file with --out.",
  });

/** The new text, if it says just what the old one did and lists what it should: no form of YAML can fool this. */
const checked = (file: NamedText, text: string, section: string, missing: readonly UsageToList[]): string => {
  let extended: unknown;
  try {
    extended = readYaml({ name: file.name, text }).value;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw refusal(file, section);
  }
  const isSame = isDeepStrictEqual(stated(extended), stated(readYaml(file).value));
  if (!isSame || !listsAll(extended, section, missing)) throw refusal(file, section);
  return text;
};

/**
 * A settings or usage file that lists usage keys, each without a value and with a comment, which says no more than the
 * file did. What it says already stays as it is to the letter; a file that lists everything comes back unchanged.
 * @throws InputError where the file is not YAML, or its form has no place for them.
 */
export const extendUsage = (file: NamedText, missing: readonly UsageToList[]): string => {
  if (missing.length === 0) return file.text;
  const { document } = readYaml(file);
  const top = document.contents;
  const keys = isMap(top) ? top.items.map(nameOf) : [];
  const section = INFRACOST.some((key) => keys.includes(key)) ? "resource_type_default_usage" : "usage";
  const text = new SplicedText(file.text);
  const pair = isMap(top) ? find(top, (name) => name === section) : undefined;
  if (pair === undefined) {
    const opening = file.text.trim() === "" ? [] : [""];
    text.addBelow(file.text.length, [...opening, `${section}:`, ...missing.flatMap((one) => entryOf(one, 2))]);
    return checked(file, text.result(), section, missing);
  }
  const map = isMap(pair.value) && !pair.value.flow ? pair.value : undefined;
  const [first] = map?.items ?? [];
  const indent = first ? text.columnOf(startOf(first)) : 2;
  const fresh: UsageToList[] = [];
  for (const one of missing) {
    const entry = map && find(map, one.isCalled);
    if (entry === undefined) fresh.push(one);
    else if (!extend(text, entry, outlineOf(one.keys))) throw refusal(file, section);
  }
  const lines = fresh.flatMap((one) => entryOf(one, indent));
  if (map || isEmpty(pair)) text.addBelow(endOf(pair), lines);
  else if (isMap(pair.value) && pair.value.items.length === 0 && pair.value.range) {
    const [from, to] = pair.value.range;
    text.replace(from, to - from, `\n${lines.join("\n")}`);
  } else if (lines.length > 0) throw refusal(file, section);
  return checked(file, text.result(), section, missing);
};
