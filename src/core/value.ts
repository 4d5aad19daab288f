/**
 * Property values as a plan holds them: JSON, plus two marks. `UNKNOWN` is a value that is decided only during
 * deployment; `SECRET` is one that must not be seen. Readers drop a secret's content at the door, so that no later
 * stage can leak it. Both are compared by identity and cannot be forged by JSON input.
 */
export const UNKNOWN: unique symbol = Symbol("unknown");
export const SECRET: unique symbol = Symbol("secret");

export type Unknown = typeof UNKNOWN;
export type Secret = typeof SECRET;
export type Value = null | boolean | number | string | Unknown | Secret | readonly Value[] | PropertyMap;

/** Always made by `propertyMap` or `emptyMap`, so that a key `__proto__` is only a key. */
export interface PropertyMap {
  readonly [key: string]: Value;
}

export const isPropertyMap = (value: Value | undefined): value is PropertyMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** True for the two marks: nothing can be read from this value. */
export const isOpaque = (value: Value | undefined): boolean => value === UNKNOWN || value === SECRET;

/** Inherits nothing, as an object without prototype; but V8 keeps those as hash tables, which take more room and time. */
function Properties() {}
Properties.prototype = Object.freeze(Object.create(null));
const Bare = Properties as unknown as new () => Record<string, Value>;

/** An empty property map to be filled; no key can reach `Object.prototype`. */
export const emptyMap = (): Record<string, Value> => new Bare();

/** A property map from entries. */
export const propertyMap = (entries: Iterable<readonly [string, Value]>): PropertyMap => {
  const map = emptyMap();
  for (const [key, value] of entries) map[key] = value;
  return map;
};
