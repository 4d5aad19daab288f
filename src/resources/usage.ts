import { Decimal } from "../core/decimal.ts";
import { InputError, type Place } from "../core/diagnostic.ts";
import { type Figure, stated, unknownFigure } from "../core/figure.ts";
import type { UsageStatement, UsageValue } from "../model/usage.ts";

/** One usage key that a resource understands: the unit of its value and what it is, for `usage sync` and the docs. */
export interface UsageKey {
  readonly unit: string;
  readonly description: string;
}

/** Usage of one resource, already chosen by address and pattern: value, and the place that stated it. */
export interface StatedUsage {
  readonly value: UsageValue;
  readonly where: string;
  readonly place?: Place;
}

/** Where a statement stands; by its address and key where nobody knows its file. */
export const placeOf = ({ address, key, place }: UsageStatement): Place =>
  place ?? { property: `usage["${address}"].${key}` };

/** Hours in a month of a single machine, whatever it is. */
const HOURS_OF_ONE = "monthly_hrs";
const MOST_HOURS = 31 * 24;
const PER_MACHINE = "These are the hours of one machine, not of all together.";

const NONE: ReadonlySet<string> = new Set();

/**
 * Reads a resource's usage. What nobody stated is unknown, never zero; what cannot be read is an `InputError`. It knows
 * which keys were read, so that one which bears on nothing can be told.
 */
export class Usage {
  readonly #values: ReadonlyMap<string, StatedUsage>;
  readonly #read = new Set<string>();
  readonly #groups: { readonly prefix: string; readonly usage: Usage }[] = [];

  constructor(values: ReadonlyMap<string, StatedUsage>) {
    this.#values = values;
  }

  #take(key: string): StatedUsage | undefined {
    const usage = this.#values.get(key);
    if (usage !== undefined) this.#read.add(key);
    return usage;
  }

  /** The quantity under a key as a figure; a `null` value where nothing is stated. */
  quantity(key: string, unit: string): Figure {
    const usage = this.#take(key);
    if (usage === undefined) return unknownFigure(key, unit, `usage ${key} is not stated`);
    const { value, where } = usage;
    if (typeof value !== "number" || !(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw invalid(usage, `must be a number that is not negative, not ${JSON.stringify(value)}`, bare(value));
    if (key === HOURS_OF_ONE && value > MOST_HOURS)
      throw invalid(usage, `must be at most ${MOST_HOURS}, the hours of the longest month, not ${value}`, PER_MACHINE);
    return stated(key, new Decimal(value), unit, where);
  }

  text(key: string): string | undefined {
    const usage = this.#take(key);
    return usage === undefined ? undefined : String(usage.value);
  }

  /** The text under a key, which must be one of the known ones; an empty one says nothing. */
  choice<T extends string>(key: string, choices: readonly T[]): T | undefined {
    const usage = this.#take(key);
    if (usage === undefined || usage.value === "") return undefined;
    const found = choices.find((choice) => choice === String(usage.value));
    if (found === undefined)
      throw invalid(usage, `must be one of ${choices.join(", ")}, not ${JSON.stringify(usage.value)}`);
    return found;
  }

  /** What is wrong with what a key states, at the place that states it. */
  error(key: string, problem: string, hint?: string): InputError {
    const usage = this.#take(key) ?? { value: "", where: key };
    return invalid(usage, problem, hint);
  }

  /** The keys that were read so far, those of groups with their dots. */
  read(): ReadonlySet<string> {
    if (this.#values.size === 0) return NONE;
    return new Set([
      ...this.#read,
      ...this.#groups.flatMap(({ prefix, usage }) => [...usage.read()].map((key) => prefix + key)),
    ]);
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  /** What stands in a group, under keys of its own: `db` holds `db.storage_gb` as `storage_gb`. */
  group(name: string): Usage {
    if (this.#values.size === 0) return this;
    const prefix = `${name}.`;
    const usage = new Usage(
      new Map(
        [...this.#values].flatMap(([key, usage]) =>
          key.startsWith(prefix) ? [[key.slice(prefix.length), usage] as const] : [],
        ),
      ),
    );
    this.#groups.push({ prefix, usage });
    return usage;
  }
}

/** How a number that came as text is to be written: `"100"`, `1_000_000`. */
const bare = (value: UsageValue): string | undefined => {
  const digits = String(value).trim().replaceAll("_", "");
  return typeof value === "string" && /^\d+(\.\d+)?$/.test(digits) ? `Write ${digits}, as a number.` : undefined;
};

const invalid = ({ where, place }: StatedUsage, problem: string, hint?: string): InputError =>
  new InputError({
    severity: "error",
    code: "invalid-usage",
    message: `${place?.property ?? where} ${problem}`,
    ...(place && { place }),
    ...(hint && { hint }),
  });
