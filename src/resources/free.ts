import type { PlanResource } from "../model/plan.ts";
import type { Neighbours } from "./neighbours.ts";
import { ruleOf } from "./type-rules/rule-of.ts";

/** Packages whose components are made by a provider: what they contain is seen only where the plan lists it. */
const REMOTE_COMPONENT = /^(awsx|aws-apigateway|aws-quickstart-[\w-]+|eks):/;

/** True for a component of a provider whose children this plan does not show: what it costs is not known. */
export const hidesItsChildren = ({ urn, type, custom }: PlanResource, neighbours: Neighbours): boolean =>
  !custom &&
  REMOTE_COMPONENT.test(type) &&
  ruleOf(type)?.verdict !== "free" &&
  neighbours.descendants(urn).length === 0;

/** Why a resource costs nothing by itself, or `null` where no rule says so. A component is only the sum of its children. */
export const freeReason = ({ type, custom }: PlanResource): string | null => {
  const rule = ruleOf(type);
  if (rule?.verdict === "free") return rule.reason;
  return custom ? null : "a component: its children are priced";
};
