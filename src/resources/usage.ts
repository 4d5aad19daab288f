import { Decimal } from "../core/decimal.ts";
import { InputError, type Place } from "../core/diagnostic.ts";
import { type Figure, stated, unknownFigure } from "../core/figure.ts";
import type { UsageValue } from "../model/usage.ts";

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

/** Reads a resource's usage. What nobody stated is unknown, never zero; what cannot be read is an `InputError`. */
export class Usage {
  readonly #values: ReadonlyMap<string, StatedUsage>;

  constructor(values: ReadonlyMap<string, StatedUsage>) {
    this.#values = values;
  }

  /** The quantity under a key as a figure; a `null` value where nothing is stated. */
  quantity(key: string, unit: string): Figure {
    const usage = this.#values.get(key);
    if (usage === undefined) return unknownFigure(key, unit, `usage ${key} is not stated`);
    const { value, where } = usage;
    if (typeof value !== "number" || !(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw invalid(usage, `must be a number that is not negative, not ${JSON.stringify(value)}`, bare(value));
    return stated(key, new Decimal(value), unit, where);
  }

  text(key: string): string | undefined {
    const usage = this.#values.get(key);
    return usage === undefined ? undefined : String(usage.value);
  }

  /** The text under a key, which must be one of the known ones. */
  choice<T extends string>(key: string, choices: readonly T[]): T | undefined {
    const usage = this.#values.get(key);
    if (usage === undefined) return undefined;
    const found = choices.find((choice) => choice === String(usage.value));
    if (found === undefined)
      throw invalid(usage, `must be one of ${choices.join(", ")}, not ${JSON.stringify(usage.value)}`);
    return found;
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  /** What stands in a group, under keys of its own: `db` holds `db.storage_gb` as `storage_gb`. */
  group(name: string): Usage {
    const prefix = `${name}.`;
    return new Usage(
      new Map(
        [...this.#values].flatMap(([key, usage]) =>
          key.startsWith(prefix) ? [[key.slice(prefix.length), usage] as const] : [],
        ),
      ),
    );
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
