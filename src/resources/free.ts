import type { PlanResource } from "../model/plan.ts";
import { ruleOf } from "./type-rules/rule-of.ts";

/** Why a resource costs nothing by itself, or `null` where no rule says so. A local component is only the sum of its children. */
export const freeReason = ({ type, custom }: PlanResource): string | null => {
  const rule = ruleOf(type);
  if (rule?.verdict === "free") return rule.reason;
  return custom ? null : "a component: its children are priced";
};
