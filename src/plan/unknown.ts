import { isList, isPropertyMap, UNKNOWN, type Value } from "../core/value.ts";

/** Whether a value is unknown or holds an unknown one. */
export const hasUnknown = (value: Value): boolean => {
  if (isList(value)) return value.some(hasUnknown);
  return isPropertyMap(value) ? Object.values(value).some(hasUnknown) : value === UNKNOWN;
};
