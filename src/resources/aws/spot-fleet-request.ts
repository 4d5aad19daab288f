import { Decimal } from "../../core/decimal.ts";
import { derive, type Figure } from "../../core/figure.ts";
import { isList, isPropertyMap, propertyMap } from "../../core/value.ts";
import { defineResource, type Subject } from "../define.ts";
import { Inputs, known } from "../inputs.ts";
import { counted, declared } from "../quantities.ts";
import { fleetCost } from "./parts/fleet.ts";
import { firstStated, type Launch, launchesOf, textOf } from "./parts/launch.ts";
import { MACHINE_USAGE } from "./parts/machine.ts";
import { sayChoices, type TypeChoice, typeChoices } from "./parts/type-choices.ts";

const CONFIGS = "launchTemplateConfigs";

/** A request for spot machines, with some on demand if it says so, by launch specifications or templates. */
export const spotFleetRequest = defineResource({
  type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
  title: "Spot fleet",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-fleet.html",
  compute: true,
  usage: {
    ...MACHINE_USAGE,
    instances: {
      unit: "instances",
      description: "Average size in the units of its target, where it differs from that.",
    },
  },
  cost: (subject) => {
    const specifications = known(subject.inputs.list("launchSpecifications"), []);
    const choices = choicesOf(subject, specifications);
    sayChoices(subject, choices);
    const [specification] = specifications;
    const launches = specification ? [ownLaunch(subject, specification)] : launchesOf(subject, CONFIGS).slice(0, 1);
    const [first] = choices;
    return fleetCost(subject, {
      launches,
      instanceType: firstStated([
        first?.instanceType ?? { state: "absent" as const },
        textOf(launches, "instanceType"),
      ]),
      choices,
      targets: targetsOf(subject),
    });
  },
});

const choicesOf = ({ inputs }: Subject, specifications: readonly Inputs[]): readonly TypeChoice[] =>
  typeChoices(
    specifications.length > 0
      ? specifications
      : known(inputs.list(CONFIGS), []).flatMap((config) => known(config.list("overrides"), [])),
  );

/** A launch specification says what a launch configuration does, under other names for its root disk and monitoring. */
const ownLaunch = ({ resource }: Subject, specification: Inputs): Launch => {
  const all = specification.value("");
  const props = all.state === "known" && isPropertyMap(all.value) ? all.value : {};
  const root = isList(props.rootBlockDevices) ? props.rootBlockDevices[0] : undefined;
  const inputs = propertyMap([
    ...Object.entries(props),
    ["rootBlockDevice", root ?? null],
    ["enableMonitoring", props.monitoring ?? null],
  ]);
  return { kind: "configuration", resource, inputs: new Inputs(inputs, resource.urn) };
};

const targetsOf = (subject: Subject) => {
  const { inputs, usage } = subject;
  const all: Figure = usage.has("instances")
    ? usage.quantity("instances", "instances")
    : declared(subject, inputs.count("targetCapacity"), { name: "target", unit: "instances" }, true);
  const reading = inputs.count("onDemandTargetCapacity");
  const asked =
    reading.state === "absent"
      ? counted(subject, "on-demand part", 0, "instances")
      : declared(subject, reading, { name: "on-demand part", unit: "instances" }, true);
  const onDemand = asked.value?.isZero()
    ? asked
    : derive("on-demand part", "instances", "min(target, stated part)", [all, asked], (size, part) =>
        Decimal.min(size, part),
      );
  const spot = derive("spot part", "instances", "target − on-demand part", [all, onDemand], (size, part) =>
    size.minus(part),
  );
  return [
    { purchase: "spot" as const, units: spot },
    { purchase: "on-demand" as const, units: onDemand },
  ];
};
