import type { Figure } from "../../../core/figure.ts";
import type { Subject } from "../../define.ts";
import { known } from "../../inputs.ts";
import { declared } from "../../quantities.ts";

const TARGET = "aws:appautoscaling/target:Target";

/**
 * What an autoscaling target of the plan makes of a capacity: what its usage states (`capacity`), else its minimum.
 * `null` where nothing scales that dimension (`dynamodb:table:ReadCapacityUnits`).
 */
export const scaledCapacity = (subject: Subject, dimension: string): Figure | null => {
  const target = subject.neighbours
    .referring(subject.resource, TARGET, "resourceId")
    .map((resource) => subject.of(resource))
    .find(({ inputs }) => known(inputs.text("scalableDimension"), "") === dimension);
  if (target === undefined) return null;
  if (target.usage.has("capacity")) return target.usage.quantity("capacity", "1");
  return declared(target, target.inputs.count("minCapacity"), { name: "minimum capacity", unit: "1" });
};
