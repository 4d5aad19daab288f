import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/core/decimal.ts";
import * as annuity from "../../src/finance/annuity.ts";
import { breakEvenMonth } from "../../src/finance/break-even.ts";
import * as factor from "../../src/finance/discount-factor.ts";
import { equivalentAnnualCost } from "../../src/finance/equivalent-annual-cost.ts";
import { irr } from "../../src/finance/irr.ts";
import { mirr } from "../../src/finance/mirr.ts";
import { npv } from "../../src/finance/npv.ts";
import { payback } from "../../src/finance/payback.ts";
import { annualRate, escalationFactor, monthlyRate, realRate } from "../../src/finance/rate.ts";
import { annualisedRoi, roi } from "../../src/finance/roi.ts";
import { adjustedRateOfReturn, netSavings, savingsToInvestmentRatio } from "../../src/finance/savings.ts";

const rate = fc.integer({ min: -900, max: 3000 }).map((permille) => permille / 1000);
const interest = fc.integer({ min: 0, max: 500 }).map((permille) => permille / 1000);
const money = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100);
const amount = fc.integer({ min: 1, max: 1_000_000_00 }).map((cents) => cents / 100);
const count = fc.integer({ min: 1, max: 120 });
const series = fc.array(money, { minLength: 1, maxLength: 60 });
const convention = fc.constantFrom("effective" as const, "nominal" as const);

const expectSame = (actual: Decimal | null, expected: Decimal | number): void => {
  const error = actual
    ?.minus(expected)
    .abs()
    .div(Decimal.max(1, new Decimal(expected).abs()));
  expect(error?.toNumber(), `${actual} instead of ${expected}`).toBeLessThan(1e-15);
};

describe("rates", () => {
  it("return to the year they came from", () => {
    fc.assert(fc.property(rate, convention, (r, how) => expectSame(annualRate(monthlyRate(r, how), how), r)));
  });

  it("compound monthly to no less than they are called", () => {
    fc.assert(
      fc.property(interest, (r) => {
        expect(annualRate(monthlyRate(r, "nominal"), "effective").gte(r)).toBe(true);
      }),
    );
  });

  it("are nominal again once inflation is put back", () => {
    fc.assert(
      fc.property(rate, rate, (nominal, inflation) => {
        expectSame(realRate(nominal, inflation).plus(1).times(new Decimal(inflation).plus(1)).minus(1), nominal);
      }),
    );
  });

  it("escalate over two spans as over their sum", () => {
    fc.assert(
      fc.property(interest, count, count, (x, first, second) => {
        const both = escalationFactor(x, first).times(escalationFactor(x, second));
        expectSame(both.div(escalationFactor(x, first + second)), 1);
      }),
    );
  });
});

describe("net present value", () => {
  it("is linear in the flows", () => {
    fc.assert(
      fc.property(rate, fc.array(fc.tuple(money, money), { maxLength: 40 }), money, (r, pairs, scale) => {
        const left = pairs.map(([a]) => a);
        const right = pairs.map(([, b]) => b);
        const combined = pairs.map(([a, b]) => new Decimal(a).times(scale).plus(b));
        expectSame(npv(r, combined), npv(r, left).times(scale).plus(npv(r, right)));
      }),
    );
  });

  it("loses one discount factor for each period of delay", () => {
    fc.assert(
      fc.property(interest, series, (r, flows) => {
        expectSame(npv(r, [0, ...flows]), npv(r, flows).times(factor.presentValueFactor(r, 1)));
      }),
    );
  });

  it("of level income is the uniform series factor, and of escalating income the escalated one", () => {
    fc.assert(
      fc.property(rate, interest, count, (r, rise, n) => {
        const level = new Array<number>(n).fill(1);
        const rising = level.map((_, t) => new Decimal(rise).plus(1).pow(t + 1));
        const series = factor.escalatedSeriesFactor(r, rise, n);
        expectSame(npv(r, [0, ...level]), factor.uniformSeriesFactor(r, n));
        expectSame(npv(r, [0, ...rising]).div(series), 1);
      }),
    );
  });
});

