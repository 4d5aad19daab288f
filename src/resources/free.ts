import type { PlanResource } from "../model/plan.ts";

interface FreeRule {
  readonly pattern: RegExp;
  readonly reason: string;
}

/** Types without a charge of their own, by the rule that makes them so. The first match gives the reason. */
const RULES: readonly FreeRule[] = [
  { pattern: /^pulumi:pulumi:Stack$/, reason: "the stack itself" },
  { pattern: /^pulumi:providers:/, reason: "a provider is configuration" },
  { pattern: /^pulumi:pulumi:StackReference$/, reason: "only reads another stack" },
];

/** Why a resource costs nothing by itself, or `null` where no rule says so. A local component is only the sum of its children. */
export const freeReason = (resource: PlanResource): string | null => {
  const rule = RULES.find(({ pattern }) => pattern.test(resource.type));
  if (rule) return rule.reason;
  return resource.custom ? null : "a component: its children are priced";
};
