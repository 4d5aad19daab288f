import type { Decimal, DecimalValue } from "../core/decimal.ts";
import { assumed, derive, type Figure, product, stated, unknownFigure } from "../core/figure.ts";
import type { Subject } from "./define.ts";
import type { Reading } from "./inputs.ts";

/** What a declared quantity is called, and what is taken where the program does not say. */
export interface Declared {
  readonly name: string;
  readonly unit: string;
  /** Value of the provider's own default, and who says so. */
  readonly otherwise?: { readonly value: DecimalValue; readonly because: string };
}

/** A quantity of the declaration as a figure. What is decided only at deployment is unknown and noted as a gap, never zero. */
export const declared = (
  subject: Subject,
  reading: Reading<Decimal>,
  { name, unit, otherwise }: Declared,
  decisive = false,
): Figure => {
  if (reading.state === "known")
    return stated(name, reading.value, unit, `the declaration of ${subject.resource.name}`);
  if (reading.state === "unknown") {
    subject.gap(reading, `${name} is ${reading.secret ? "secret" : "not known before deployment"}`, decisive);
    return unknownFigure(name, unit, `${reading.path} is ${reading.secret ? "secret" : "not known before deployment"}`);
  }
  return otherwise
    ? assumed(name, otherwise.value, unit, otherwise.because)
    : unknownFigure(name, unit, `${name} is not stated`);
};

/** A number that the declaration itself shows, as the length of a list. */
export const counted = (subject: Subject, name: string, value: DecimalValue, unit = name): Figure =>
  stated(name, value, unit, `the declaration of ${subject.resource.name}`);

/** Hours per month of so many things that run all the time. */
export const hoursOf = (subject: Subject, count: Figure): Figure =>
  product(`hours of ${count.name}`, "hours", [count, subject.hoursPerMonth]);

/** A quantity in the unit it is sold in: 2,500 requests are 2.5 of `1k requests`. */
export const soldBy = (figure: Figure, size: number, unit: string): Figure =>
  size === 1
    ? { ...figure, unit }
    : derive(figure.name, unit, `${figure.name} ÷ ${size}`, [figure], (value) => value.div(size));

/** What exceeds an allowance that is included; zero below it. */
export const above = (figure: Figure, included: DecimalValue): Figure =>
  derive(
    `${figure.name} above ${String(included)}`,
    figure.unit,
    `max(0, ${figure.name} − ${String(included)})`,
    [figure],
    (value) => (value.lte(included) ? value.minus(value) : value.minus(included)),
  );
