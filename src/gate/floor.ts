import { decimal } from "../core/decimal.ts";
import type { Figure } from "../core/figure.ts";
import { against, type Notation } from "./amount.ts";
import { type Judgement, NOT_APPLICABLE, type Subject } from "./define-rule.ts";
import { hasBenefits, hasNothingToReturn, unknownReturn, withoutBenefits } from "./returns.ts";
import { openSum } from "./undecided.ts";

/** A return and what it must be at least. */
export interface Floor {
  /** As the subject of a sentence: `The net present value`. */
  readonly what: string;
  readonly figure: Figure;
  readonly min: number;
  readonly notation: Notation;
  readonly hint: string;
}

/** Judges a return against a floor. Costs that are left out flatter every return, so an open cost does not pass. */
export const judgeFloor = (subject: Subject, { what, figure, min, notation, hint }: Floor): Judgement => {
  if (hasNothingToReturn(subject)) return NOT_APPLICABLE;
  const limit = decimal(min);
  if (figure.value === null) {
    return unknownReturn(subject, what, figure, notation(limit), `${what} cannot be computed.`);
  }
  if (figure.value.gte(limit)) return openSum(subject, what, notation(limit));
  const shown = against(figure.value, limit, notation);
  const because = hasBenefits(subject) ? withoutBenefits(subject) : ", for no benefits are stated";
  return [{ message: `${what} is ${shown.measured}, below the limit of ${shown.limit}${because}.`, ...shown, hint }];
};
