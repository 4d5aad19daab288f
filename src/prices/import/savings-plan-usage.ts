import { HOURS, HOURS_IN_MONTH, type Units } from "./mapping/rule.ts";
import { withoutRegion } from "./usage-type.ts";

/** Usage that a rate of a Savings Plan is for, as our list names it. */
export interface PlannedUsage {
  /** Whose item it is: pods of EKS on Fargate cost what tasks of ECS do, and are priced as such. */
  readonly service: string;
  /** The start of the rate's item: the usage, without how it is bought. */
  readonly item: string;
  /** AWS's units, each with how many of it make one of ours. */
  readonly units: Units;
  readonly unit: string;
  readonly note: string;
}

/** Operations of EC2 as their operating system. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/billing-info-fields.html */
const SYSTEMS: Readonly<Record<string, string>> = {
  RunInstances: "linux",
  "RunInstances:0002": "windows",
  "RunInstances:0010": "rhel",
  "RunInstances:000g": "suse",
};
const TENANCIES: Readonly<Record<string, string>> = { BoxUsage: "shared", DedicatedUsage: "dedicated" };
/** Uses of SageMaker's machines, as our items name them. */
const USES: Readonly<Record<string, string>> = { Host: "hosting", Train: "training", Notebk: "notebook" };

const machine = (service: string, item: string): PlannedUsage => ({
  service,
  item,
  units: HOURS,
  unit: "hours",
  note: "",
});

const fargate = (item: string, unit: string): PlannedUsage => ({
  service: "AmazonECS",
  item: `fargate/${item}`,
  units: { hrs: HOURS_IN_MONTH, hours: HOURS_IN_MONTH, "vcpu-hours": HOURS_IN_MONTH, "gb-hours": HOURS_IN_MONTH },
  unit,
  note: `for a month of ${HOURS_IN_MONTH} hours`,
});

const lambda = (item: string): PlannedUsage => ({
  service: "AWSLambda",
  item,
  units: { "lambda-gb-second": 1, "gb-second": 1, "gb-seconds": 1 },
  unit: "GB-seconds",
  note: "",
});

/**
 * Usage types of Fargate and Lambda, without their region; units by the API of Savings Plans:
 * https://docs.aws.amazon.com/savingsplans/latest/APIReference/API_SavingsPlanOfferingRate.html
 */
const FARGATE: ReadonlyMap<string, PlannedUsage> = new Map([
  ["Fargate-vCPU-Hours:perCPU", fargate("vcpu", "vCPU")],
  ["Fargate-GB-Hours", fargate("memory", "GB")],
  ["Fargate-ARM-vCPU-Hours:perCPU", fargate("arm/vcpu", "vCPU")],
  ["Fargate-ARM-GB-Hours", fargate("arm/memory", "GB")],
]);
const LAMBDA: ReadonlyMap<string, PlannedUsage> = new Map([
  ["Lambda-GB-Second", lambda("duration/x86-64")],
  ["Lambda-GB-Second-ARM", lambda("duration/arm64")],
  ["Lambda-Provisioned-Concurrency", lambda("provisioned/x86-64")],
  ["Lambda-Provisioned-Concurrency-ARM", lambda("provisioned/arm64")],
  ["Lambda-Provisioned-GB-Second", lambda("provisioned-duration/x86-64")],
  ["Lambda-Provisioned-GB-Second-ARM", lambda("provisioned-duration/arm64")],
]);

/** Services of which a rate is kept. */
export const PLANNED_SERVICES = ["AmazonEC2", "AmazonSageMaker", "AmazonECS", "AmazonEKS", "AWSLambda"] as const;

/** The usage of ours that a rate is for; `null` for what is priced in another way here, or not at all. */
export const plannedUsage = (service: string, usageType: string, operation: string): PlannedUsage | null => {
  const usage = withoutRegion(usageType);
  if (service === "AWSLambda") return LAMBDA.get(usage) ?? null;
  if (service === "AmazonECS" || service === "AmazonEKS") return FARGATE.get(usage) ?? null;
  const [, use = "", type = ""] = /^(\w+):(.+)$/.exec(usage) ?? [];
  if (service === "AmazonSageMaker") return USES[use] === undefined ? null : machine(service, `${USES[use]}/${type}`);
  const system = SYSTEMS[operation];
  const tenancy = TENANCIES[use];
  return service !== "AmazonEC2" || system === undefined || tenancy === undefined
    ? null
    : machine(service, `instance/${type}/${system}/${tenancy}`);
};
