import { type Decimal, ONE, sum, ZERO } from "../core/decimal.ts";
import { derive, type Figure, stated, total } from "../core/figure.ts";
import type { Ledger, LedgerEntry, LedgerViews, Outlook, Scenario } from "../model/ledger.ts";
import { cashFlowOf, payKey } from "./cash-flow.ts";
import { Drivers, dueShare } from "./factor.ts";

type Kind = LedgerEntry["kind"];

/** Every view of a ledger. `monthlyRate` discounts the present values. */
export const viewsOf = (ledger: Ledger, monthlyRate: Figure): LedgerViews => ({
  monthlyCost: steadyMonth(ledger, "cost"),
  monthlyBenefit: steadyMonth(ledger, "benefit"),
  upfrontCost: upfront(ledger),
  costs: overHorizon(ledger, "cost"),
  costsPresentValue: overHorizon(ledger, "cost", monthlyRate),
  benefits: overHorizon(ledger, "benefit"),
  benefitsPresentValue: overHorizon(ledger, "benefit", monthlyRate),
  cashFlow: cashFlowOf(ledger),
  ...(hasRange(ledger) && {
    outlooks: { pessimistic: outlook(ledger, "pessimistic"), optimistic: outlook(ledger, "optimistic") },
  }),
});

const hasRange = (ledger: Ledger): boolean => ledger.drivers.some(({ low, high }) => !low.eq(high));

const outlook = (ledger: Ledger, scenario: Scenario): Outlook => ({
  cashFlow: cashFlowOf(ledger, scenario),
  monthlyCost: steadyMonthIn(ledger, "cost", scenario),
  monthlyBenefit: steadyMonthIn(ledger, "benefit", scenario),
});

/** A steady month: what everything costs (or earns) when all ramps are over and everything prepaid is amortised. */
const steadyMonth = (ledger: Ledger, kind: Kind): Figure => {
  const parts = ledger.entries.flatMap((entry) =>
    entry.kind === kind && entry.steadyMonth ? [{ entry, figure: entry.steadyMonth }] : [],
  );
  return byCategory(kind === "cost" ? "monthly cost" : "monthly benefit", "USD/month", parts);
};

/** The known value of a steady month in a scenario of the drivers' ranges; unknown where the expected one is. */
const steadyMonthIn = (ledger: Ledger, kind: Kind, scenario: Scenario): Decimal | null => {
  const drivers = new Drivers(ledger);
  const values = ledger.entries.flatMap((entry) => {
    const value = entry.kind === kind ? entry.steadyMonth?.value : null;
    return value ? [value.times(drivers.weight(entry, scenario))] : [];
  });
  return values.length === 0 ? null : sum(values);
};

/** What is paid on the day of deployment. */
const upfront = (ledger: Ledger): Figure => {
  const parts = ledger.entries.flatMap((entry) =>
    entry.kind === "cost" && entry.schedule.kind === "once" && entry.schedule.month === 0
      ? [{ entry, figure: entry.amount }]
      : [],
  );
  return byCategory("upfront cost", "USD", parts);
};

/** All costs (or benefits) over the horizon, each entry its amount times its payments; discounted where a monthly rate is given. */
const overHorizon = (ledger: Ledger, kind: Kind, monthlyRate?: Figure): Figure => {
  const payments = paymentsOf(ledger, monthlyRate);
  const what = kind === "cost" ? "total cost" : "total benefit";
  const parts = ledger.entries.flatMap((entry) => {
    if (entry.kind !== kind) return [];
    return [
      {
        entry,
        figure: derive(entry.label, "USD", "amount × payments", [entry.amount, payments(entry)], (amount, count) =>
          amount.times(count),
        ),
      },
    ];
  });
  return byCategory(
    monthlyRate ? `${what}, present value` : `${what} over ${ledger.horizonMonths} months`,
    "USD",
    parts,
  );
};

interface Part {
  readonly entry: LedgerEntry;
  readonly figure: Figure;
}

/** A sum of sums: category by category, and inside each entry by entry in the order of the plan. */
const byCategory = (name: string, unit: string, parts: readonly Part[]): Figure => {
  const categories = new Map<string, Part[]>();
  for (const part of parts) {
    const list = categories.get(part.entry.category);
    if (list) list.push(part);
    else categories.set(part.entry.category, [part]);
  }
  const sums = [...categories].map(([category, members]) =>
    total(
      category,
      unit,
      members.map(({ entry, figure }) => ({ ...figure, name: entry.label })),
    ),
  );
  return total(name, unit, sums);
};

/**
 * How many full payments an entry makes over the horizon: Σ over its months of share due × escalation, and × 1/(1+r)^t
 * where a rate is given. Entries that are paid alike share one figure.
 */
const paymentsOf = (ledger: Ledger, monthlyRate: Figure | undefined): ((entry: LedgerEntry) => Figure) => {
  const drivers = new Drivers(ledger);
  const discount = discountFactors(ledger.horizonMonths, monthlyRate?.value ?? ZERO);
  const known = new Map<string, Figure>();
  return (entry) => {
    const key = payKey(entry, drivers);
    const figure = known.get(key) ?? payments(entry, drivers, discount, monthlyRate);
    known.set(key, figure);
    return figure;
  };
};

const payments = (
  entry: LedgerEntry,
  drivers: Drivers,
  discount: readonly Decimal[],
  monthlyRate: Figure | undefined,
): Figure => {
  const months = discount.map((factor, t) =>
    dueShare(entry.schedule, t).times(factor).times(drivers.escalation(entry, t)),
  );
  const rates = drivers.rates(entry).map(({ name, rate }) => stated(name, rate, "1/year", `rackrate.yaml ${name}`));
  const terms = [
    "share due in month t",
    ...rates.map(({ name }) => `(1 + ${name})^(t/12)`),
    ...(monthlyRate ? ["1/(1 + monthly rate)^t"] : []),
  ];
  return {
    name: describeSchedule(entry),
    value: sum(months),
    unit: "payments",
    formula: `Σ ${terms.join(" × ")}`,
    inputs: [...rates, ...(monthlyRate ? [monthlyRate] : [])],
  };
};

const describeSchedule = ({ schedule }: LedgerEntry): string => {
  if (schedule.kind === "once") return schedule.month === 0 ? "paid at the start" : `in month ${schedule.month}`;
  const ramp = schedule.rampMonths > 1 ? `, growing over ${schedule.rampMonths} months` : "";
  return `monthly from month ${schedule.from}${schedule.to === undefined ? "" : ` to ${schedule.to}`}${ramp}`;
};

const discountFactors = (horizonMonths: number, monthlyRate: Decimal): readonly Decimal[] => {
  const step = ONE.div(ONE.plus(monthlyRate));
  const factors: Decimal[] = [ONE];
  for (let t = 1; t <= horizonMonths; t++) factors.push((factors[t - 1] ?? ONE).times(step));
  return factors;
};
