import type { Figure } from "../core/figure.ts";

/** How money in USD, as most facts are, comes into the currency that everything is counted in. */
export interface Exchange {
  /** ISO 4217: the currency of every figure. */
  readonly currency: string;
  /** A figure in USD, in `currency`: the rate is among its inputs and its source. Unknown where no rate is known. */
  readonly fromDollars: (dollars: Figure) => Figure;
}

/** Everything is counted in USD. */
export const IN_DOLLARS: Exchange = { currency: "USD", fromDollars: (dollars) => dollars };
