import { derive, type Figure } from "../../core/figure.ts";
import { defineResource, type ResourceCost, type Subject } from "../define.ts";
import { known, type Reading } from "../inputs.ts";
import { counted, hoursOf } from "../quantities.ts";
import { diskLines } from "./parts/disks.ts";
import { fargateLines, onSpot } from "./parts/fargate.ts";
import { vcpusOfSize } from "./parts/instance-families.ts";
import { creditsOf, firstStated, flagOf, launchesOf, tenancyOf, textOf } from "./parts/launch.ts";
import { MACHINE_USAGE, machineCost } from "./parts/machine.ts";

const RESOURCES = "computeResources";
const KINDS = ["EC2", "SPOT", "FARGATE", "FARGATE_SPOT"] as const;

/** A compute environment of AWS Batch: free itself, it starts machines or Fargate tasks for its jobs. */
export const batchComputeEnvironment = defineResource({
  type: "aws:batch/computeEnvironment:ComputeEnvironment",
  title: "Batch compute environment",
  source: "https://aws.amazon.com/batch/pricing/",
  compute: true,
  usage: {
    ...MACHINE_USAGE,
    instances: { unit: "instances", description: "Machines that run for its jobs, on average over the month." },
    instance_type: {
      unit: "text",
      description: "The machine type that Batch chooses, where the program leaves it open.",
    },
    vcpus: { unit: "vCPU", description: "vCPUs of Fargate tasks that run for its jobs, on average over the month." },
    memory_gb: { unit: "GB", description: "Memory of those tasks, on average over the month." },
  },
  cost: (subject) => {
    const { inputs } = subject;
    if (subject.orAssume(inputs.text("type"), "MANAGED", "type").toUpperCase() === "UNMANAGED")
      return { free: "its machines are not started by Batch: they are priced where they are declared" };
    const kind = known(inputs.text(`${RESOURCES}.type`), "EC2").toUpperCase();
    if (!KINDS.some((one) => one === kind))
      throw inputs.error(`${RESOURCES}.type`, `must be one of ${KINDS.join(", ")}, not ${JSON.stringify(kind)}`);
    return kind.startsWith("FARGATE") ? fargateCost(subject, kind) : machinesCost(subject, kind);
  },
});

/** Nothing of Fargate runs between jobs. */
const fargateCost = (subject: Subject, kind: string): ResourceCost => {
  const { usage } = subject;
  const spot = kind === "FARGATE_SPOT";
  const lines = fargateLines(
    counted(subject, "environments", 1),
    usage.quantity("memory_gb", "GB"),
    usage.quantity("vcpus", "vCPU"),
  );
  return { lines: (spot ? onSpot(subject, lines) : lines).map((line) => ({ ...line, usageBased: true })) };
};

const machinesCost = (subject: Subject, kind: string): ResourceCost => {
  const launches = launchesOf(subject, RESOURCES);
  const instanceType = typeOf(subject, firstStated([textOf(launches, "instanceType")]));
  const count = countOf(subject, instanceType);
  const { lines, capacity } = machineCost(subject, {
    instanceType,
    tenancy: tenancyOf(launches),
    credits: creditsOf(launches),
    purchase: kind === "SPOT" ? "spot" : "on-demand",
    count,
    hours: hoursOf(subject, count),
    monitoring: subject.orAssume(flagOf(launches, "monitoring"), false, "detailed monitoring"),
    ebsOptimized: subject.orAssume(flagOf(launches, "ebsOptimized"), false, "EBS optimisation"),
  });
  return { lines: [...lines, ...diskLines(subject, launches, count)], ...(capacity && { capacity }) };
};

/** A list may hold families (`p5`) and `optimal`, between which Batch chooses: only a whole type can be priced. */
const typeOf = (subject: Subject, ofTemplate: Reading<string>): Reading<string> => {
  const stated = subject.usage.text("instance_type");
  if (stated !== undefined) return { state: "known", value: stated };
  const listed = subject.inputs.texts(`${RESOURCES}.instanceTypes`);
  if (listed.state !== "known") return listed.state === "unknown" ? listed : ofTemplate;
  const whole = listed.value.find((name) => name.includes("."));
  if (whole !== undefined) {
    if (listed.value.length > 1) subject.assume(`Priced by ${whole}; Batch chooses from ${listed.value.join(", ")}.`);
    return { state: "known", value: whole };
  }
  subject.gap(
    `${RESOURCES}.instanceTypes`,
    `Batch chooses its machines from ${listed.value.join(", ")}: state the one to expect as usage instance_type`,
    true,
  );
  return { state: "absent" };
};

/** Machines that always run, by the least or desired vCPUs; those that jobs start are usage. */
const countOf = (subject: Subject, instanceType: Reading<string>): Figure => {
  const { inputs, usage } = subject;
  if (usage.has("instances")) return usage.quantity("instances", "instances");
  const vcpus = firstStated([inputs.count(`${RESOURCES}.desiredVcpus`), inputs.count(`${RESOURCES}.minVcpus`)]);
  const max = known(inputs.count(`${RESOURCES}.maxVcpus`), null);
  if (max !== null) subject.assume(`Its jobs may start machines up to ${max.toFixed()} vCPUs.`);
  const name = known(instanceType, "");
  const each = subject.hardware.instanceType(name)?.vcpu ?? vcpusOfSize(name.split(".")[1] ?? "");
  if (vcpus.state !== "known" || vcpus.value.isZero() || each === null) return usage.quantity("instances", "instances");
  return derive(
    "machines",
    "instances",
    "⌈vCPUs ÷ vCPUs of a machine⌉",
    [counted(subject, "vCPUs", vcpus.value, "vCPU"), counted(subject, `vCPUs of ${name}`, each, "vCPU")],
    (all, one) => all.div(one).ceil(),
  );
};
