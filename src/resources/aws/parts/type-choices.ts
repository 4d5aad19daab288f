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
