import { TYPE_RULES } from "./list.ts";
import type { TypeRule } from "./type-rule.ts";

/** A plan has many resources of few types: each type is tried against the rules once. */
const found = new Map<string, TypeRule | null>();

/** The rule that holds for a type, by its full token; `null` where rackrate does not know the type. */
export const ruleOf = (type: string): TypeRule | null => {
  let rule = found.get(type);
  if (rule === undefined) {
    rule = TYPE_RULES.find(({ holds }) => holds(type)) ?? null;
    found.set(type, rule);
  }
  return rule;
};
