import { derive, type Figure, stated, total } from "../../core/figure.ts";
import type { PlanResource } from "../../model/plan.ts";
import { defineResource, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { declared, hoursOf } from "../quantities.ts";
import { CAPACITY_RESERVATION } from "./parts/capacity-reserved.ts";
import { consumersOf } from "./parts/consumers.ts";
import { AUTO_SCALING_SIZE, groupSize, NODE_GROUP_SIZE } from "./parts/group-size.ts";
import { openConsumersOf } from "./parts/open-consumers.ts";

/** Prefixes of the platforms that a reservation can be made for, by the name of the price's operating system. */
const PLATFORMS: Readonly<Record<string, string>> = { Linux: "linux", Windows: "windows", Red: "rhel", SUSE: "suse" };

/**
 * An on-demand capacity reservation: every reserved instance is charged at the on-demand rate, whether it runs or not.
 * Machines of this plan that target it, or that it is open to, are charged where they are declared, so only the unused remainder is priced here.
 */
export const capacityReservation = defineResource({
  type: CAPACITY_RESERVATION,
  title: "Capacity reservation",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-reservations-pricing-billing.html",
  compute: true,
  cost: (subject) => {
    const { inputs } = subject;
    const reserved = declared(
      subject,
      inputs.count("instanceCount"),
      { name: "reserved instances", unit: "instances" },
      true,
    );
    const targeting = consumersOf(subject);
    const consumers = targeting.length > 0 ? targeting : openConsumersOf(subject);
    const type = inputs.text("instanceType");
    if (type.state !== "known")
      subject.gap(type.state === "unknown" ? type : "instanceType", "the reserved instance type is not known", true);
    const name = known(type, "unknown");
    const platform =
      PLATFORMS[
        subject.orAssume(inputs.text("instancePlatform"), "Linux/UNIX", "instance platform").split(/[/ ]/)[0] ?? ""
      ] ?? "linux";
    const tenancy =
      subject.orAssume(inputs.text("tenancy"), "default", "tenancy") === "dedicated" ? "dedicated" : "shared";
    if (consumers.length > 0)
      subject.assume(`Its instances run in ${consumers.map(({ name }) => name).join(", ")} and are priced there.`);
    else if (known(inputs.text("instanceMatchCriteria"), "open") === "open") {
      subject.assume("Nothing in this plan targets it. Matching instances that run in it are already paid here.");
    }
    return {
      lines: [
        {
          meter: "unused-hours",
          description: `Reserved, unused (on-demand, ${name})`,
          category: "compute",
          quantity: hoursOf(subject, unusedOf(subject, reserved, consumers)),
          unit: "hours",
          price: { service: "AmazonEC2", item: `instance/${name}/${platform}/${tenancy}/on-demand` },
        },
      ],
    };
  },
});

const sizeOf = (subject: Subject): Figure => {
  if (subject.resource.type === "aws:autoscaling/group:Group") return groupSize(subject, AUTO_SCALING_SIZE);
  if (subject.resource.type === "aws:eks/nodeGroup:NodeGroup") return groupSize(subject, NODE_GROUP_SIZE);
  if (subject.resource.type === "aws:ec2/fleet:Fleet")
    return declared(subject, subject.inputs.count("targetCapacitySpecification.totalTargetCapacity"), {
      name: "machines",
      unit: "instances",
    });
  if (subject.resource.type === "aws:batch/computeEnvironment:ComputeEnvironment")
    return subject.usage.quantity("instances", "instances");
  return stated("machines", 1, "instances", `the declaration of ${subject.resource.name}`);
};

const unusedOf = (subject: Subject, reserved: Figure, consumers: readonly PlanResource[]): Figure => {
  if (consumers.length === 0) return reserved;
  const used = total(
    "instances in use",
    "instances",
    consumers.map((consumer) => sizeOf(subject.of(consumer))),
  );
  return derive("unused instances", "instances", "max(0, reserved − used)", [reserved, used], (all, taken) =>
    taken.gte(all) ? all.minus(all) : all.minus(taken),
  );
};
