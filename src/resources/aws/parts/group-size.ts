import type { Decimal } from "../../../core/decimal.ts";
import { type Figure, product, stated } from "../../../core/figure.ts";
import type { Span } from "../../../model/cost.ts";
import type { Subject } from "../../define.ts";
import { hoursOf } from "../../quantities.ts";
import { firstStated } from "./launch.ts";

/** Where a group of machines states its size. */
export interface SizePaths {
  readonly desired: string;
  readonly min: string;
  readonly max: string;
}

export const AUTO_SCALING_SIZE: SizePaths = { desired: "desiredCapacity", min: "minSize", max: "maxSize" };
export const NODE_GROUP_SIZE: SizePaths = {
  desired: "scalingConfig.desiredSize",
  min: "scalingConfig.minSize",
  max: "scalingConfig.maxSize",
};

/**
 * How many machines a group is priced with: what usage states, else its desired size, else its minimum. Where the
 * declared size is decided only at deployment, the count is unknown and decides the cost.
 */
export const groupSize = (subject: Subject, paths: SizePaths): Figure => {
  if (subject.usage.has("instances")) return subject.usage.quantity("instances", "instances");
  const { inputs, resource } = subject;
  const desired = inputs.count(paths.desired);
  const min = inputs.count(paths.min);
  const max = inputs.count(paths.max);
  const size = firstStated([desired, min]);
  if (size.state === "unknown") {
    subject.gap(size, "the number of machines is not known before deployment", true);
    return {
      name: "machines",
      value: null,
      unit: "instances",
      leavesOut: [`${size.path} is not known before deployment`],
    };
  }
  if (size.state === "absent") {
    subject.gap(paths.desired, "nothing states the number of machines", true);
    return { name: "machines", value: null, unit: "instances", leavesOut: ["nothing states the number of machines"] };
  }
  sayLimit(subject, paths, size.value);
  const which = desired.state === "known" ? "desired" : "minimum";
  if (min.state === "known" && max.state === "known" && max.value.gt(min.value)) {
    subject.assume(
      `Priced at its ${which} size of ${size.value.toFixed()}; it may scale from ${min.value.toFixed()} to ${max.value.toFixed()}.`,
    );
  }
  return stated("machines", size.value, "instances", `the ${which} size of ${resource.name}`);
};

/** The usage key of hours, for groups that are not there all month. */
export const MACHINE_HOURS_USAGE = {
  monthly_hrs: { unit: "hours", description: "Hours that each machine runs in a month; all of them where absent." },
} as const;

/** Hours a month of so many machines of a group. */
export const machineHours = (subject: Subject, count: Figure): Figure =>
  subject.usage.has("monthly_hrs")
    ? product(`hours of ${count.name}`, "hours", [count, subject.usage.quantity("monthly_hrs", "hours")])
    : hoursOf(subject, count);

/**
 * How far a group may scale from the size it is priced with, as factors of it: its limits, where it states them. A group
 * whose size usage states, or of which none is known, has no range; nor has one of no machines, of which none can be taken.
 */
export const groupScale = ({ inputs, usage }: Subject, paths: SizePaths, size: Figure): Span | undefined => {
  if (usage.has("instances") || size.value === null || size.value.isZero()) return undefined;
  const expected = size.value;
  const [min, max] = [inputs.count(paths.min), inputs.count(paths.max)];
  const low = min.state === "known" && min.value.lt(expected) ? min.value : expected;
  const high = max.state === "known" && max.value.gt(expected) ? max.value : expected;
  return low.eq(high) ? undefined : { low: low.div(expected), high: high.div(expected) };
};

/** AWS refuses a size above the group's own limit; what it would cost is shown all the same, since only the limit is wrong. */
const sayLimit = ({ inputs, assume }: Subject, paths: SizePaths, size: Decimal): void => {
  const max = inputs.count(paths.max);
  if (max.state === "known" && size.gt(max.value))
    assume(
      `Its size of ${size.toFixed()} is above ${paths.max} ${max.value.toFixed()}: AWS refuses a group like this.`,
    );
};
