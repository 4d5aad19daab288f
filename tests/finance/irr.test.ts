import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, ONE, ZERO } from "../../src/core/decimal.ts";
import { irr } from "../../src/finance/irr.ts";
import { npv } from "../../src/finance/npv.ts";
import { distinctPositiveRoots } from "./sturm.ts";

/** Growth factors 1 + r from 0.01 to 5.00, so that rates run from −99 % to 400 %. */
const growth = fc.integer({ min: 1, max: 500 }).map((cents) => new Decimal(cents).div(100));

const flow = fc.integer({ min: -9, max: 9 });

/** The cash flow whose NPV is Π (1 − g·x) with x = 1 / (1 + r): zero at every r = g − 1 and nowhere else. */
const flowsWithRates = (factors: readonly (readonly Decimal[])[]): Decimal[] =>
  factors.reduce<Decimal[]>(
    (left, right) =>
      Array.from({ length: left.length + right.length - 1 }, (_, t) =>
        left.reduce((total, value, i) => total.plus(value.times(right[t - i] ?? 0)), ZERO),
      ),
    [ONE],
  );

const texts = (rates: readonly Decimal[]): string[] => rates.map(String);

const ratesOf = (factors: readonly Decimal[]): string[] =>
  texts([...new Set(factors.map(String))].map((factor) => new Decimal(factor).minus(1)).toSorted((a, b) => a.cmp(b)));

/** |NPV| against the sum of absolute discounted flows: what is left after they cancel. */
const remainder = (rate: Decimal, flows: readonly number[]): number =>
  npv(rate, flows)
    .abs()
    .div(
      npv(
        rate,
        flows.map((value) => Math.abs(value)),
      ),
    )
    .toNumber();

describe("irr", () => {
  it("finds exactly the rates that a cash flow was built from, repeated ones once", () => {
    const factors = fc.array(growth, { minLength: 1, maxLength: 8 });
    // 1 + b·x + c·x² has no positive root for b, c ≥ 0, so it adds periods and no rate.
    const rootless = fc.tuple(fc.nat(9), fc.nat(9)).map(([b, c]) => [ONE, new Decimal(b), new Decimal(c)]);
    fc.assert(
      fc.property(factors, fc.array(rootless, { maxLength: 3 }), (rates, others) => {
        const flows = flowsWithRates([...rates.map((g) => [ONE, g.neg()]), ...others]);
        const found = irr(flows).roots.map((rate) => rate.toDecimalPlaces(6));
        expect(texts(found)).toEqual(ratesOf(rates));
      }),
    );
  });

  it("finds a rate of any multiplicity up to eight", () => {
    fc.assert(
      fc.property(growth, fc.integer({ min: 1, max: 8 }), (g, times) => {
        const { state, roots } = irr(flowsWithRates(new Array(times).fill([ONE, g.neg()])));
        expect(state).toBe("unique");
        expect(texts(roots)).toEqual([g.minus(1).toString()]);
      }),
    );
  });

  it("finds as many rates as Sturm's theorem counts", () => {
    fc.assert(
      fc.property(fc.array(flow, { minLength: 1, maxLength: 14 }), (flows) => {
        expect(irr(flows).roots.length).toBe(distinctPositiveRoots(flows.map(BigInt)));
      }),
      { numRuns: 2000 },
    );
  });

  it("makes the net present value zero at every rate", () => {
    const cents = fc.integer({ min: -1e11, max: 1e11 }).map((value) => value / 100);
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 60 }), (flows) => {
        for (const rate of irr(flows).roots) expect(remainder(rate, flows)).toBeLessThan(1e-20);
      }),
    );
  });

  it("does not depend on the currency, the sign, or when the first flow is", () => {
    const scale = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 24 }), scale, fc.nat(5), (flows, factor, delay) => {
        const plain = texts(irr(flows).roots.map((rate) => rate.toSignificantDigits(12)));
        const scaled = flows.map((value) => new Decimal(value).times(factor).neg());
        const moved = irr([...new Array(delay).fill(0), ...scaled, 0]).roots;
        expect(texts(moved.map((rate) => rate.toSignificantDigits(12)))).toEqual(plain);
      }),
    );
  });

  it("finds the monthly rate of a forty-year annuity with a refresh every third year", () => {
    const flows = Array.from({ length: 481 }, (_, month) => (month % 36 === 0 && month < 480 ? -1_000_000 : 45_000));
    const { state, roots } = irr(flows);
    expect(state).toBe("unique");
    expect(remainder(roots[0]!, flows)).toBeLessThan(1e-20);
  });

  it("holds flows that differ by hundreds of orders of magnitude", () => {
    expect(texts(irr(["-1e300", 0, "1e-300"]).roots)).toEqual([]);
    expect(texts(irr(["-1e-9", "1.1e-9"]).roots)).toEqual(["0.1"]);
    expect(texts(irr(["-1e-400", "1.1e-400"]).roots)).toEqual(["0.1"]);
  });
});
