import type { Figure } from "../core/figure.ts";
import type { Estimate } from "./estimate.ts";

/** Two ways to do the same, priced with the same settings: which costs less in the end, and from when. */
export interface Comparison {
  readonly first: Estimate;
  readonly second: Estimate;
  /** What accelerators each has: `24 × A10G`; empty for none. Alike where the two can do the same work. */
  readonly accelerators: { readonly first: string; readonly second: string };
  /** The one that has cost less in total at the horizon; absent where both cost the same or a sum leaves something out. */
  readonly cheaper?: "first" | "second";
  /** The month from which the cheaper one has cost less in total, and stays so; 0 where it does from the start. */
  readonly breakEvenMonth: Figure;
  /** The share of hours from which owning costs less than renting by the hour; absent unless one is bought and one is rented, and both are wholly known. */
  readonly breakEvenUtilisation?: Figure;
}
