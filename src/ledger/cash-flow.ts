import { type Decimal, ZERO } from "../core/decimal.ts";
import type { CashFlow, Ledger, LedgerEntry, Scenario } from "../model/ledger.ts";
import { Drivers, dueShare } from "./factor.ts";

/** Entries that fall due alike: the same side of the ledger, schedule and growth. Only their amounts differ. */
interface Group {
  readonly sample: LedgerEntry;
  amount: Decimal;
}

/** Entries grouped by what makes their months alike, so that a month is a handful of products however large the stack is. */
const groupsOf = (ledger: Ledger, drivers: Drivers, scenario: Scenario): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const entry of ledger.entries) {
    if (entry.amount.value === null) continue;
    const amount = entry.amount.value.times(drivers.weight(entry, scenario));
    const key = `${entry.kind} ${payKey(entry, drivers)}`;
    const group = groups.get(key);
    if (group) group.amount = group.amount.plus(amount);
    else groups.set(key, { sample: entry, amount });
  }
  return [...groups.values()];
};

/** Alike for entries that are paid alike. */
export const payKey = ({ schedule, drivers: uses }: LedgerEntry, drivers: Drivers): string => {
  const when =
    schedule.kind === "once" ? `${schedule.month}` : `${schedule.from}-${schedule.to ?? ""}/${schedule.rampMonths}`;
  return `${when} ${drivers
    .rates({ drivers: uses })
    .map(({ name }) => name)
    .join()}`;
};

/** The months of a ledger, t = 0 … horizon, in a scenario of its drivers. What is unknown is left out of every month. */
export const cashFlowOf = (ledger: Ledger, scenario: Scenario = "expected"): CashFlow => {
  const drivers = new Drivers(ledger);
  const zeros = () => Array.from({ length: ledger.horizonMonths + 1 }, () => ZERO);
  const months = { cost: zeros(), benefit: zeros() };
  for (const { sample, amount } of groupsOf(ledger, drivers, scenario)) {
    const series = months[sample.kind];
    for (let t = 0; t <= ledger.horizonMonths; t++) {
      const share = dueShare(sample.schedule, t);
      if (!share.isZero())
        series[t] = (series[t] ?? ZERO).plus(amount.times(share).times(drivers.escalation(sample, t)));
    }
  }
  return { costs: months.cost, benefits: months.benefit };
};
