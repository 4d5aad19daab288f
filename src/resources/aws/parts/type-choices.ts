import { type Decimal, ONE, plain } from "../../../core/decimal.ts";
import { derive, type Figure } from "../../../core/figure.ts";
import type { Subject } from "../../define.ts";
import { type Inputs, known, type Reading } from "../../inputs.ts";
import { counted } from "../../quantities.ts";

/** One of the machine types that a policy may start. A machine of it brings `weight` units of the policy's target. */
export interface TypeChoice {
  readonly instanceType: Reading<string>;
  readonly weight: Reading<Decimal>;
}

/** A type that may be started in place of the first: so many of its machines for one. */
export interface MachineAlternative {
  readonly instanceType: string;
  readonly machines: Decimal;
}

/** The types that a list of overrides names, in its order: expected is the first. */
export const typeChoices = (overrides: readonly Inputs[]): readonly TypeChoice[] =>
  overrides.map((override) => ({
    instanceType: override.text("instanceType"),
    weight: override.quantity("weightedCapacity"),
  }));

const described = ({ instanceType, weight }: TypeChoice): string => {
  const name = known(instanceType, "a type that is not known");
  return weight.state === "known" ? `${name} (weight ${plain(weight.value)})` : name;
};

/** Says by which type of its policy a group is priced, and between which it may choose. */
export const sayChoices = (subject: Subject, [first, ...others]: readonly TypeChoice[]): void => {
  if (first === undefined || others.length === 0) return;
  subject.assume(
    `Priced by ${described(first)}, the first type of its policy; it may start ${others.map(described).join(", ")} instead.`,
  );
};

/** The other types of a policy, each with how many of its machines do for one of the first type. */
export const alternativesOf = ([first, ...others]: readonly TypeChoice[]): readonly MachineAlternative[] =>
  others.flatMap(({ instanceType, weight }) => {
    if (instanceType.state !== "known" || first === undefined) return [];
    const [worth, each] = [weightOf(first.weight), weightOf(weight)];
    return [{ instanceType: instanceType.value, machines: worth.div(each) }];
  });

/** A machine without a weight is worth one unit. */
const weightOf = (weight: Reading<Decimal>): Decimal =>
  weight.state === "known" && weight.value.gt(0) ? weight.value : ONE;

/** So many machines bring a target: a weight says how many of its units one machine is worth. */
export const machinesFor = (subject: Subject, units: Figure, weight: Reading<Decimal>): Figure => {
  const each = subject.orAssume(weight, ONE, "weight of a machine");
  if (each.isZero() || each.eq(ONE)) return { ...units, unit: "instances" };
  return derive(
    `machines for ${units.name}`,
    "instances",
    "⌈size ÷ weight⌉",
    [units, counted(subject, "weight of the first type", each, "1")],
    (size, worth) => size.div(worth).ceil(),
  );
};
