import { ZERO } from "../core/decimal.ts";
import type { CashFlow, Scenario } from "../model/ledger.ts";
import { dueShare } from "./factor.ts";
import type { GroupedLedger } from "./grouped-ledger.ts";

/** The months of a ledger, t = 0 … horizon, in a scenario of its drivers. What is unknown is left out of every month. */
export const cashFlowOf = ({ ledger, groups, drivers }: GroupedLedger, scenario: Scenario = "expected"): CashFlow => {
  const zeros = () => Array.from({ length: ledger.horizonMonths + 1 }, () => ZERO);
  const months = { cost: zeros(), benefit: zeros() };
  for (const { sample, amount: known } of groups) {
    if (!known) continue;
    const amount = known.times(drivers.weight(sample, scenario));
    const series = months[sample.kind];
    for (let t = 0; t <= ledger.horizonMonths; t++) {
      const share = dueShare(sample.schedule, t);
      if (!share.isZero())
        series[t] = (series[t] ?? ZERO).plus(amount.times(share).times(drivers.escalation(sample, t)));
    }
  }
  return { costs: months.cost, benefits: months.benefit };
};
