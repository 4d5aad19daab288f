import { type Decimal, ZERO } from "../core/decimal.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { PricedResource } from "../model/cost.ts";
import type { Demand, WorkloadDemand } from "../model/demand.ts";

/**
 * Warnings where workloads ask for more accelerator-hours than the plan's machines have at their largest, or for an
 * accelerator that none of them holds: what they serve and earn is counted as if they ran. Nothing is said of a plan
 * whose machines are not all known, or that has none: they may run elsewhere.
 */
export const overbooked = (
  { workloads }: Demand,
  resources: readonly PricedResource[],
  isWhole: boolean,
): readonly Diagnostic[] => {
  const held = isWhole ? hoursHeld(resources) : null;
  if (held === null || held.size === 0) return [];
  const accelerators = new Set(workloads.flatMap(({ accelerator }) => accelerator ?? []));
  return [...accelerators].flatMap((accelerator) => {
    const of = workloads.filter((one) => one.accelerator === accelerator);
    const available = held.get(accelerator);
    return available === undefined
      ? of.map((one) => lacking(one, accelerator, held))
      : tooMuch(accelerator, of, available);
  });
};

/** Accelerator-hours a month of each accelerator, groups at their largest; `null` where any machine is not known. */
const hoursHeld = (resources: readonly PricedResource[]): ReadonlyMap<string, Decimal> | null => {
  const held = new Map<string, Decimal>();
  for (const { capacity, compute, status, lines } of resources) {
    if (compute && (status === "unpriced" || status === "unsupported")) return null;
    if (capacity === undefined) continue;
    const { accelerator, hours } = capacity;
    if (hours.value === null) return null;
    const scale = lines.find((line) => line.scale !== undefined)?.scale?.high;
    const most = scale === undefined ? hours.value : hours.value.times(scale);
    held.set(accelerator, most.plus(held.get(accelerator) ?? ZERO));
  }
  return held;
};

const lacking = (
  { urn, name }: WorkloadDemand,
  accelerator: string,
  held: ReadonlyMap<string, Decimal>,
): Diagnostic => ({
  severity: "warning",
  code: "accelerator-not-in-plan",
  message: `${name} is declared for ${accelerator}, and the machines of this plan hold ${[...held.keys()].join(", ")}: what it serves and earns is counted as if it ran.`,
  place: { urn, property: "specification.accelerator" },
  hint: "Declare it for the accelerator that it runs on.",
});

const tooMuch = (accelerator: string, of: readonly WorkloadDemand[], available: Decimal): readonly Diagnostic[] => {
  let asked = ZERO;
  for (const { acceleratorHours } of of) asked = asked.plus(acceleratorHours.value ?? ZERO);
  const [first] = of;
  if (first === undefined || asked.lte(available)) return [];
  const names = of.map(({ name }) => name).join(" and ");
  const share = asked.div(available).times(100);
  return [
    {
      severity: "warning",
      code: "accelerators-overbooked",
      message: `${names} ask${of.length === 1 ? "s" : ""} for ${asked.toFixed(0)} hours of ${accelerator} a month, ${share.toFixed(0)} % of the ${available.toFixed(0)} that the machines of this plan have at their largest: what does not fit is served and earned in these figures all the same.`,
      place: { urn: first.urn },
      hint: "Declare more machines, fewer replicas or runs, or less traffic.",
    },
  ];
};
