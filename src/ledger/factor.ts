import { Decimal, ONE, ZERO } from "../core/decimal.ts";
import { MONTHS_PER_YEAR } from "../core/period.ts";
import type { DriverUse } from "../model/cost.ts";
import type { Driver, Ledger, LedgerEntry, Scenario, Schedule } from "../model/ledger.ts";

/** The share of its full amount that falls due in month `t`, 0 to 1: nothing outside the schedule, a linear ramp at its start. */
export const dueShare = (schedule: Schedule, t: number): Decimal => {
  if (schedule.kind === "once") return schedule.month === t ? ONE : ZERO;
  if (t < schedule.from || (schedule.to !== undefined && t > schedule.to)) return ZERO;
  if (schedule.rampMonths <= 1) return ONE;
  return Decimal.min(ONE, new Decimal(t - schedule.from + 1).div(schedule.rampMonths));
};

/** The drivers of a ledger as its entries ask them. A name that nobody gave a range or a rate is neutral. */
export class Drivers {
  readonly #byName: ReadonlyMap<string, Driver>;
  readonly #horizonMonths: number;
  readonly #growth = new Map<string, readonly Decimal[]>();

  constructor({ drivers, horizonMonths }: Pick<Ledger, "drivers" | "horizonMonths">) {
    this.#byName = new Map(drivers.map((driver) => [driver.name, driver]));
    this.#horizonMonths = horizonMonths;
  }

  /** The rates per year that an entry grows with, by name; those that are 0 do nothing. */
  rates({ drivers }: Pick<LedgerEntry, "drivers">): readonly { name: string; rate: Decimal }[] {
    return drivers.flatMap(({ driver, shape }) => {
      const rate = shape.kind === "escalation" ? this.#byName.get(driver)?.expected : undefined;
      return rate === undefined || rate.isZero() ? [] : [{ name: driver, rate }];
    });
  }

  /** What growing prices make of an entry's amount in month `t`: Π (1 + x)^(t/12). */
  escalation(entry: Pick<LedgerEntry, "drivers">, t: number): Decimal {
    return this.rates(entry).reduce(
      (factor, { name, rate }) => factor.times(this.#growthOf(name, rate)[t] ?? ONE),
      ONE,
    );
  }

  /**
   * What the other drivers make of an entry's amount in a scenario, 1 as expected: Π (x / expected)^k, or a curve's knots.
   * A scenario takes for each entry the end of a driver's range that makes the whole better or worse: a dearer cost, a
   * smaller benefit.
   */
  weight(entry: Pick<LedgerEntry, "drivers" | "kind" | "amount">, scenario: Scenario): Decimal {
    if (scenario === "expected") return ONE;
    const isOutlay = (entry.kind === "cost") !== (entry.amount.value?.isNegative() ?? false);
    const wantsMore = isOutlay === (scenario === "pessimistic" || scenario === "dearest");
    const keepsSizes = scenario === "pessimistic" || scenario === "optimistic";
    let factor = ONE;
    for (const { driver, shape, givenBack } of entry.drivers) {
      const range = this.#byName.get(driver);
      if (range === undefined || (keepsSizes && range.ofSize)) continue;
      const ends = endsOf(shape, range);
      factor = factor.times(wantsMore === !givenBack ? Decimal.max(...ends) : Decimal.min(...ends));
    }
    return factor;
  }

  /** Month by month growth of a yearly rate; one root and then products, since a fractional power is dear. */
  #growthOf(name: string, rate: Decimal): readonly Decimal[] {
    const known = this.#growth.get(name);
    if (known) return known;
    const step = ONE.plus(rate).pow(ONE.div(MONTHS_PER_YEAR));
    const growth: Decimal[] = [ONE];
    for (let t = 1; t <= this.#horizonMonths; t++) growth.push((growth[t - 1] ?? ONE).times(step));
    this.#growth.set(name, growth);
    return growth;
  }
}

/** What the two ends of a driver's range make of an amount of a shape. */
const endsOf = (shape: DriverUse["shape"], { expected, low, high }: Driver): readonly Decimal[] => {
  if (shape.kind === "curve") return [shape.low, shape.high];
  if (shape.kind === "escalation" || expected.isZero()) return [ONE];
  return [low, high].map((end) => end.div(expected).pow(shape.exponent));
};
