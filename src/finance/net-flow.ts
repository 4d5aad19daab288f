import { type Decimal, sum, ZERO } from "../core/decimal.ts";
import type { Figure } from "../core/figure.ts";
import type { CashFlow } from "../model/ledger.ts";

/** Benefits less costs of each month, t = 0 … horizon. */
export const netOf = ({ costs, benefits }: CashFlow): readonly Decimal[] =>
  costs.map((cost, t) => (benefits[t] ?? ZERO).minus(cost));

/**
 * The dated flows that payback and rates of return are computed from, month by month, so that anybody can do so again:
 * what is bought stands in its month and not at its depreciation, and ramps, escalation and what comes back are in it.
 */
export const netFlowFigure = (flow: CashFlow, currency: string): Figure => {
  const net = netOf(flow);
  const months = net.map(
    (value, t): Figure => ({
      name: t === 0 ? "on the day of deployment" : `in month ${t}`,
      value,
      unit: currency,
      formula: `${(flow.benefits[t] ?? ZERO).toFixed(2)} − ${(flow.costs[t] ?? ZERO).toFixed(2)}`,
    }),
  );
  return {
    name: "net flow",
    value: sum(net),
    unit: currency,
    formula: "benefits − costs, month by month",
    inputs: months,
  };
};
