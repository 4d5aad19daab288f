import { isList, isOpaque, isPropertyMap, type PropertyMap, type Value } from "../core/value.ts";
import type { PlanResource } from "../model/plan.ts";

/** Deep equality of two values; a mark equals only itself. */
export const equalValues = (a: Value, b: Value): boolean => {
  if (a === b) return true;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => equalValues(item, b[index]!));
  if (!isPropertyMap(a) || !isPropertyMap(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equalValues(a[key]!, b[key]!))
  );
};

/** Whether a resource stands alike on both sides of a plan, down to the place of its declaration. */
export const isAlike = (before: PlanResource, after: PlanResource): boolean =>
  before.urn === after.urn &&
  before.type === after.type &&
  before.parent === after.parent &&
  before.custom === after.custom &&
  before.external === after.external &&
  before.provider === after.provider &&
  before.region === after.region &&
  before.position === after.position &&
  equalValues(before.inputs, after.inputs) &&
  equalValues(before.propertyDependencies, after.propertyDependencies) &&
  equalValues(before.aliases, after.aliases);

/**
 * Whether inputs straight from a program (`after`) ask for nothing but what is deployed (`before`). Deployed inputs
 * have been through the provider, which adds defaults (bridged providers list them under `__defaults`) and resolves
 * what the program cannot know; neither is a change.
 */
export const asksForTheSame = (before: PropertyMap, after: PropertyMap): boolean => {
  const defaults = isList(before.__defaults) ? before.__defaults : [];
  const isAdded = (key: string): boolean => key === "__defaults" || defaults.includes(key);
  return (
    Object.keys(before).every((key) => Object.hasOwn(after, key) || isAdded(key)) &&
    Object.keys(after).every(
      (key) =>
        isAdded(key) || isOpaque(after[key]) || (Object.hasOwn(before, key) && isSatisfied(before[key]!, after[key]!)),
    )
  );
};

const isSatisfied = (before: Value, after: Value): boolean => {
  if (isOpaque(after)) return true;
  if (isPropertyMap(before) && isPropertyMap(after)) return asksForTheSame(before, after);
  if (isList(before) && isList(after)) {
    return before.length === after.length && before.every((item, index) => isSatisfied(item, after[index]!));
  }
  return before === after;
};
