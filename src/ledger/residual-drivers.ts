import { type Decimal, ONE } from "../core/decimal.ts";
import { MONTHS_PER_YEAR } from "../core/period.ts";
import type { DriverUse, LineSchedule } from "../model/cost.ts";

type Purchase = Extract<LineSchedule, { kind: "purchase" }>;
type Uses = readonly DriverUse[];

/**
 * What a residual value responds to: to all that its purchase does, as the purchase does, and to the share of its value
 * that is kept each year, price × share^(months ÷ 12).
 */
export const residualDrivers = (ofPurchase: Uses, { residualRange }: Purchase, months: number): Uses => {
  const givenBack = ofPurchase.map((use): DriverUse => ({ ...use, givenBack: true }));
  if (residualRange === undefined) return givenBack;
  return [
    ...givenBack,
    { driver: residualRange.driver, shape: { kind: "power", exponent: months / MONTHS_PER_YEAR.toNumber() } },
  ];
};

/** What depreciation responds to: price × (1 − share^(life ÷ 12)) ÷ life. Absent where it is what the purchase responds to. */
export const depreciationDrivers = (ofPurchase: Uses, schedule: Purchase): Uses | undefined => {
  const { residualRange: range, residualPerYear, lifeMonths } = schedule;
  const years = lifeMonths.value?.div(MONTHS_PER_YEAR);
  if (range === undefined || years === undefined || residualPerYear.value === null) return undefined;
  const lost = (share: Decimal): Decimal => ONE.minus(share.pow(years));
  const expected = lost(residualPerYear.value);
  if (expected.isZero()) return undefined;
  const shape = { kind: "curve", low: lost(range.low).div(expected), high: lost(range.high).div(expected) } as const;
  return [...ofPurchase, { driver: range.driver, shape }];
};
