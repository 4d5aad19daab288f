import { Decimal, ONE } from "../core/decimal.ts";
import { derive, type Figure } from "../core/figure.ts";
import { MONTHS_PER_YEAR } from "../core/period.ts";
import type { LineSchedule, Months } from "../model/cost.ts";
import type { LedgerEntry } from "../model/ledger.ts";
import { livesOf } from "./lives.ts";
import { depreciationDrivers, residualDrivers } from "./residual-drivers.ts";

type Purchase = Extract<LineSchedule, { kind: "purchase" }>;
type Base = Pick<LedgerEntry, "id" | "kind" | "urn" | "label" | "category" | "drivers">;

/** What is left of a price after some months of use: price × (share kept per year)^(months/12). */
const residual = (price: Figure, months: number | Figure, schedule: Purchase): Figure => {
  const age: Figure = typeof months === "number" ? { name: "age", value: new Decimal(months), unit: "months" } : months;
  return derive(
    `residual value of ${price.name}`,
    price.unit,
    "price × (share kept per year)^(age ÷ 12)",
    [price, schedule.residualPerYear, age],
    (paid, kept, used) => paid.times(kept.pow(used.div(MONTHS_PER_YEAR))),
  );
};

/**
 * A purchase on the ledger: paid at the start and again after each life; what the old one is still worth comes back when
 * it is replaced, and at the horizon's end for the one then in use. A steady month carries straight-line depreciation
 * over the useful life, (price − residual value) ÷ life, whatever the horizon is. `holds` says in which months the price is
 * the one to pay.
 */
export const purchaseEntries = (
  base: Base,
  price: Figure,
  schedule: Purchase,
  horizonMonths: number,
  holds?: Months,
): readonly LedgerEntry[] => {
  const atEndOfLife = residual(price, schedule.lifeMonths, schedule);
  const steadyMonth = derive(
    `${base.label}, depreciation`,
    `${price.unit}/month`,
    "(price − residual value) ÷ life",
    [price, atEndOfLife, schedule.lifeMonths],
    (paid, left, months) => paid.minus(left).div(months),
  );
  const steadyDrivers = depreciationDrivers(base.drivers, schedule);
  return livesOf(schedule.lifeMonths, horizonMonths, holds).flatMap((life): readonly LedgerEntry[] => [
    {
      ...base,
      id: `${base.id}@${life.from}`,
      amount: price,
      schedule: { kind: "once", month: life.from },
      ...(life.from === 0 && { steadyMonth, ...(steadyDrivers && { steadyDrivers }) }),
    },
    {
      ...base,
      drivers: residualDrivers(base.drivers, schedule, life.to - life.from),
      id: `${base.id}@${life.to}-residual`,
      label: `${base.label}, residual value`,
      amount: negated(residual(price, life.to - life.from, schedule)),
      schedule: { kind: "once", month: life.to },
    },
  ]);
};

const negated = (figure: Figure): Figure =>
  derive(`${figure.name}, given back`, figure.unit, "−residual value", [figure], (value) => ONE.negated().times(value));
