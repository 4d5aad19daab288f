import { Decimal } from "../../core/decimal.ts";
import { derive, type Figure } from "../../core/figure.ts";
import { defineResource, type Subject } from "../define.ts";
import { type Inputs, known } from "../inputs.ts";
import { counted, declared } from "../quantities.ts";
import { fleetCost } from "./parts/fleet.ts";
import { firstStated, launchesOf, textOf } from "./parts/launch.ts";
import { MACHINE_USAGE } from "./parts/machine.ts";
import { sayChoices, typeChoices } from "./parts/type-choices.ts";

const CONFIGS = "launchTemplateConfigs";
const TARGET = "targetCapacitySpecification";

/** An EC2 Fleet: a target that is filled with on-demand and spot machines of the types that its overrides name. */
export const fleet = defineResource({
  type: "aws:ec2/fleet:Fleet",
  title: "EC2 Fleet",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-fleet.html",
  compute: true,
  usage: {
    ...MACHINE_USAGE,
    instances: {
      unit: "instances",
      description: "Average size in the units of its target, where it differs from that.",
    },
  },
  cost: (subject) => {
    const { inputs } = subject;
    const launches = launchesOf(subject, CONFIGS).slice(0, 1);
    const choices = typeChoices(overridesOf(subject));
    sayChoices(subject, choices);
    const [first] = choices;
    const asked = overridesOf(subject)[0]?.value("instanceRequirements").state;
    if (asked === "known" && first?.instanceType.state === "absent")
      subject.gap(CONFIGS, "AWS chooses its machines by attributes: name the type that you expect first", true);
    const named = firstStated([first?.instanceType ?? { state: "absent" as const }, textOf(launches, "instanceType")]);
    if (known(inputs.text("type"), "maintain") !== "maintain")
      subject.assume("Its machines run all month: a fleet of this type is not replaced, but it is not stopped either.");
    return fleetCost(subject, {
      launches,
      instanceType: named,
      choices,
      targets: targetsOf(subject),
    });
  },
});

const overridesOf = ({ inputs }: Subject): readonly Inputs[] =>
  known(inputs.list(CONFIGS), []).flatMap((config) => known(config.list("overrides"), []));

/** What is bought on demand and as spot, in units of the target; the rest of it is bought as the default says. */
const targetsOf = (subject: Subject) => {
  const { inputs, usage } = subject;
  const unit = known(inputs.text(`${TARGET}.targetCapacityUnitType`), "units");
  if (unit !== "units")
    subject.gap(`${TARGET}.targetCapacityUnitType`, `its size is stated in ${unit}, not in machines`, true);
  const all: Figure = usage.has("instances")
    ? usage.quantity("instances", "instances")
    : declared(subject, inputs.count(`${TARGET}.totalTargetCapacity`), { name: "target", unit: "instances" }, true);
  const byDefault = subject.orAssume(
    inputs.text(`${TARGET}.defaultTargetCapacityType`),
    "on-demand",
    "purchase option",
  );
  if (byDefault === "capacity-block") return [{ purchase: "capacity-block" as const, units: all }];
  const spotByDefault = byDefault === "spot";
  const asked = partOf(subject, spotByDefault ? "onDemandTargetCapacity" : "spotTargetCapacity");
  const stated = asked.value?.isZero()
    ? asked
    : derive("stated part", "instances", "min(target, stated part)", [all, asked], (size, part) =>
        Decimal.min(size, part),
      );
  const rest = derive("rest of the target", "instances", "target − stated part", [all, stated], (size, part) =>
    size.minus(part),
  );
  return [
    { purchase: "on-demand" as const, units: spotByDefault ? stated : rest },
    { purchase: "spot" as const, units: spotByDefault ? rest : stated },
  ];
};

const partOf = (subject: Subject, property: string): Figure => {
  const reading = subject.inputs.count(`${TARGET}.${property}`);
  return reading.state === "absent"
    ? counted(subject, property, 0, "instances")
    : declared(subject, reading, { name: property, unit: "instances" }, true);
};
