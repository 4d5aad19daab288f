import type { Decimal } from "../core/decimal.ts";
import type { Figure } from "../core/figure.ts";
import type { Estimate } from "./estimate.ts";

/** Accelerators by name. */
export type Accelerators = ReadonlyMap<string, Decimal | null>;

/** Two ways to do the same, priced with the same settings: which costs less in the end, and from when. */
export interface Comparison {
  readonly first: Estimate;
  readonly second: Estimate;
  /** How many accelerators of each name the two have, `null` for an unknown number. */
  readonly accelerators: { readonly first: Accelerators; readonly second: Accelerators };
  /** The one that has cost less in total at the horizon; absent where both cost the same or a sum leaves something out. */
  readonly cheaper?: "first" | "second";
  /** The month from which the cheaper one has cost less in total, and stays so; 0 where it does from the start. */
  readonly breakEvenMonth: Figure;
  /** The share of hours from which owning costs less than renting by the hour; absent unless one is bought and one is rented, and both are wholly known. */
  readonly breakEvenUtilisation?: Figure;
}
