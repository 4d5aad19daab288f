import { InputError, type Place } from "../core/diagnostic.ts";

/** One file (or standard input) handed to `--from`. `name` is what errors call it. */
export interface PlanDocument {
  readonly name: string;
  readonly text: string;
}

/** An object out of `JSON.parse`: its own keys only are ever read. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** The value as an object, or `undefined` for null, lists and scalars. */
export const asRecord = (value: unknown): JsonRecord | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonRecord) : undefined;

/** A field of the object itself; never one inherited from `Object.prototype`. */
export const field = (record: JsonRecord, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** A field that is a non-empty string. */
export const text = (record: JsonRecord, key: string): string | undefined => {
  const value = field(record, key);
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** A list of strings; anything else in it is left out. */
export const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) && value.length > 0 ? value.filter((item): item is string => typeof item === "string") : NONE;

const NONE: readonly string[] = [];

/** A document that is JSON but not of the shape its kind promises. */
export const malformed = (place: Place, message: string, hint?: string): InputError =>
  new InputError({ severity: "error", code: "plan-malformed", message, place, ...(hint !== undefined && { hint }) });
