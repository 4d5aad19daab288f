import type { Figure } from "../core/figure.ts";
import type { PricedResource } from "../model/cost.ts";
import type { SideEstimate } from "../model/estimate.ts";
import type { Snapshot, Urn } from "../model/plan.ts";
import type { Observation, Subject } from "./define-rule.ts";

/** Something that decides the cost and is not known. */
export interface Undecided {
  readonly urn?: Urn;
  /** A sentence without its full stop. */
  readonly message: string;
}

/** `GPU node group "workers"`, as every message calls a resource. */
export const nameOf = ({ title, resource }: PricedResource): string => `${title} "${resource.name}"`;

const sentence = (text: string): string => text.trim().replace(/\.+$/, "");

/**
 * What keeps a resource's cost open, or null. Decisive is an unpriced or unsupported compute type, and any gap that
 * the resource itself calls decisive (accelerator, instance type, count, region): DESIGN idea 4.
 */
export const undecidedResource = (priced: PricedResource): Undecided | null => {
  const gap = priced.gaps.find(({ decisive }) => decisive);
  const { urn } = priced.resource;
  if (gap !== undefined) return { urn, message: `${nameOf(priced)} has an open cost: ${sentence(gap.message)}` };
  if (!priced.compute || (priced.status !== "unpriced" && priced.status !== "unsupported")) return null;
  const lacking = priced.status === "unpriced" ? "has no price" : "is not supported";
  const because = priced.reason ?? priced.lines.find(({ missing }) => missing !== undefined)?.missing;
  return { urn, message: `${nameOf(priced)} ${lacking}${because ? `: ${sentence(because)}` : ""}` };
};

/** All that is undecided on one side of a plan, what the plan itself does not show included. */
export const undecided = (side: SideEstimate, snapshot: Snapshot): readonly Undecided[] => [
  ...(snapshot.completeness === "partial"
    ? [
        {
          message: `the plan does not show everything${snapshot.missing[0] ? ` (${sentence(snapshot.missing[0])})` : ""}`,
        },
      ]
    : []),
  ...side.resources.flatMap((priced) => undecidedResource(priced) ?? []),
];

/** Resources whose cost waits for usage that nobody stated. */
const withoutUsage = (side: SideEstimate): readonly PricedResource[] =>
  side.resources.filter(({ lines }) => lines.some(({ usageBased, quantity }) => usageBased && quantity.value === null));

/** How the settings weigh an unknown: as a breach, as a warning, or not at all. */
export const weigh = (
  weight: "fail" | "warn" | "assume" | "ignore",
  observation: Observation,
): readonly Observation[] => {
  if (weight === "fail") return [observation];
  return weight === "warn" ? [{ ...observation, advisory: true }] : [];
};

export const DECIDE_OTHERWISE =
  "State the missing value or price, or set onUnknown.decisive to warn or assume in rackrate.yaml to decide otherwise.";

const andMore = (count: number): string => (count > 1 ? `, and ${count - 1} more` : "");

/**
 * What to say of a sum that keeps its limit only because it leaves something out. Nothing where it leaves out nothing
 * that the settings mind. What decides the cost and what waits for usage are weighed each by itself.
 */
export const openSum = (subject: Subject, what: string, limit: string | null): readonly Observation[] => [
  ...withoutDecisive(subject, what, limit),
  ...withoutStatedUsage(subject, what, limit),
];

const withoutDecisive = (
  { after, plan, settings }: Subject,
  what: string,
  limit: string | null,
): readonly Observation[] => {
  const [first, ...others] = undecided(after, plan.after);
  if (first === undefined) return [];
  return weigh(settings.onUnknown.decisive, {
    message: `${what} cannot be compared with its limit: ${first.message}${andMore(others.length + 1)}.`,
    measured: null,
    limit,
    ...(first.urn !== undefined && { urn: first.urn }),
    hint: DECIDE_OTHERWISE,
  });
};

const withoutStatedUsage = (
  { after, settings }: Subject,
  what: string,
  limit: string | null,
): readonly Observation[] => {
  const [unused, ...rest] = withoutUsage(after);
  if (unused === undefined) return [];
  return weigh(settings.onUnknown.usage, {
    message: `${what} leaves out the usage of ${nameOf(unused)}${andMore(rest.length + 1)}.`,
    measured: null,
    limit,
    urn: unused.resource.urn,
    hint: "State it under usage in rackrate.yaml, or set onUnknown.usage to ignore.",
  });
};

/**
 * What to say of a cost that keeps its limit only because it leaves something out, or because nothing of it is known at
 * all. That it waits for usage alone is a known state, which the settings weigh.
 */
export const openCost = (
  subject: Subject,
  what: string,
  { value, leavesOut }: Figure,
  limit: string,
): readonly Observation[] => {
  const open = openSum(subject, what, limit);
  if (open.length > 0 || value !== null || withoutUsage(subject.after).length > 0) return open;
  return weigh(subject.settings.onUnknown.decisive, {
    message: `${what} cannot be computed: ${leavesOut?.[0] ?? "nothing of it is known"}.`,
    measured: null,
    limit,
    hint: DECIDE_OTHERWISE,
  });
};
