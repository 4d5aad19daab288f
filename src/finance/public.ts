import type { DecimalValue } from "../core/decimal.ts";
import { type IrrState, irr as irrOf } from "./irr.ts";
import { npv as npvOf } from "./npv.ts";

/**
 * Net present value of cash flows that start at t = 0, computed with 34 decimal digits and rounded to the nearest double.
 * @param rate fraction per period, above −1.
 * @throws RangeError for a rate at or below −1, or a rate or flow that is not a finite number.
 * @example npv(0.1, [-1000, 500, 500, 500]) // 243.42599549211118
 */
export const npv = (rate: DecimalValue, cashFlows: readonly DecimalValue[]): number =>
  npvOf(rate, cashFlows).toNumber();

/**
 * Every internal rate of return above −1 and up to 1,000,000 per period, ascending, rounded to the nearest double.
 * `state` tells whether there is one, several or none: with several, prefer the net present value.
 * @throws RangeError for a flow that is not a finite number.
 * @example irr([-1000, 2300, -1320]) // { state: "several", roots: [0.1, 0.2] }
 */
export const irr = (cashFlows: readonly DecimalValue[]): { state: IrrState; roots: number[] } => {
  const { state, roots } = irrOf(cashFlows);
  return { state, roots: roots.map((root) => root.toNumber()) };
};
