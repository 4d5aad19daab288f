import type { Decimal, DecimalValue } from "../core/decimal.ts";
import { finite, finiteSeries, positive } from "./argument.ts";
import { lastCrossing } from "./crossing.ts";

/**
 * The month from which alternative B has cost no more than A in total, and stays so; linear inside the month.
 * Typically A is the cloud, paid as it runs, and B the purchase.
 * @param cumulativeA total cost of A up to each month, from month 0, in the currency of B.
 * @param cumulativeB total cost of B, over the same months.
 * @returns months; 0 if B never is dearer, null if it still is at the end of the horizon.
 * @throws RangeError if the two do not cover the same months, or anything is not a finite number.
 */
export const breakEvenMonth = (
  cumulativeA: readonly DecimalValue[],
  cumulativeB: readonly DecimalValue[],
): Decimal | null => {
  const a = finiteSeries(cumulativeA, "The cumulative cost of A");
  const b = finiteSeries(cumulativeB, "The cumulative cost of B");
  if (a.length !== b.length) {
    throw new RangeError(`Both alternatives must cover the same months, but A has ${a.length} and B ${b.length}.`);
  }
  return lastCrossing(a.map((cost, month) => cost.minus(b[month]!)));
};

/**
 * The hours of use after which a purchase has cost no more than renting: capex / (cloud rate − own operating rate).
 * @param capex purchase price of the capacity.
 * @param cloudRatePerHour rent of the same capacity.
 * @param operatingRatePerHour what running the owned capacity costs.
 * @returns hours; null if renting costs no more than operating alone, so that a purchase never pays.
 * @throws RangeError for anything that is not a finite number.
 */
export const breakEvenHours = (
  capex: DecimalValue,
  cloudRatePerHour: DecimalValue,
  operatingRatePerHour: DecimalValue,
): Decimal | null => {
  const price = finite(capex, "The purchase price");
  const saved = finite(cloudRatePerHour, "The cloud rate per hour").minus(
    finite(operatingRatePerHour, "The operating rate per hour"),
  );
  return saved.gt(0) ? price.div(saved) : null;
};

/**
 * The share of the year that an owned machine must be used for, so that an hour of use costs what the cloud charges:
 * annualised cost / (cloud rate × hours of a year).
 * @param ownedAnnualisedCost cost per year of the owned capacity, purchase included (see equivalentAnnualCost).
 * @param cloudRatePerHour rent of the same capacity, above zero.
 * @param hoursPerYear 8,760 is 12 months of 730 hours.
 * @returns a fraction of the year; above 1 the cloud is cheaper at any use.
 * @throws RangeError for a rate or hours not above zero, or anything that is not a finite number.
 */
export const breakEvenUtilisation = (
  ownedAnnualisedCost: DecimalValue,
  cloudRatePerHour: DecimalValue,
  hoursPerYear: DecimalValue = 8760,
): Decimal =>
  finite(ownedAnnualisedCost, "The annualised cost").div(
    positive(cloudRatePerHour, "The cloud rate per hour").times(positive(hoursPerYear, "The hours of a year")),
  );
