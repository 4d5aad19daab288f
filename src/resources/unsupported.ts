import { ruleOf } from "./type-rules/rule-of.ts";

/** What is said of a type that has no definition and that no rule makes free: known to be charged, or not known at all. */
export const unsupportedReason = (type: string): string => {
  const rule = ruleOf(type);
  return rule === null ? `${type} is not supported yet` : `charged for ${rule.reason}; not priced yet`;
};
