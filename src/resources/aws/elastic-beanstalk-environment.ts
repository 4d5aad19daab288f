import type { Value } from "../../core/value.ts";
import { propertyMap, UNKNOWN } from "../../core/value.ts";
import { defineResource, type LineDraft, type ResourceDefinition, type Subject } from "../define.ts";
import { Inputs, known } from "../inputs.ts";
import { declared, hoursOf } from "../quantities.ts";
import type { UsageKey } from "../usage.ts";
import { classicLoadBalancer } from "./classic-load-balancer.ts";
import { loadBalancer } from "./load-balancer.ts";
import { logGroup } from "./log-group.ts";
import { diskLines } from "./parts/disks.ts";
import { firstStated, type Launch } from "./parts/launch.ts";
import { MACHINE_USAGE, machineCost } from "./parts/machine.ts";
import { rdsInstance } from "./rds-instance.ts";

/** What an environment starts besides its machines, by the group that states its usage. */
const PARTS: Readonly<Record<string, ResourceDefinition>> = {
  db: rdsInstance,
  cloudwatch: logGroup,
  elb: classicLoadBalancer,
  lb: loadBalancer,
};

const GROUPED_USAGE: Readonly<Record<string, UsageKey>> = Object.fromEntries(
  [...Object.entries(PARTS), ["ec2", { usage: MACHINE_USAGE }] as const].flatMap(([group, { usage = {} }]) =>
    Object.entries(usage).map(([key, about]) => [`${group}.${key}`, about] as const),
  ),
);

/** An Elastic Beanstalk environment: it is free itself and starts machines, a load balancer, logs and a database by its settings. */
export const elasticBeanstalkEnvironment = defineResource({
  type: "aws:elasticbeanstalk/environment:Environment",
  title: "Elastic Beanstalk environment",
  source: "https://aws.amazon.com/elasticbeanstalk/pricing/",
  compute: true,
  usage: GROUPED_USAGE,
  cost: (subject) => {
    const settings = settingsOf(subject);
    return {
      lines: [
        ...machineLines(subject, settings),
        ...(known(settings.text("StreamLogs"), "") === "true" ? partLines(subject, "cloudwatch", {}) : []),
        ...balancerLines(subject, settings),
        ...databaseLines(subject, settings),
      ],
    };
  },
});

/** The settings by name: the names of those that cost are unique across namespaces. Later ones win, as they do at AWS. */
const settingsOf = (subject: Subject): Inputs => {
  const settings = subject.inputs.list("settings");
  if (settings.state === "unknown")
    subject.gap(settings, "the settings are not known before deployment, so its machines are not either", true);
  const found = new Map<string, Value>();
  for (const setting of known(settings, [])) {
    const name = setting.text("name");
    const value = setting.value("value");
    if (name.state === "known") found.set(name.value, value.state === "known" ? value.value : UNKNOWN);
  }
  return new Inputs(propertyMap(found), subject.resource.urn, "settings");
};

/** A part of it, priced as the resource that it is. */
const partLines = (subject: Subject, group: string, props: Readonly<Record<string, Value | null>>): LineDraft[] => {
  const definition = PARTS[group];
  const cost = definition?.cost({
    ...subject,
    inputs: new Inputs(propertyMap(Object.entries(props)), subject.resource.urn),
    usage: subject.usage.group(group),
  });
  if (definition === undefined || cost === undefined || "free" in cost) return [];
  return cost.lines.map((line) => ({ ...line, meter: `${group}-${line.meter}`, part: definition.title }));
};

const settingOf = (settings: Inputs, name: string): Value | null => {
  const reading = settings.value(name);
  return reading.state === "known" ? reading.value : reading.state === "unknown" ? UNKNOWN : null;
};

/** Machines at the group's least size. `InstanceTypes` replaced `InstanceType`; the first of them is priced. */
const machineLines = (subject: Subject, settings: Inputs): LineDraft[] => {
  const types = firstStated([settings.text("InstanceTypes"), settings.text("InstanceType")]);
  const launch: Launch = {
    kind: "configuration",
    resource: subject.resource,
    inputs: new Inputs(
      propertyMap([
        [
          "rootBlockDevice",
          propertyMap([
            ["volumeSize", settingOf(settings, "RootVolumeSize")],
            ["volumeType", settingOf(settings, "RootVolumeType")],
            ["iops", settingOf(settings, "RootVolumeIOPS")],
          ]),
        ],
      ]),
      subject.resource.urn,
    ),
  };
  const count = declared(
    subject,
    settings.count("MinSize"),
    { name: "machines", unit: "instances", otherwise: { value: 1, because: "No least size is stated: one machine." } },
    true,
  );
  const machines = { ...subject, usage: subject.usage.group("ec2") };
  const { lines } = machineCost(machines, {
    instanceType: types.state === "known" ? { state: "known", value: types.value.split(",")[0]?.trim() ?? "" } : types,
    tenancy: { state: "absent" },
    purchase: known(settings.text("EnableSpot"), "") === "true" ? "spot" : "on-demand",
    count,
    hours: hoursOf(subject, count),
    monitoring: false,
    ebsOptimized: false,
  });
  return [...lines, ...diskLines(machines, [launch], count)];
};

/** A single machine has no balancer. Where no kind is stated an application one is taken, which console and CLI make; the API's own default is classic. */
const balancerLines = (subject: Subject, settings: Inputs): LineDraft[] => {
  if (known(settings.text("EnvironmentType"), "") === "SingleInstance") return [];
  const stated = settings.text("LoadBalancerType");
  if (stated.state === "absent") subject.assume("No kind of load balancer is stated: an application load balancer.");
  const kind = subject.orAssume(stated, "application", "load balancer type");
  return kind === "classic" ? partLines(subject, "elb", {}) : partLines(subject, "lb", { loadBalancerType: kind });
};

const databaseLines = (subject: Subject, settings: Inputs): LineDraft[] => {
  if (settings.value("DBInstanceClass").state === "absent") return [];
  return partLines(subject, "db", {
    instanceClass: settingOf(settings, "DBInstanceClass"),
    engine: settingOf(settings, "DBEngine"),
    multiAz: settingOf(settings, "MultiAZDatabase"),
    allocatedStorage: settingOf(settings, "DBAllocatedStorage"),
  });
};
