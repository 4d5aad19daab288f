import type { PlanResource } from "../../../model/plan.ts";
import type { Subject } from "../../define.ts";
import type { Launch } from "./launch.ts";

export const CAPACITY_RESERVATION = "aws:ec2/capacityReservation:CapacityReservation";
export const CAPACITY_BLOCK = "aws:ec2/capacityBlockReservation:CapacityBlockReservation";

/** The property by which machines or their templates target a reservation. */
export const TARGET_PROPERTY = "capacityReservationSpecification";

const targeted = (subject: Subject, launches: readonly Launch[], type: string): PlanResource | undefined =>
  launches.flatMap(({ resource }) => subject.neighbours.referred(resource, TARGET_PROPERTY, type))[0];

/** Whose fee pays for machines that run in a capacity block of the plan; `undefined` where the block states none. */
export const capacityBlockPayer = (subject: Subject, launches: readonly Launch[]): string | undefined => {
  const block = targeted(subject, launches, CAPACITY_BLOCK);
  if (block === undefined || !subject.of(block).usage.has("upfront_fee_usd")) return undefined;
  return `Its hours are paid with the upfront fee of ${block.name}.`;
};
