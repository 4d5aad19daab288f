import type { Figure } from "../../../core/figure.ts";
import type { PlanResource } from "../../../model/plan.ts";
import type { Subject } from "../../define.ts";
import { known } from "../../inputs.ts";
import type { Neighbours } from "../../neighbours.ts";
import { declared } from "../../quantities.ts";

const TARGET = "aws:appautoscaling/target:Target";

/**
 * What an autoscaling target of the plan makes of a capacity: what its usage states (`capacity`), else its minimum. A
 * target refers to what it scales, or names it in full. `null` where nothing scales that dimension (`dynamodb:table:ReadCapacityUnits`).
 */
export const scaledCapacity = (subject: Subject, dimension: string): Figure | null => {
  const target = [...subject.neighbours.referring(subject.resource, TARGET, "resourceId"), ...named(subject, dimension)]
    .map((resource) => subject.of(resource))
    .find(({ inputs }) => known(inputs.text("scalableDimension"), "") === dimension);
  if (target === undefined) return null;
  if (target.usage.has("capacity")) return target.usage.quantity("capacity", "1");
  return declared(target, target.inputs.count("minCapacity"), { name: "minimum capacity", unit: "1" });
};

/** The targets of a plan by the resource id that they write out, found once: tables are many. */
const WRITTEN = new WeakMap<Neighbours, ReadonlyMap<string, readonly PlanResource[]>>();

const writtenTargets = (neighbours: Neighbours): ReadonlyMap<string, readonly PlanResource[]> => {
  const found = WRITTEN.get(neighbours);
  if (found !== undefined) return found;
  const written = new Map<string, PlanResource[]>();
  for (const target of neighbours.ofType(TARGET)) {
    const id = target.inputs.resourceId;
    if (typeof id !== "string" || (target.propertyDependencies.resourceId ?? []).length > 0) continue;
    written.set(id, [...(written.get(id) ?? []), target]);
  }
  WRITTEN.set(neighbours, written);
  return written;
};

/** Targets that name the resource in full instead of referring to it: `table/orders`, `replication-group/sessions`. */
const named = (subject: Subject, dimension: string): readonly PlanResource[] => {
  const kind = dimension.split(":")[1] ?? "";
  const name = subject.inputs.text(kind === "replication-group" ? "replicationGroupId" : "name");
  const written = writtenTargets(subject.neighbours);
  if (name.state === "unknown" && [...written.keys()].some((id) => id.startsWith(`${kind}/`)))
    subject.gap(name, "its name is not known before deployment, so an autoscaling target of it may be missed");
  return name.state === "known" ? (written.get(`${kind}/${name.value}`) ?? []) : [];
};
