import { decimal } from "../core/decimal.ts";
import type { Figure } from "../core/figure.ts";
import { against, type Notation } from "./amount.ts";
import type { Observation, Subject } from "./define-rule.ts";
import { openCost } from "./undecided.ts";

/** A sum of costs and what it may be at most. */
export interface Ceiling {
  /** As the subject of a sentence: `The monthly cost`. */
  readonly what: string;
  readonly figure: Figure;
  readonly max: number;
  readonly notation: Notation;
  readonly hint: string;
}

/**
 * Judges a sum of costs against a ceiling. What is known is enough to fail; to pass, the sum must not leave out
 * anything that decides it.
 */
export const judgeCeiling = (
  subject: Subject,
  { what, figure, max, notation, hint }: Ceiling,
): readonly Observation[] => {
  const limit = decimal(max);
  if (figure.value?.gt(limit)) {
    const shown = against(figure.value, limit, notation);
    return [{ message: `${what} is ${shown.measured}, above the limit of ${shown.limit}.`, ...shown, hint }];
  }
  return openCost(subject, what, figure, notation(limit));
};
