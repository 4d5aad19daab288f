import { type Figure, total } from "../../../core/figure.ts";
import type { Capacity } from "../../../model/cost.ts";
import type { LineDraft, Subject } from "../../define.ts";
import type { Reading } from "../../inputs.ts";
import { hoursOf } from "../../quantities.ts";
import { joined } from "./capacity.ts";
import { capacityBlockPayer } from "./capacity-reserved.ts";
import { diskLines } from "./disks.ts";
import { creditsOf, flagOf, imageOf, type Launch, tenancyOf } from "./launch.ts";
import { machineCost } from "./machine.ts";
import { publicAddressLines } from "./public-address.ts";
import type { Purchase } from "./purchase.ts";
import { alternativesOf, machinesFor, type TypeChoice } from "./type-choices.ts";

/** A target that is filled with machines of one kind, bought in up to two ways. */
export interface FleetSpec {
  readonly launches: readonly Launch[];
  readonly instanceType: Reading<string>;
  readonly choices: readonly TypeChoice[];
  /** Units of the target by purchase option. */
  readonly targets: readonly { readonly purchase: Purchase; readonly units: Figure }[];
}

/** What the machines of a fleet cost: their hours by purchase option, and the disks and addresses of all of them. */
export const fleetCost = (
  subject: Subject,
  { launches, instanceType, choices, targets }: FleetSpec,
): { readonly lines: readonly LineDraft[]; readonly capacity?: Capacity } => {
  const weight = choices[0]?.weight ?? { state: "absent" as const };
  const shares = targets
    .filter(({ units }) => !units.value?.isZero())
    .map(({ purchase, units }) => ({ purchase, count: machinesFor(subject, units, weight) }));
  const machines = total(
    "machines",
    "instances",
    shares.map(({ count }) => count),
  );
  const costs = shares.map(({ purchase, count }, index) => {
    const paidBy = purchase === "capacity-block" ? capacityBlockPayer(subject, launches) : undefined;
    return machineCost(subject, {
      instanceType,
      tenancy: tenancyOf(launches),
      credits: creditsOf(launches),
      image: imageOf(launches),
      purchase,
      count,
      hours: hoursOf(subject, count),
      monitoring: subject.orAssume(flagOf(launches, "monitoring"), false, "detailed monitoring"),
      ebsOptimized: subject.orAssume(flagOf(launches, "ebsOptimized"), false, "EBS optimisation"),
      meterPrefix: index === 0 ? "" : `${purchase}-`,
      alternatives: alternativesOf(choices),
      ...(paidBy !== undefined && { paidBy }),
    });
  });
  const capacity = joined(costs.flatMap((cost) => cost.capacity ?? []));
  return {
    lines: [
      ...costs.flatMap(({ lines }) => lines),
      ...diskLines(subject, launches, machines),
      ...publicAddressLines(subject, launches, hoursOf(subject, machines), "subnetId"),
    ],
    ...(capacity && { capacity }),
  };
};
