import { GB_MONTHS, HOURS, HOURS_IN_MONTH, type MappingRule, type ServiceMapping, type Units } from "./rule.ts";

const IN_MONTH: Units = Object.fromEntries(
  ["hours", "hrs", "hour", "vcpu-hours", "gb-hours"].map((unit) => [unit, HOURS_IN_MONTH]),
);
const NOTE = `for a month of ${HOURS_IN_MONTH} hours`;

const fargate = (usage: RegExp, unit: string, item: string): MappingRule => ({
  usage,
  units: IN_MONTH,
  unit,
  item,
  note: NOTE,
});

/** Fargate, by the month of a vCPU and of a GB. Usage types: AWS price list, offer AmazonECS. */
export const amazonEcs: ServiceMapping = {
  service: "AmazonECS",
  rules: [
    fargate(/^Fargate-vCPU-Hours:perCPU$/, "vCPU", "fargate/vcpu"),
    fargate(/^Fargate-GB-Hours$/, "GB", "fargate/memory"),
    fargate(/^Fargate-ARM-vCPU-Hours:perCPU$/, "vCPU", "fargate/arm/vcpu"),
    fargate(/^Fargate-ARM-GB-Hours$/, "GB", "fargate/arm/memory"),
    fargate(/^Fargate-EphemeralStorage-GB-Hours$/, "GB", "fargate/ephemeral-storage"),
  ],
};

const USES = { Host: "hosting", Train: "training", Notebk: "notebook" } as const;

/** Machines of SageMaker by their use. Usage types: AWS price list, offer AmazonSageMaker. */
export const amazonSageMaker: ServiceMapping = {
  service: "AmazonSageMaker",
  rules: Object.entries(USES).flatMap(([code, use]): readonly MappingRule[] => [
    { usage: new RegExp(`^${code}:(ml\\..+)$`), units: HOURS, unit: "hours", item: (_, [type]) => `${use}/${type}` },
    { usage: new RegExp(`^${code}:VolumeUsage\\.gp[23]$`), units: GB_MONTHS, unit: "GB", item: `${use}/storage` },
  ]),
};
