import type { PlanResource } from "../../../model/plan.ts";
import type { Subject } from "../../define.ts";
import type { Inputs, Reading } from "../../inputs.ts";

/**
 * What a resource says of itself, else what the one that it comes from says: an instance of a cluster has its engine, a
 * replica that of its source. The resource's own reading where neither is known.
 */
export const inherited = <T>(
  subject: Subject,
  source: PlanResource | undefined,
  read: (inputs: Inputs) => Reading<T>,
): Reading<T> => {
  const own = read(subject.inputs);
  if (own.state === "known" || source === undefined) return own;
  const given = read(subject.of(source).inputs);
  return given.state === "known" || own.state === "absent" ? given : own;
};
