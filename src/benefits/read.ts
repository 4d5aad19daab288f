import type { Figure } from "../core/figure.ts";
import { statedFigure } from "../model/stated-figure.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { BenefitContext } from "./define-benefit.ts";

/** One stated number set to another value than its own. */
export interface Swap {
  readonly field: string;
  readonly value: number;
}

/** The path of a benefit or of one of its fields in rackrate.yaml. */
export const placeOf = (id: string, field?: string): string =>
  field === undefined ? `benefits[${id}]` : `benefits[${id}].${field}`;

/** Reads the numbers of one benefit; `swap` puts another value in the place of one of them. */
export const reader =
  (id: string, swap?: Swap): BenefitContext["read"] =>
  (field, number, name, unit): Figure =>
    statedFigure(name, swap?.field === field ? swap.value : number, unit, `rackrate.yaml ${placeOf(id, field)}`);

/** Every end of a range that a number states. */
export const endsOf = (field: string, number: StatedNumber): readonly Swap[] =>
  typeof number === "number"
    ? []
    : [number.low, number.high].flatMap((value) => (value === undefined ? [] : [{ field, value }]));
