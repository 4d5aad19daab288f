import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Decimal } from "../../src/core/decimal.ts";
import * as annuity from "../../src/finance/annuity.ts";
import * as breakEven from "../../src/finance/break-even.ts";
import * as factor from "../../src/finance/discount-factor.ts";
import { equivalentAnnualCost } from "../../src/finance/equivalent-annual-cost.ts";
import { irr } from "../../src/finance/irr.ts";
import { levelisedCost } from "../../src/finance/levelised-cost.ts";
import { mirr } from "../../src/finance/mirr.ts";
import { npv } from "../../src/finance/npv.ts";
import { payback } from "../../src/finance/payback.ts";
import * as rate from "../../src/finance/rate.ts";
import { annualisedRoi, roi } from "../../src/finance/roi.ts";
import * as savings from "../../src/finance/savings.ts";

/** One row of tests/formulas/finance/*.yaml: what a finance person states and can check with a calculator. */
interface Case {
  readonly name: string;
  readonly formula: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly expect?: unknown;
  readonly error?: string;
  readonly source?: string;
}

type Formula = (...values: never[]) => unknown;

/** Each formula and the names of its arguments in order. */
const FORMULAS: Readonly<Record<string, readonly [Formula, string]>> = {
  npv: [npv, "rate cashFlows"],
  irr: [irr, "cashFlows"],
  mirr: [mirr, "cashFlows financeRate reinvestRate"],
  payback: [payback, "cashFlows rate"],
  payment: [annuity.payment, "rate periods presentValue futureValue"],
  futureValue: [annuity.futureValue, "rate periods paymentPerPeriod presentValue"],
  periods: [annuity.periods, "rate paymentPerPeriod presentValue futureValue"],
  interestRate: [annuity.interestRate, "periods paymentPerPeriod presentValue futureValue"],
  interestPart: [annuity.interestPart, "rate period periods presentValue"],
  principalPart: [annuity.principalPart, "rate period periods presentValue"],
  presentValueFactor: [factor.presentValueFactor, "rate periods"],
  uniformSeriesFactor: [factor.uniformSeriesFactor, "rate periods"],
  escalatedSeriesFactor: [factor.escalatedSeriesFactor, "rate escalation periods"],
  capitalRecoveryFactor: [factor.capitalRecoveryFactor, "rate periods"],
  sinkingFundFactor: [factor.sinkingFundFactor, "rate periods"],
  monthlyRate: [rate.monthlyRate, "annual convention"],
  annualRate: [rate.annualRate, "monthly convention"],
  realRate: [rate.realRate, "nominal inflation"],
  escalationFactor: [rate.escalationFactor, "annual months"],
  roi: [roi, "benefits costs"],
  annualisedRoi: [annualisedRoi, "total years"],
  breakEvenMonth: [breakEven.breakEvenMonth, "cumulativeA cumulativeB"],
  breakEvenHours: [breakEven.breakEvenHours, "capex cloudRatePerHour operatingRatePerHour"],
  breakEvenUtilisation: [breakEven.breakEvenUtilisation, "ownedAnnualisedCost cloudRatePerHour hoursPerYear"],
  netSavings: [savings.netSavings, "presentValueOfSavings presentValueOfInvestment"],
  savingsToInvestmentRatio: [savings.savingsToInvestmentRatio, "presentValueOfSavings presentValueOfInvestment"],
  adjustedRateOfReturn: [savings.adjustedRateOfReturn, "ratio reinvestRate years"],
  equivalentAnnualCost: [equivalentAnnualCost, "presentValueOfCosts annualRate years"],
  levelisedCost: [levelisedCost, "rate costs quantities"],
};

const folder = new URL("../formulas/finance/", import.meta.url);
const files = readdirSync(folder).toSorted();
const tables = files.map((file) => [file, parse(readFileSync(new URL(file, folder), "utf8")) as Case[]] as const);

describe.each(tables)("%s", (_, cases) => {
  it.each(cases)("$formula: $name", (row) => {
    const [formula, names] = FORMULAS[row.formula] ?? expect.fail(`there is no formula ${row.formula}`);
    const order = names.split(" ");
    expect(Object.keys(row.given).filter((name) => !order.includes(name))).toEqual([]);
    const compute = () => formula(...(order.map((name) => row.given[name]) as never[]));
    if (row.error !== undefined) return expect(compute).toThrow(new RangeError(row.error));
    expect(row.source).toBeTypeOf("string");
    expectClose(compute(), row.expect);
  });
});

it("every formula has a case", () => {
  const used = new Set(tables.flatMap(([, cases]) => cases.map((row) => row.formula)));
  expect([...used].toSorted()).toEqual(Object.keys(FORMULAS).toSorted());
});

/** Within 1e-9 of the figure, or of 1 where zero is expected. Objects and lists field by field. */
const expectClose = (actual: unknown, expected: unknown): void => {
  if (Decimal.isDecimal(actual)) {
    const target = new Decimal(expected as string | number);
    const error = actual
      .minus(target)
      .abs()
      .div(target.isZero() ? 1 : target.abs());
    expect(error.toNumber(), `${actual} instead of ${target}`).toBeLessThan(1e-9);
  } else if (typeof actual === "object" && actual !== null) {
    expect(Object.keys(actual)).toEqual(Object.keys(expected as object));
    for (const [key, part] of Object.entries(actual)) expectClose(part, (expected as Record<string, unknown>)[key]);
  } else expect(actual).toEqual(expected);
};
