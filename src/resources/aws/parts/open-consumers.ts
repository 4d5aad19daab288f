import type { PlanResource } from "../../../model/plan.ts";
import type { Subject } from "../../define.ts";
import { known } from "../../inputs.ts";
import { CAPACITY_RESERVATION, TARGET_PROPERTY } from "./capacity-reserved.ts";

const INSTANCE = "aws:ec2/instance:Instance";

/** What a machine must share with an open reservation, besides its platform; unknown where either does not state it. */
const placeOf = ({ inputs }: Subject): string | undefined => {
  const [type, zone] = [inputs.text("instanceType"), inputs.text("availabilityZone")];
  if (type.state !== "known" || zone.state !== "known") return undefined;
  return `${type.value} ${zone.value} ${known(inputs.text("tenancy"), "default")}`;
};

const isOpen = ({ inputs }: Subject): boolean =>
  known(inputs.text("instanceMatchCriteria"), "open") === "open" &&
  known(inputs.text("instancePlatform"), "Linux/UNIX") === "Linux/UNIX";

/**
 * The instances of the plan that run in a reservation without naming it: AWS gives an open one to whatever Linux machine
 * matches its type, zone and tenancy. Where several reservations are open to the same machines, which of them is used is
 * AWS's choice, and none is said to be.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-reservations-using.html
 */
export const openConsumersOf = (subject: Subject): readonly PlanResource[] => {
  const { resource, neighbours } = subject;
  const place = placeOf(subject);
  if (place === undefined || !isOpen(subject)) return [];
  const others = neighbours
    .ofType(CAPACITY_RESERVATION)
    .filter((other) => other !== resource)
    .map(subject.of);
  if (others.some((other) => isOpen(other) && placeOf(other) === place)) return [];
  return neighbours.ofType(INSTANCE).filter((instance) => {
    const machine = subject.of(instance);
    const isStated = (property: string): boolean => machine.inputs.value(property).state !== "absent";
    return placeOf(machine) === place && !isStated("instanceMarketOptions") && !isStated(TARGET_PROPERTY);
  });
};
