import type { Decimal } from "../../core/decimal.ts";
import { derive, type Figure } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known, type Reading } from "../inputs.ts";
import { counted } from "../quantities.ts";
import { joined } from "./parts/capacity.ts";
import { capacityBlockPayer } from "./parts/capacity-reserved.ts";
import { diskLines } from "./parts/disks.ts";
import { AUTO_SCALING_SIZE, groupScale, groupSize, MACHINE_HOURS_USAGE, machineHours } from "./parts/group-size.ts";
import { creditsOf, firstStated, flagOf, imageOf, type Launch, launchesOf, tenancyOf, textOf } from "./parts/launch.ts";
import { MACHINE_USAGE, machineCost } from "./parts/machine.ts";
import { publicAddressLines } from "./parts/public-address.ts";
import type { Purchase } from "./parts/purchase.ts";
import { alternativesOf, machinesFor, sayChoices, type TypeChoice, typeChoices } from "./parts/type-choices.ts";

const MIXED = "mixedInstancesPolicy";
const SOURCES = ["launchTemplate", "launchConfiguration", MIXED] as const;
const OVERRIDES = `${MIXED}.launchTemplate.overrides`;
const DISTRIBUTION = `${MIXED}.instancesDistribution`;

/** An Auto Scaling group: its machines at the desired size, from a template, a configuration or a mixed policy. */
export const autoScalingGroup = defineResource({
  type: "aws:autoscaling/group:Group",
  title: "Auto Scaling group",
  source: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/what-is-amazon-ec2-auto-scaling.html",
  compute: true,
  usage: {
    ...MACHINE_USAGE,
    instances: {
      unit: "instances",
      description: "Average number of instances, where it differs from the desired size.",
    },
    ...MACHINE_HOURS_USAGE,
  },
  cost: (subject) => {
    checkOneSource(subject);
    const launches = SOURCES.flatMap((property) => launchesOf(subject, property)).slice(0, 1);
    const size = groupSize(subject, AUTO_SCALING_SIZE);
    const mixed = subject.inputs.value(MIXED).state !== "absent";
    const choices = typeChoices(known(subject.inputs.list(OVERRIDES), []));
    sayChoices(subject, choices);
    const machines = (units: Figure): Figure => machinesFor(subject, units, choices[0]?.weight ?? { state: "absent" });
    const count = machines(size);
    const shares = mixed
      ? sharesOf(count, machines(onDemandOf(subject, size)))
      : [{ purchase: marketOf(launches), count }];
    const costs = shares.map((share, index) =>
      machinesOf(subject, { launches, choices, share, meterPrefix: index === 0 ? "" : `${share.purchase}-` }),
    );
    const lines: readonly LineDraft[] = [
      ...costs.flatMap((cost) => cost.lines),
      ...diskLines(subject, launches, count),
      ...publicAddressLines(subject, launches, machineHours(subject, count), "vpcZoneIdentifiers"),
    ];
    sayWarmPool(subject);
    const capacity = joined(costs.flatMap((cost) => cost.capacity ?? []));
    return { lines, ...(capacity && { capacity }), scale: groupScale(subject, AUTO_SCALING_SIZE, size) };
  },
});

/** Machines that wait: running ones cost as the group's do, stopped ones their disks. */
const sayWarmPool = ({ inputs, gap }: Subject): void => {
  if (inputs.value("warmPool").state === "absent") return;
  const running = known(inputs.text("warmPool.poolState"), "Stopped") === "Running";
  gap(
    "warmPool",
    `the ${running ? "machines" : "disks of the stopped machines"} of its warm pool are not counted`,
    running,
  );
};

/** AWS starts machines from one of them and refuses a second. */
const checkOneSource = ({ inputs }: Subject): void => {
  const [first, second] = SOURCES.filter((property) => inputs.value(property).state !== "absent");
  if (second !== undefined) throw inputs.error(second, `must not stand beside ${first}`, "State one of them.");
};

interface Share {
  readonly purchase: Purchase;
  readonly count: Figure;
}

const marketOf = (launches: readonly Launch[]): Purchase => {
  const market = known(textOf(launches, "instanceMarketOptions.marketType"), "");
  if (market === "capacity-block") return market;
  return market === "spot" ||
    launches.some(({ kind, inputs }) => kind === "configuration" && inputs.value("spotPrice").state !== "absent")
    ? "spot"
    : "on-demand";
};

interface ShareSpec {
  readonly launches: readonly Launch[];
  readonly choices: readonly TypeChoice[];
  readonly share: Share;
  readonly meterPrefix: string;
}

const machinesOf = (subject: Subject, { launches, choices, share, meterPrefix }: ShareSpec) => {
  const { purchase, count } = share;
  const byConfiguration = launches.some(({ kind }) => kind === "configuration");
  const instanceType: Reading<string> = firstStated([
    subject.inputs.text(`${OVERRIDES}.0.instanceType`),
    textOf(launches, "instanceType"),
  ]);
  const paidBy = purchase === "capacity-block" ? capacityBlockPayer(subject, launches) : undefined;
  return machineCost(subject, {
    instanceType,
    tenancy: tenancyOf(launches),
    credits: creditsOf(launches),
    image: imageOf(launches),
    purchase,
    count,
    hours: machineHours(subject, count),
    monitoring: subject.orAssume(flagOf(launches, "monitoring"), byConfiguration, "detailed monitoring"),
    ebsOptimized: subject.orAssume(flagOf(launches, "ebsOptimized"), false, "EBS optimisation"),
    meterPrefix,
    alternatives: alternativesOf(choices),
    ...(paidBy !== undefined && { paidBy }),
  });
};

/**
 * What a mixed policy buys on demand of a group's size, in its unit of measurement: a base, then a percentage rounded up.
 * "This number has the same unit of measurement as the group's desired capacity" (InstancesDistribution, Auto Scaling API).
 */
const onDemandOf = (subject: Subject, size: Figure): Figure => {
  const { inputs } = subject;
  const base = counted(
    subject,
    "on-demand base",
    subject.orAssume(inputs.count(`${DISTRIBUTION}.onDemandBaseCapacity`), 0 as number | Decimal, "on-demand base"),
    size.unit,
  );
  const percent = counted(
    subject,
    "on-demand percentage above base",
    subject.orAssume(
      inputs.quantity(`${DISTRIBUTION}.onDemandPercentageAboveBaseCapacity`),
      100 as number | Decimal,
      "on-demand percentage",
    ),
    "%",
  );
  return derive(
    "on-demand machines",
    size.unit,
    "min(n, base) + ⌈(n − base) × %⌉",
    [size, base, percent],
    (all, least, share) => (all.lte(least) ? all : least.plus(all.minus(least).times(share).div(100).ceil())),
  );
};

/** On-demand and spot machines of a mixed policy. */
const sharesOf = (count: Figure, onDemand: Figure): readonly Share[] => {
  const spot = derive("spot machines", "instances", "n − on-demand", [count, onDemand], (all, rest) => all.minus(rest));
  return [
    { purchase: "on-demand" as const, count: onDemand },
    { purchase: "spot" as const, count: spot },
  ].filter((share) => share.count.value === null || share.count.value.gt(0) || count.value?.isZero());
};
