import { type Decimal, ONE, sum, ZERO } from "../core/decimal.ts";
import { type Figure, stated } from "../core/figure.ts";
import type { LedgerEntry } from "../model/ledger.ts";
import { dueShare } from "./factor.ts";
import { type GroupedLedger, scheduleKey } from "./grouped-ledger.ts";

/**
 * How many full payments an entry makes over the horizon: Σ over its months of share due × escalation, and × 1/(1+r)^t
 * where a monthly rate is given. Entries that are paid alike share one figure.
 */
export const paymentsOf = (
  { ledger, drivers }: GroupedLedger,
  monthlyRate: Figure | undefined,
): ((entry: LedgerEntry) => Figure) => {
  const discount = discountFactors(ledger.horizonMonths, monthlyRate?.value ?? ZERO);
  const known = new Map<string, Figure>();

  const payments = (entry: LedgerEntry): Figure => {
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

  return (entry) => {
    const rates = drivers.rates(entry).map(({ name }) => name);
    const key = `${scheduleKey(entry.schedule)} ${rates.join()}`;
    const figure = known.get(key) ?? payments(entry);
    known.set(key, figure);
    return figure;
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
