import type { KeyNote } from "./usage-outline.ts";

/** Usage of one type that a file is to list. */
export interface UsageToList {
  readonly type: string;
  readonly title: string;
  readonly keys: Readonly<Record<string, KeyNote>>;
  /** Whether the file may already call the type by this name. */
  readonly isCalled: (address: string) => boolean;
}

type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a file states: all of it but keys without a value, and mappings of nothing else. */
export const stated = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(stated);
  if (!isMapping(value)) return value ?? undefined;
  const said = Object.entries(value).flatMap(([key, inner]) => {
    const kept = stated(inner);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
};

/** Whether a key stands in a mapping, with a value or without, by dots or in groups. */
const lists = (mapping: unknown, key: string): boolean => {
  if (!isMapping(mapping)) return false;
  if (Object.hasOwn(mapping, key)) return true;
  const dots = [...key.matchAll(/\./g)].map(({ index }) => index);
  return dots.some((dot) => {
    const group = key.slice(0, dot);
    return Object.hasOwn(mapping, group) && lists(mapping[group], key.slice(dot + 1));
  });
};

/** Whether a file's values list every key of these types under a top key. */
export const listsAll = (file: unknown, section: string, types: readonly UsageToList[]): boolean => {
  const usage = isMapping(file) ? file[section] : undefined;
  if (!isMapping(usage)) return false;
  return types.every(({ isCalled, keys }) => {
    const entry = Object.entries(usage).find(([address]) => isCalled(address))?.[1];
    return Object.keys(keys).every((key) => lists(entry, key));
  });
};
