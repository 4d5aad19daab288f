import { Decimal } from "../core/decimal.ts";
import { type Figure, stated, unknownFigure } from "../core/figure.ts";

/** One usage key that a resource understands: the unit of its value and what it is, for `usage sync` and the docs. */
export interface UsageKey {
  readonly unit: string;
  readonly description: string;
}

/** Usage of one resource, already chosen by address and pattern: value, and the place that stated it. */
export interface StatedUsage {
  readonly value: number | string | boolean;
  readonly where: string;
}

/** Reads a resource's usage. What nobody stated is unknown, never zero. */
export class Usage {
  readonly #values: ReadonlyMap<string, StatedUsage>;

  constructor(values: ReadonlyMap<string, StatedUsage>) {
    this.#values = values;
  }

  /** The quantity under a key as a figure; a `null` value where nothing is stated. */
  quantity(key: string, unit: string): Figure {
    const usage = this.#values.get(key);
    if (usage === undefined) return unknownFigure(key, unit, `usage ${key} is not stated`);
    return stated(key, new Decimal(Number.isFinite(Number(usage.value)) ? String(usage.value) : 0), unit, usage.where);
  }

  text(key: string): string | undefined {
    const usage = this.#values.get(key);
    return usage === undefined ? undefined : String(usage.value);
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }
}
