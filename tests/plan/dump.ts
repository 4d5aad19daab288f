import { isList, isPropertyMap, SECRET, UNKNOWN, type Value } from "../../src/core/value.ts";
import type { Plan, PlanResource } from "../../src/model/plan.ts";

/** Everything a plan holds as text, marks as `<unknown>` and `<secret>`, keys sorted: for comparing plans and for searching them. */
export const dumpPlan = (plan: Plan): string => dump(plan as unknown as Value);

/** A resource by its name on one side; fails where it is not there. */
export const resourceOf = (plan: Plan, side: "before" | "after", name: string): PlanResource => {
  const found = plan[side].resources.find((resource) => resource.name === name);
  if (found === undefined) throw new Error(`no resource ${name} on the ${side} side`);
  return found;
};

export const namesOf = (plan: Plan, side: "before" | "after"): string[] =>
  plan[side].resources.map((resource) => resource.name).sort();

export const dump = (value: Value): string => {
  if (value === UNKNOWN) return "<unknown>";
  if (value === SECRET) return "<secret>";
  if (isList(value)) return `[${value.map(dump).join(",")}]`;
  if (!isPropertyMap(value)) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${dump(item)}`).join(",")}}`;
};