describe("payback", () => {
  it("never comes later when there are more benefits", () => {
    fc.assert(
      fc.property(interest, fc.array(fc.tuple(money, amount), { minLength: 1, maxLength: 40 }), (r, periods) => {
        const before = payback(
          periods.map(([flow]) => flow),
          r,
        );
        const after = payback(
          periods.map(([flow, more]) => flow + more),
          r,
        );
        if (before !== null) expect(after?.lte(before)).toBe(true);
      }),
    );
  });

  it("leaves the cumulated flow non-negative at every later period and negative just before", () => {
    fc.assert(
      fc.property(series, (flows) => {
        const cumulated = flows.map((_, t) => npv(0, flows.slice(0, t + 1)));
        const time = payback(flows);
        const last = cumulated.length - 1;
        expect(time === null).toBe(cumulated[last]!.lt(0));
        if (time === null) return;
        for (let t = time.ceil().toNumber(); t <= last; t++) expect(cumulated[t]!.gte(0)).toBe(true);
        if (time.gt(0)) expect(cumulated[time.ceil().toNumber() - 1]!.lt(0)).toBe(true);
      }),
    );
  });

  it("is the break-even of a cumulated cost against nothing", () => {
    fc.assert(
      fc.property(series, (flows) => {
        const cost = flows.map((_, t) => npv(0, flows.slice(0, t + 1)).neg());
        const nothing = cost.map(() => 0);
        expect(breakEvenMonth(nothing, cost)).toEqual(payback(flows));
      }),
    );
  });
});

describe("annuities", () => {
  it("pay back exactly what was lent", () => {
    fc.assert(
      fc.property(rate, count, amount, (r, n, lent) => {
        const paid = annuity.payment(r, n, lent);
        expectSame(paid.times(factor.uniformSeriesFactor(r, n)).neg(), lent);
        expectSame(annuity.futureValue(r, n, paid, lent).div(factor.compoundFactor(r, n)), 0);
      }),
    );
  });

  it("give back each quantity from the others", () => {
    fc.assert(
      fc.property(interest, count, amount, (r, n, lent) => {
        const paid = annuity.payment(r, n, lent);
        expectSame(annuity.interestRate(n, paid, lent), r);
        expect(annuity.periods(r, paid, lent)?.toFixed(9)).toBe(n.toFixed(9)); // a long loan barely tells its end
      }),
      { numRuns: 50 },
    );
  });

  it("repay in parts that add up to the loan", () => {
    fc.assert(
      fc.property(interest, fc.integer({ min: 1, max: 24 }), amount, (r, n, lent) => {
        const parts = Array.from({ length: n }, (_, i) => annuity.principalPart(r, i + 1, n, lent));
        expectSame(npv(0, parts).neg(), lent);
      }),
    );
  });

  it("recover capital as interest plus a sinking fund", () => {
    fc.assert(
      fc.property(rate, count, (r, n) => {
        expectSame(factor.capitalRecoveryFactor(r, n), factor.sinkingFundFactor(r, n).plus(r));
      }),
    );
  });
});

describe("equivalent annual cost", () => {
  it("of a level cost is that cost", () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 40 }), amount, (r, years, cost) => {
        const worth = npv(r, [0, ...new Array<number>(years).fill(cost)]);
        expectSame(equivalentAnnualCost(worth, r, years), cost);
      }),
    );
  });
});

describe("returns", () => {
  it("compound to the total over the horizon", () => {
    fc.assert(
      fc.property(amount, amount, count, (benefits, costs, years) => {
        const total = roi(benefits, costs)!;
        expectSame(annualisedRoi(total, years)!.plus(1).pow(years).div(total.plus(1)), 1);
      }),
    );
  });

  it("of a single payment are the same by IRR, MIRR, ROI and NIST's adjusted rate", () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 30 }), interest, (paid, earned, years, r) => {
        const flows = [-paid, ...new Array<number>(years - 1).fill(0), earned];
        const yearly = annualisedRoi(roi(earned, paid)!, years)!;
        const saved = factor.presentValueFactor(r, years).times(earned);
        fc.pre(yearly.lt(1e6));
        expectSame(irr(flows).roots[0] ?? null, yearly);
        expectSame(mirr(flows, r, r), yearly);
        expectSame(adjustedRateOfReturn(savingsToInvestmentRatio(saved, paid)!, r, years), yearly);
        expectSame(netSavings(saved, paid), npv(r, flows));
      }),
    );
  });
});
