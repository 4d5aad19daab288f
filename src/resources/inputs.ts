import { Decimal } from "../core/decimal.ts";
import { InputError } from "../core/diagnostic.ts";
import { isList, isPropertyMap, type PropertyMap, SECRET, UNKNOWN, type Value } from "../core/value.ts";
import type { Urn } from "../model/plan.ts";

/** What a property holds: a value, nothing, or something that is decided later (or must not be seen). */
export type Reading<T> =
  | { readonly state: "known"; readonly value: T }
  | { readonly state: "absent" }
  | { readonly state: "unknown"; readonly path: string; readonly secret: boolean };

const ABSENT: Reading<never> = { state: "absent" };

/** Above these nobody has so many gigabytes, or machines to count: a typing error, not an order. */
const MOST_OF_A_QUANTITY = new Decimal("1e15");
const MOST_COUNTED = new Decimal("1e6");

const A_QUANTITY = "a number that is not negative";

const NO_STEPS: readonly string[] = [];
const STEPS = new Map<string, readonly string[]>();

/** The steps of a path. Resource files ask for the same few over and over. */
const stepsOf = (path: string): readonly string[] => {
  if (path === "") return NO_STEPS;
  const known = STEPS.get(path);
  if (known !== undefined) return known;
  const steps = path.split(".");
  STEPS.set(path, steps);
  return steps;
};

/**
 * Reads a resource's properties one by one, so that an unknown in one of them is never an error in another. Paths are
 * dotted: `scalingConfig.desiredSize`, `overrides.0.instanceType`. A property of the wrong form is an `InputError`
 * that names resource and property.
 */
export class Inputs {
  readonly #root: Value;
  readonly #urn: Urn;
  readonly #prefix: string;

  constructor(root: PropertyMap | Value, urn: Urn, prefix = "") {
    this.#root = root;
    this.#urn = urn;
    this.#prefix = prefix;
  }

  /** The value at a path as it stands. Unknown as soon as a step on the way is. */
  value(path: string): Reading<Value> {
    let value: Value | undefined = this.#root;
    for (const step of stepsOf(path)) {
      if (value === UNKNOWN || value === SECRET) break;
      if (isList(value)) value = value[/^\d+$/.test(step) ? Number.parseInt(step, 10) : -1];
      else if (isPropertyMap(value)) value = Object.hasOwn(value, step) ? value[step] : undefined;
      else return ABSENT;
    }
    if (value === undefined || value === null) return ABSENT;
    if (value === UNKNOWN || value === SECRET)
      return { state: "unknown", path: this.#at(path), secret: value === SECRET };
    return { state: "known", value };
  }

  text(path: string): Reading<string> {
    return this.#as(path, "a text", (value) =>
      typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined,
    );
  }

  flag(path: string): Reading<boolean> {
    return this.#as(path, "true or false", (value) =>
      typeof value === "boolean" ? value : value === "true" ? true : value === "false" ? false : undefined,
    );
  }

  /** A quantity: finite, not negative, not absurd. Numbers in text are read too, since many properties are texts. */
  quantity(path: string): Reading<Decimal> {
    return this.#number(path, MOST_OF_A_QUANTITY);
  }

  /** A whole quantity of things that are counted. */
  count(path: string): Reading<Decimal> {
    const reading = this.#number(path, MOST_COUNTED);
    if (reading.state === "known" && !reading.value.isInteger())
      throw this.error(path, `must be a whole number, not ${reading.value.toFixed()}`);
    return reading;
  }

  #number(path: string, most: Decimal): Reading<Decimal> {
    const reading = this.#as(path, A_QUANTITY, (value) => {
      if (
        typeof value !== "number" &&
        !(typeof value === "string" && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value.trim()))
      )
        return undefined;
      const number = new Decimal(typeof value === "string" ? value.trim() : value);
      return number.isFinite() && !number.isNegative() ? number : undefined;
    });
    if (reading.state === "known" && reading.value.gt(most))
      throw this.error(
        path,
        `is out of all proportion: ${reading.value.toNumber()} is more than ${most.toNumber().toLocaleString("en")}`,
      );
    return reading;
  }

  /** The members of a list, each to be read by itself; empty where absent. A single object counts as a list of one. */
  list(path: string): Reading<readonly Inputs[]> {
    const reading = this.value(path);
    if (reading.state !== "known") return reading;
    const members: readonly Value[] = isList(reading.value) ? reading.value : [reading.value];
    return {
      state: "known",
      value: members.map((member, index) => new Inputs(member, this.#urn, `${this.#at(path)}[${index}]`)),
    };
  }

  /** The texts of a list; unknown where one of them is. */
  texts(path: string): Reading<readonly string[]> {
    const members = this.list(path);
    if (members.state !== "known") return members;
    const texts: string[] = [];
    for (const member of members.value) {
      const text = member.text("");
      if (text.state === "unknown") return text;
      if (text.state === "known") texts.push(text.value);
    }
    return { state: "known", value: texts };
  }

  /** A reader of what stands below a path. */
  below(path: string): Inputs {
    const reading = this.value(path);
    const root: Value =
      reading.state === "known" ? reading.value : reading.state === "absent" ? null : reading.secret ? SECRET : UNKNOWN;
    return new Inputs(root, this.#urn, this.#at(path));
  }

  /** An error about one property, for a resource file to throw. */
  error(path: string, problem: string, hint?: string): InputError {
    return new InputError({
      severity: "error",
      code: "invalid-property",
      message: `${this.#at(path)} ${problem}`,
      place: { urn: this.#urn, property: this.#at(path) },
      ...(hint && { hint }),
    });
  }

  #as<T>(path: string, form: string, read: (value: Value) => T | undefined): Reading<T> {
    const reading = this.value(path);
    if (reading.state !== "known") return reading;
    const value = read(reading.value);
    if (value === undefined) throw this.error(path, `must be ${form}`);
    return { state: "known", value };
  }

  #at(path: string): string {
    return this.#prefix && path ? `${this.#prefix}.${path}` : this.#prefix || path;
  }
}

/** The value of a reading, or the default where it is absent or unknown. */
export const known = <T, D>(reading: Reading<T>, otherwise: D): T | D =>
  reading.state === "known" ? reading.value : otherwise;
