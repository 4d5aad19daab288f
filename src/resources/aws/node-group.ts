import { defineResource, type Subject } from "../define.ts";
import type { Reading } from "../inputs.ts";
import { capacityBlockPayer } from "./parts/capacity-reserved.ts";
import { diskLines } from "./parts/disks.ts";
import { groupScale, groupSize, MACHINE_HOURS_USAGE, machineHours, NODE_GROUP_SIZE } from "./parts/group-size.ts";
import { creditsOf, firstStated, flagOf, launchesOf, tenancyOf, textOf } from "./parts/launch.ts";
import { MACHINE_USAGE, machineCost } from "./parts/machine.ts";
import { publicAddressLines } from "./parts/public-address.ts";
import type { Purchase } from "./parts/purchase.ts";
import { volumeLines } from "./parts/volume.ts";

const PURCHASES: Readonly<Record<string, Purchase>> = {
  ON_DEMAND: "on-demand",
  SPOT: "spot",
  CAPACITY_BLOCK: "capacity-block",
};

/** EKS: a node group without a template gets 20 GB gp2 disks and, without types, t3.medium (EKS API, CreateNodegroup). */
const DEFAULT_DISK = { value: 20, because: "EKS gives a node 20 GB where nothing states a disk." };
const DEFAULT_TYPE: Reading<string> = { state: "known", value: "t3.medium" };

/** An EKS managed node group: it costs what its machines and their disks cost. */
export const nodeGroup = defineResource({
  type: "aws:eks/nodeGroup:NodeGroup",
  title: "EKS node group",
  source: "https://aws.amazon.com/eks/pricing/",
  compute: true,
  usage: {
    ...MACHINE_USAGE,
    instances: { unit: "instances", description: "Average number of nodes, where it differs from the desired size." },
    ...MACHINE_HOURS_USAGE,
  },
  cost: (subject) => {
    const { inputs } = subject;
    const launches = launchesOf(subject, "launchTemplate");
    const own = inputs.text("instanceTypes.0");
    const ofTemplate = textOf(launches, "instanceType");
    if (own.state !== "absent" && ofTemplate.state !== "absent")
      subject.assume(
        "Both instanceTypes and its launch template state an instance type, which EKS refuses: priced with its own.",
      );
    const elsewhere = launches.length === 0 && inputs.value("launchTemplate").state !== "absent";
    const instanceType = typeOf(subject, firstStated([own, ofTemplate]), elsewhere);
    const capacityType = subject.orAssume(inputs.text("capacityType"), "ON_DEMAND", "capacity type");
    const purchase = PURCHASES[capacityType];
    if (purchase === undefined)
      throw inputs.error(
        "capacityType",
        `must be one of ${Object.keys(PURCHASES).join(", ")}, not ${JSON.stringify(capacityType)}`,
      );
    const count = groupSize(subject, NODE_GROUP_SIZE);
    const hours = machineHours(subject, count);
    const paidBy = purchase === "capacity-block" ? capacityBlockPayer(subject, launches) : undefined;
    const { lines, capacity } = machineCost(subject, {
      instanceType,
      tenancy: tenancyOf(launches),
      credits: creditsOf(launches),
      purchase,
      count,
      hours,
      monitoring: subject.orAssume(flagOf(launches, "monitoring"), false, "detailed monitoring"),
      ebsOptimized: subject.orAssume(flagOf(launches, "ebsOptimized"), false, "EBS optimisation"),
      ...(subject.orAssume(inputs.text("amiType"), "", "ami type").startsWith("WINDOWS") && {
        operatingSystem: "windows" as const,
      }),
      ...(paidBy !== undefined && { paidBy }),
    });
    if (elsewhere)
      subject.assume("Its launch template is not in this plan: the disks that it may declare are not counted.");
    const disks =
      launches.length > 0
        ? diskLines(subject, launches, count)
        : volumeLines(subject, {
            inputs,
            paths: { size: "diskSize", type: "volumeType" },
            count,
            defaultSize: DEFAULT_DISK,
          });
    return {
      lines: [...lines, ...(elsewhere ? [] : disks), ...publicAddressLines(subject, launches, hours, "subnetIds")],
      ...(capacity && { capacity }),
      scale: groupScale(subject, NODE_GROUP_SIZE, count),
    };
  },
});

/** A template of another plan may name the type; only without one does EKS take its default. */
const typeOf = (subject: Subject, stated: Reading<string>, elsewhere: boolean): Reading<string> => {
  if (stated.state !== "absent" || elsewhere) return stated;
  subject.assume("No instance type is stated: EKS takes t3.medium.");
  return DEFAULT_TYPE;
};
