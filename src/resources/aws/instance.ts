import type { PlanResource } from "../../model/plan.ts";
import { defineResource, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { counted, hoursOf } from "../quantities.ts";
import { capacityBlockPayer } from "./parts/capacity-reserved.ts";
import { diskLines } from "./parts/disks.ts";
import { creditsOf, flagOf, imageOf, type Launch, launchesOf, tenancyOf, textOf } from "./parts/launch.ts";
import { MACHINE_USAGE, machineCost } from "./parts/machine.ts";
import { publicAddressLines } from "./parts/public-address.ts";
import type { Purchase } from "./parts/purchase.ts";

const PURCHASES: Readonly<Record<string, Purchase>> = { spot: "spot", "capacity-block": "capacity-block" };

/** An EC2 instance: its hours, monitoring and credits, its disks, its public address. */
export const instance = defineResource({
  type: "aws:ec2/instance:Instance",
  title: "EC2 instance",
  source: "https://aws.amazon.com/ec2/pricing/on-demand/",
  compute: true,
  usage: {
    ...MACHINE_USAGE,
    monthly_hrs: { unit: "hours", description: "Hours that the instance runs in a month; all of them where absent." },
    monthly_standard_io_requests: { unit: "requests", description: "I/O requests to magnetic disks." },
  },
  cost: (subject) => instanceCost(subject, "on-demand"),
});

/** A spot request that keeps one instance running. */
export const spotInstanceRequest = defineResource({
  ...instance,
  type: "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  title: "Spot instance",
  source: "https://aws.amazon.com/ec2/spot/pricing/",
  cost: (subject) => instanceCost(subject, "spot"),
});

const instanceCost = (subject: Subject, byDefault: Purchase) => {
  const own: Launch = { kind: "instance", resource: subject.resource, inputs: subject.inputs };
  const launches = [own, ...launchesOf(subject, "launchTemplate")];
  const market = textOf(launches, "instanceMarketOptions.marketType");
  const purchase = PURCHASES[known(market, "")] ?? byDefault;
  const count = counted(subject, "instances", 1);
  const hours = subject.usage.has("monthly_hrs")
    ? subject.usage.quantity("monthly_hrs", "hours")
    : hoursOf(subject, count);
  const paidBy =
    hostOf(subject, launches) ?? (purchase === "capacity-block" ? capacityBlockPayer(subject, launches) : undefined);
  const { lines, capacity } = machineCost(subject, {
    instanceType: textOf(launches, "instanceType"),
    tenancy: tenancyOf(launches),
    credits: creditsOf(launches),
    image: imageOf(launches),
    purchase,
    count,
    hours,
    monitoring: subject.orAssume(flagOf(launches, "monitoring"), false, "detailed monitoring"),
    ebsOptimized: subject.orAssume(flagOf(launches, "ebsOptimized"), false, "EBS optimisation"),
    ...(paidBy !== undefined && { paidBy }),
  });
  return {
    lines: [
      ...lines,
      ...diskLines(subject, launches, count),
      ...publicAddressLines(subject, launches, hours, "subnetId"),
    ],
    ...(capacity && { capacity }),
  };
};

/** The dedicated host that an instance runs on: the host is charged, the instance is not. */
const hostOf = (subject: Subject, launches: readonly Launch[]): string | undefined => {
  const onHost = launches.some(
    ({ inputs }) => inputs.value("hostId").state !== "absent" || known(inputs.text("tenancy"), "") === "host",
  );
  const host: PlanResource | undefined = subject.neighbours.referred(
    subject.resource,
    "hostId",
    "aws:ec2/dedicatedHost:DedicatedHost",
  )[0];
  return onHost
    ? `Its hours are paid with ${host === undefined ? "its dedicated host" : `the dedicated host ${host.name}`}.`
    : undefined;
};
