import { type Figure, product, stated, unknownFigure } from "../../../core/figure.ts";
import type { Capacity } from "../../../model/cost.ts";
import type { LineDraft, Subject } from "../../define.ts";
import { known, type Reading } from "../../inputs.ts";
import { counted, hoursOf } from "../../quantities.ts";
import { capacityOf } from "./capacity.ts";
import { burstableVcpus, ebsOptimisationItem } from "./instance-families.ts";
import { type Purchase, RESERVATION_USAGE, reservationOf } from "./purchase.ts";
import type { MachineAlternative } from "./type-choices.ts";

const OPERATING_SYSTEMS = { linux: "Linux/UNIX", windows: "Windows", rhel: "RHEL", suse: "SUSE" } as const;
type OperatingSystem = keyof typeof OPERATING_SYSTEMS;

/** Metrics that detailed monitoring sends for each instance: https://aws.amazon.com/cloudwatch/pricing/ (EC2 detailed monitoring). */
const DETAILED_MONITORING_METRICS = 7;

/** Machines on dedicated hosts cost nothing by themselves: https://aws.amazon.com/ec2/dedicated-hosts/pricing/ */
const PAID_BY_HOST = "Its hours are paid with its dedicated host.";

const LINUX_IMAGE =
  "Its machine image is priced as Linux; state usage operating_system (windows, rhel or suse) where it is not.";

/** Usage keys that every kind of machine understands. */
export const MACHINE_USAGE = {
  operating_system: { unit: "text", description: "linux, windows, rhel or suse; Linux where nothing says otherwise." },
  monthly_cpu_credit_hrs: {
    unit: "hours",
    description: "Hours a month that a burstable instance runs above its baseline.",
  },
  vcpu_count: { unit: "vCPU", description: "vCPUs of a burstable instance." },
  ...RESERVATION_USAGE,
} as const;

/** So many equal machines. */
export interface MachineSpec {
  readonly instanceType: Reading<string>;
  readonly tenancy: Reading<string>;
  readonly purchase: Purchase;
  /** Machines of this kind. */
  readonly count: Figure;
  /** Hours per month of all of them. */
  readonly hours: Figure;
  readonly monitoring: boolean;
  readonly ebsOptimized: boolean;
  /** How a burstable type spends beyond its credits, where something states it: `unlimited` or `standard`. */
  readonly credits?: Reading<string>;
  readonly operatingSystem?: OperatingSystem;
  /** The image that they start from, where one is stated. */
  readonly image?: Reading<string>;
  /** Why the hours cost nothing here, where something else pays for them: a host, a reservation, a capacity block. */
  readonly paidBy?: string;
  readonly meterPrefix?: string;
  /** What may be started in their place. */
  readonly alternatives?: readonly MachineAlternative[];
}

export interface MachineCost {
  readonly lines: readonly LineDraft[];
  readonly capacity?: Capacity;
}

const checkedType = (subject: Subject, reading: Reading<string>): string | null => {
  if (reading.state !== "known") {
    const property = reading.state === "unknown" ? reading : "instanceType";
    subject.gap(property, "the instance type is not known, so the machine cannot be priced", true);
    return null;
  }
  if (!/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(reading.value)) {
    throw subject.inputs.error(
      "instanceType",
      `must be an instance type as p5.48xlarge, not ${JSON.stringify(reading.value)}`,
    );
  }
  return reading.value;
};

/** What usage or the declaration says of the system. An image's id says nothing, and that Linux is taken is said. */
const systemOf = (subject: Subject, { operatingSystem, image }: MachineSpec, paid: boolean): OperatingSystem => {
  const system =
    subject.usage.choice("operating_system", Object.keys(OPERATING_SYSTEMS) as OperatingSystem[]) ?? operatingSystem;
  if (system === undefined && image !== undefined && image.state !== "absent" && !paid) subject.assume(LINUX_IMAGE);
  return system ?? "linux";
};

