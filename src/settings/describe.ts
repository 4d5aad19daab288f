import type { z } from "zod";
import { nearest } from "../core/nearest.ts";
import { type SettingPath, showPath, showText, showValue } from "./show.ts";

/** One thing that is wrong with the settings, in words, before its place in the file is known. */
export interface Fault {
  readonly path: SettingPath;
  /** Whether the key or the value is at fault. */
  readonly at: "key" | "value";
  readonly code: "setting-invalid" | "setting-missing" | "setting-unknown" | "setting-endless";
  readonly message: string;
  readonly hint?: string;
}

/** What a sentence needs besides the issue: the values of the file, and the keys that are known at a path. */
export interface Context {
  readonly valueAt: (path: SettingPath) => unknown;
  readonly keysAt: (path: SettingPath) => readonly string[];
}

type Issue = z.core.$ZodIssue;

/** So many keys are worth listing: as a hint, and within a sentence. */
const MOST_KEYS = 16;
const MOST_KEYS_INSIDE = 8;

const EXPECTED: Readonly<Record<string, string>> = {
  number: "a number",
  int: "a whole number",
  string: "text",
  boolean: "true or false",
  object: "a mapping",
  record: "a mapping",
  array: "a list",
};

const listed = (words: readonly unknown[]): string =>
  words.map((word) => (typeof word === "string" ? word : String(word))).join(", ");

const mapping = (path: SettingPath, { keysAt }: Context): string => {
  const keys = keysAt(path);
  return keys.length > 0 && keys.length <= MOST_KEYS_INSIDE ? `a mapping of ${keys.join(", ")}` : "a mapping";
};

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? listed(values) : `one of ${listed(values)}`;

/** The known word that was most likely meant: near in spelling, or begun (`horizon` for `horizonMonths`). */
const meantBy = (word: string, known: readonly string[]): string | undefined =>
  nearest(word, known, 1)[0] ?? known.find((other) => word.length > 2 && other.startsWith(word));

const unknownKey = (path: SettingPath, key: string, { keysAt }: Context): Fault => {
  const known = keysAt(path);
  const meant = meantBy(key, known);
  const all = known.length > MOST_KEYS ? `${known.slice(0, MOST_KEYS).join(", ")} …` : known.join(", ");
  const hint = meant !== undefined ? `Did you mean ${meant}?` : known.length > 0 ? `Known here: ${all}.` : undefined;
  const full = [...path, key];
  return {
    path: full,
    at: "key",
    code: "setting-unknown",
    message: `${showPath(full)} is not a setting.`,
    ...(hint && { hint }),
  };
};

/** `at least 1`, `more than 0 characters` … */
const bound = (issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string => {
  const [limit, words] =
    issue.code === "too_small"
      ? [issue.minimum, issue.inclusive ? "at least" : "more than"]
      : [issue.maximum, issue.inclusive ? "at most" : "less than"];
  if (issue.origin === "string") return `must have ${words} ${limit} characters`;
  if (issue.origin === "array") return `must have ${words} ${limit} ${Number(limit) === 1 ? "entry" : "entries"}`;
  return `must be ${words} ${limit}`;
};

/** What the setting must be, as the end of a sentence about it. */
const demand = (issue: Issue, path: SettingPath, context: Context): string => {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${issue.expected === "object" ? mapping(path, context) : (EXPECTED[issue.expected] ?? issue.expected)}`;
    case "invalid_value":
      return `must be ${oneOf(issue.values)}`;
    case "too_small":
    case "too_big":
      return bound(issue);
    case "invalid_format":
      return issue.format === "date" ? "must be a date as YYYY-MM-DD" : issue.message;
    case "invalid_union": {
      const options = optionsOf(issue);
      if (options.length > 0) return `must be ${oneOf(options)}`;
      const ways = issue.errors.flatMap(([first]) =>
        first ? [demand(first, path, context).replace(/^must be /, "")] : [],
      );
      return `must be ${ways.join(", or ")}`;
    }
    default:
      return issue.message;
  }
};

/** The values to choose from, where the setting is a choice. */
const optionsOf = (issue: Issue): readonly unknown[] => {
  if (issue.code === "invalid_value") return issue.values;
  return issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options) ? issue.options : [];
};

const isMapping = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

/** Of a union's ways, the one that a value took: its faults lie inside, or in how great the number is. */
const branchTaken = (issue: Issue, value: unknown): readonly Issue[] | undefined => {
  if (issue.code !== "invalid_union" || (typeof value !== "object" && typeof value !== "number")) return undefined;
  return issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0 || inner.code !== "invalid_type"));
};

/** The number or truth value that somebody put into quotes, for the commonest slip. */
const unquoted = (value: unknown): string | undefined =>
  typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value.trim())
    ? `Write ${value.trim()} without quotes.`
    : undefined;

/** What is demanded of a stated number as a whole is about its `value`, where it is written with its source. */
const statedAt = (path: SettingPath, { code }: Issue, { valueAt }: Context): SettingPath => {
  const inside = [...path, "value"];
  return code === "custom" && typeof valueAt(inside) === "number" ? inside : path;
};

/** What a rule of our own says that is to be done. */
const ownHint = (issue: Issue): string | undefined => {
  const hint: unknown = issue.code === "custom" ? issue.params?.hint : undefined;
  return typeof hint === "string" ? hint : undefined;
};

/** A schema's issue as sentences: what is wrong, the wrong value, and what would be right. `within` is the path of an outer union. */
export const describeIssue = (issue: Issue, context: Context, within: SettingPath = []): readonly Fault[] => {
  const path = statedAt([...within, ...issue.path], issue, context);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(path, key, context));
  const value = context.valueAt(path);
  const branch = branchTaken(issue, value);
  if (branch !== undefined) return branch.flatMap((inner) => describeIssue(inner, context, path));

  const name = showPath(path) || "The file";
  const wanted = demand(issue, path, context);
  if (value === undefined) {
    return [{ path, at: "value", code: "setting-missing", message: `${name} is missing: it ${wanted}.` }];
  }
  const meant = typeof value === "string" ? meantBy(value, optionsOf(issue).map(String)) : undefined;
  const numeric = issue.code === "invalid_type" || issue.code === "invalid_union" ? unquoted(value) : undefined;
  const hint = meant !== undefined ? `Did you mean ${showText(meant)}?` : (numeric ?? ownHint(issue));
  // What a rule of our own says of a whole mapping is not about its being one.
  const shown = issue.code === "custom" && isMapping(value) ? "" : `, but it is ${showValue(value)}`;
  return [
    {
      path,
      at: "value",
      code: "setting-invalid",
      message: `${name} ${wanted}${shown}.`,
      ...(hint && { hint }),
    },
  ];
};
