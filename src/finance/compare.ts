import { type Decimal, ZERO } from "../core/decimal.ts";
import { derive, type Figure, unknownFigure } from "../core/figure.ts";
import { MONTHS_PER_YEAR } from "../core/period.ts";
import type { Accelerators, Comparison } from "../model/comparison.ts";
import type { Estimate } from "../model/estimate.ts";
import { breakEvenMonth, breakEvenUtilisation } from "./break-even.ts";

/**
 * Compares the after sides of two estimates, as a cluster in the cloud against the same on premises. Costs are summed
 * month by month, nominal; both must have been made with the same settings. A sum that leaves something out decides
 * nothing: what it leaves out may turn the order round.
 * @throws RangeError where their horizons differ.
 */
export const compareEstimates = (first: Estimate, second: Estimate): Comparison => {
  const costs = [first, second].map(({ after }) => cumulated(after.cashFlow.costs));
  const [one = [], other = []] = costs;
  const totals = [first, second].map(({ after }) => after.measures.tco.expected);
  const [oneTotal, otherTotal] = totals.map(whole);
  const order = oneTotal && otherTotal ? oneTotal.comparedTo(otherTotal) : 0;
  const utilisation = utilisationOf(first, second) ?? utilisationOf(second, first);
  return {
    first,
    second,
    accelerators: { first: acceleratorsOf(first), second: acceleratorsOf(second) },
    ...(order !== 0 && { cheaper: order < 0 ? "first" : "second" }),
    breakEvenMonth:
      order === 0
        ? unknownFigure("break-even month", "months", "neither is known to cost less in the end")
        : {
            name: "break-even month",
            value: order < 0 ? breakEvenMonth(other, one) : breakEvenMonth(one, other),
            unit: "months",
            formula: "from when the cheaper one's summed cost stays below the other's",
            inputs: totals,
          },
    ...(utilisation && { breakEvenUtilisation: utilisation }),
  };
};

/** A value that leaves nothing out. */
const whole = ({ value, leavesOut = [] }: Figure): Decimal | null => (leavesOut.length === 0 ? value : null);

const cumulated = (costs: readonly Decimal[]): readonly Decimal[] => {
  let total = ZERO;
  return costs.map((cost) => {
    total = total.plus(cost);
    return total;
  });
};

/**
 * How much of the time a bought cluster must be used so that renting as many accelerators, only for those hours, costs
 * as much: equivalent annual cost of the owned ÷ (rate per GPU-hour of the rented × GPU-hours of a year).
 */
const utilisationOf = (owned: Estimate, rented: Estimate): Figure | undefined => {
  const { upfrontCost, equivalentAnnualCost } = owned.after.measures;
  const isBought = upfrontCost.expected.value?.gt(0) ?? false;
  const isRented = rented.after.measures.upfrontCost.expected.value?.isZero() ?? false;
  const rate = rented.after.measures.costPerGpuHour.expected;
  const hours = hoursPerYear(owned);
  const [owns, rents] = [owned, rented].map((side) => [...acceleratorsOf(side).keys()].sort().join());
  if (!isBought || !isRented || hours === undefined || owns !== rents) return undefined;
  if ([equivalentAnnualCost.expected, rate, hours].some((figure) => whole(figure) === null)) return undefined;
  return derive(
    "break-even utilisation",
    "1",
    "equivalent annual cost of the owned ÷ (rented cost per GPU-hour × GPU-hours of a year)",
    [equivalentAnnualCost.expected, rate, hours],
    (annual, perHour, count) => breakEvenUtilisation(annual, perHour, count),
  );
};

/** How many accelerators a side has of each name: an hour of one is not an hour of another. Unknown counts are `null`. */
const acceleratorsOf = ({ after }: Estimate): Accelerators => {
  const counts = new Map<string, Decimal | null>();
  for (const { capacity } of after.resources) {
    if (capacity === undefined) continue;
    const { accelerator, count } = capacity;
    const before = counts.has(accelerator) ? (counts.get(accelerator) ?? null) : ZERO;
    counts.set(accelerator, before && count.value && before.plus(count.value));
  }
  return counts;
};

/** All accelerator-hours that the owned cluster has in a year. */
const hoursPerYear = ({ after }: Estimate): Figure | undefined => {
  const hours = after.resources.flatMap(({ capacity }) => capacity?.hours ?? []);
  const [first, ...others] = hours;
  if (first === undefined) return undefined;
  return derive("GPU-hours of a year", "GPU-hours/year", "GPU-hours per month × 12", [first, ...others], (...values) =>
    values.reduce((sum, value) => sum.plus(value), ZERO).times(MONTHS_PER_YEAR),
  );
};