/** What machines cost by the hour, what comes with them, and the accelerators they bring. Disks are apart. */
export const machineCost = (subject: Subject, spec: MachineSpec): MachineCost => {
  const { count, hours, purchase, meterPrefix = "" } = spec;
  const paidBy = spec.paidBy ?? (known(spec.tenancy, "") === "host" ? PAID_BY_HOST : undefined);
  if (paidBy !== undefined) subject.assume(paidBy);
  const type = paidBy === undefined ? checkedType(subject, spec.instanceType) : known(spec.instanceType, null);
  const system = systemOf(subject, spec, paidBy !== undefined);
  const tenancy = subject.orAssume(spec.tenancy, "default", "tenancy") === "dedicated" ? "dedicated" : "shared";
  const bought = reservationOf(subject, true);
  const reservation = purchase === "on-demand" && paidBy === undefined ? bought : null;
  if (bought !== null && reservation === null && paidBy === undefined)
    subject.assume(`The reservation that usage states does not cover its ${purchase} machines.`);
  const name = type ?? "an unknown type";
  const itemOf = (of: string): string => `instance/${of}/${system}/${tenancy}`;
  const item = itemOf(type ?? "unknown");
  const { alternatives = [] } = spec;
  const line = (meter: string, draft: Omit<LineDraft, "meter" | "category">): LineDraft => ({
    meter: `${meterPrefix}${meter}`,
    category: "compute",
    ...draft,
  });
  const lines: LineDraft[] = [];
  // A reservation is paid for every hour of its term (EC2 User Guide, "How Reserved Instances work"), run or not.
  const paidHours = reservation === null ? hours : hoursOf(subject, count);

  if (paidBy === undefined && (reservation?.hourly ?? true)) {
    lines.push(
      line("instance-hours", {
        description: `Instance usage (${OPERATING_SYSTEMS[system]}, ${reservation ? "reserved" : purchase}, ${name})`,
        quantity:
          type === null ? unknownFigure("instance hours", "hours", "the instance type is not known") : paidHours,
        unit: "hours",
        price: { service: "AmazonEC2", item: `${item}/${reservation?.item ?? purchase}` },
        ...(alternatives.length > 0 && {
          alternatives: alternatives.map(({ instanceType, machines }) => ({
            price: { service: "AmazonEC2", item: `${itemOf(instanceType)}/${purchase}` },
            units: machines,
          })),
        }),
      }),
    );
  }
  if (reservation?.upfront) {
    lines.push(
      line("reservation-upfront", {
        description: `Reservation fee (${name})`,
        quantity: count,
        unit: "reservations",
        price: { service: "AmazonEC2", item: `${item}/${reservation.item}-fee` },
        schedule: {
          kind: "prepaid",
          termMonths: stated("reservation term", reservation.months, "months", "usage reserved_instance_term"),
        },
      }),
    );
  }
  const optimisation = spec.ebsOptimized && type !== null ? ebsOptimisationItem(type) : null;
  if (optimisation !== null) {
    lines.push(
      line("ebs-optimized", {
        description: "EBS-optimized usage",
        quantity: hours,
        unit: "hours",
        price: { service: "AmazonEC2", item: optimisation },
      }),
    );
  }
  if (spec.monitoring) {
    lines.push(
      line("detailed-monitoring", {
        description: "EC2 detailed monitoring",
        quantity: product("metrics", "metrics", [
          count,
          counted(subject, "metrics of an instance", DETAILED_MONITORING_METRICS, "metrics"),
        ]),
        unit: "metrics",
        price: { service: "AmazonCloudWatch", item: "metric/custom" },
      }),
    );
  }
  const vcpus = type === null ? null : burstableVcpus(type);
  if (vcpus !== null && subject.usage.has("monthly_cpu_credit_hrs")) {
    const perMachine = subject.usage.has("vcpu_count")
      ? subject.usage.quantity("vcpu_count", "vCPU")
      : counted(subject, `vCPUs of ${name}`, vcpus, "vCPU");
    const above = subject.usage.quantity("monthly_cpu_credit_hrs", "hours");
    if (paysForCredits(subject, name, spec.credits))
      lines.push(
        line("cpu-credits", {
          description: "CPU credits",
          quantity: product("CPU credit hours", "vCPU-hours", [count, perMachine, above]),
          unit: "vCPU-hours",
          usageBased: true,
          price: { service: "AmazonEC2", item: `cpu-credits/${name.split(".")[0]}` },
        }),
      );
  }
  const capacity = type === null ? undefined : capacityOf(subject, type, count, hours);
  return { lines, ...(capacity && { capacity }) };
};

/**
 * Only the unlimited mode is charged for credits; T2 starts in the standard mode, all later families in the unlimited one.
 * Source: EC2 User Guide, "Unlimited mode for burstable performance instances".
 */
const paysForCredits = (subject: Subject, type: string, stated: Reading<string> = { state: "absent" }): boolean => {
  const mode = known(stated, stated.state === "absent" && type.startsWith("t2.") ? "standard" : "unlimited");
  if (mode === "standard")
    subject.assume("Its CPU credits cost nothing: it runs in the standard mode, not the unlimited one.");
  return mode !== "standard";
};
