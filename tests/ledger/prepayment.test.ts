import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, type DecimalValue, sum } from "../../src/core/decimal.ts";
import { cashFlowOf } from "../../src/ledger/cash-flow.ts";
import { grouped } from "../../src/ledger/grouped-ledger.ts";
import { prepaidEntries } from "../../src/ledger/prepayment.ts";
import { purchaseEntries } from "../../src/ledger/purchase.ts";
import type { LedgerEntry } from "../../src/model/ledger.ts";

const base = { id: "fee", kind: "cost", urn: null, label: "web: fee", category: "compute", drivers: [] } as const;
const figure = (name: string, value: number | string | null, unit: string) => ({
  name,
  value: value === null ? null : new Decimal(value),
  unit,
});

interface Fee {
  readonly fee: number;
  readonly term: number | string | null;
  readonly horizon: number;
  readonly once?: true;
}

const entriesOf = ({ fee, term, horizon, once }: Fee): readonly LedgerEntry[] =>
  prepaidEntries(
    base,
    figure("fee", fee, "USD"),
    { kind: "prepaid", termMonths: figure("term", term, "months"), ...(once && { once }) },
    horizon,
  );
const flowOf = (entries: readonly LedgerEntry[], horizonMonths: number): readonly Decimal[] =>
  cashFlowOf(grouped({ currency: "USD", horizonMonths, entries, drivers: [] })).costs;
/** Months in which anything is paid or comes back. */
const paid = (fee: Fee): Readonly<Record<number, number>> =>
  Object.fromEntries(
    flowOf(entriesOf(fee), fee.horizon).flatMap((cost, month) => (cost.isZero() ? [] : [[month, cost.toNumber()]])),
  );
const totalOf = (fee: Fee): Decimal => sum(flowOf(entriesOf(fee), fee.horizon));

describe("a fee that is paid in advance", () => {
  it.each<[string, Fee, Readonly<Record<number, number>>, number]>([
    // 216 a year is 18 a month.
    ["for one year, over three", { fee: 216, term: 12, horizon: 36 }, { 0: 216, 12: 216, 24: 216 }, 648],
    ["for one year, over one", { fee: 216, term: 12, horizon: 12 }, { 0: 216 }, 216],
    ["for one year, over one and a half", { fee: 216, term: 12, horizon: 18 }, { 0: 216, 12: 216, 18: -108 }, 324],
    // 720 for three years is 20 a month; of the second term 12 months of 36 are left.
    ["for three years, over five", { fee: 720, term: 36, horizon: 60 }, { 0: 720, 36: 720, 60: -240 }, 1200],
    ["for three years, over one", { fee: 720, term: 36, horizon: 12 }, { 0: 720, 12: -480 }, 240],
    ["once, for 14 days", { fee: 1000, term: "0.4603", horizon: 36, once: true }, { 0: 1000 }, 1000],
    ["once, for 14 days, over a month", { fee: 1000, term: "0.4603", horizon: 1, once: true }, { 0: 1000 }, 1000],
    ["once, for half a year, over three", { fee: 600, term: 6, horizon: 36, once: true }, { 0: 600 }, 600],
    ["once, for half a year, over 3 months", { fee: 600, term: 6, horizon: 3, once: true }, { 0: 600, 3: -300 }, 300],
    ["for nobody knows how long", { fee: 600, term: null, horizon: 36 }, { 0: 600 }, 600],
  ])("%s", (_, fee, months, total) => {
    expect(paid(fee)).toEqual(months);
    expect(totalOf(fee).toNumber()).toBe(total);
  });

  it("has a steady month of its part of the term, and only where it is first paid", () => {
    const steady = entriesOf({ fee: 216, term: 12, horizon: 36 }).map(({ steadyMonth }) =>
      steadyMonth?.value?.toNumber(),
    );
    expect(steady).toEqual([18, undefined, undefined]);
  });

  it("names its renewals as an assumption, and none where there are none", () => {
    const assumed = (fee: Fee) => entriesOf(fee).flatMap(({ amount }) => amount.inputs?.[1]?.assumption ?? []);
    expect(assumed({ fee: 216, term: 12, horizon: 24 })).toEqual([expect.stringContaining("renewed at its end")]);
    expect(assumed({ fee: 216, term: 12, horizon: 12 })).toEqual([]);
  });
});

const terms = fc.integer({ min: 1, max: 60 });
const horizons = fc.integer({ min: 1, max: 120 });
const near = (one: Decimal, other: DecimalValue) => expect(one.minus(other).abs().lt("1e-20")).toBe(true);

describe("laws of what is paid in advance", () => {
  it("costs as much over a horizon as its steady months", () => {
    fc.assert(
      fc.property(fc.nat(1e6), terms, horizons, (fee, term, horizon) => {
        near(totalOf({ fee, term, horizon }), new Decimal(fee).div(term).times(horizon));
      }),
    );
  });

  it("costs the fee once a term over whole terms", () => {
    fc.assert(
      fc.property(fc.nat(1e6), terms, fc.integer({ min: 1, max: 8 }), (fee, term, count) => {
        expect(totalOf({ fee, term, horizon: term * count }).eq(fee * count)).toBe(true);
      }),
    );
  });

  it("costs so many times as much as its price, of which as much more comes back", () => {
    const driver = { name: "price", expected: new Decimal(1), low: new Decimal("0.5"), high: new Decimal(2) };
    const drivers = [{ driver: driver.name, shape: { kind: "power", exponent: 1 } }] as const;
    fc.assert(
      fc.property(fc.nat(1e6), terms, horizons, (fee, term, horizonMonths) => {
        const schedule = { kind: "prepaid", termMonths: figure("term", term, "months") } as const;
        const entries = prepaidEntries({ ...base, drivers }, figure("fee", fee, "USD"), schedule, horizonMonths);
        const book = grouped({ currency: "USD", horizonMonths, entries, drivers: [driver] });
        const [low, expected, high] = (["cheapest", "expected", "dearest"] as const).map((scenario) =>
          sum(cashFlowOf(book, scenario).costs),
        );
        near(low!, expected!.div(2));
        near(high!, expected!.times(2));
      }),
    );
  });

  it("falls due in the same months where its price holds in two parts as where it holds in one", () => {
    const lifeMonths = (term: number) => figure("life", term, "months");
    fc.assert(
      fc.property(terms, horizons, fc.nat(120), fc.boolean(), (term, horizon, cut, bought) => {
        const price = figure("price", 100, "USD");
        const entries = (holds?: { readonly from: number; readonly until?: number }) =>
          bought
            ? purchaseEntries(
                base,
                price,
                { kind: "purchase", lifeMonths: lifeMonths(term), residualPerYear: figure("kept", "0.5", "1/year") },
                horizon,
                holds,
              )
            : prepaidEntries(base, price, { kind: "prepaid", termMonths: lifeMonths(term) }, horizon, holds);
        const whole = flowOf(entries(), horizon);
        const parts = flowOf([...entries({ from: 0, until: cut }), ...entries({ from: cut })], horizon);
        for (const [month, cost] of whole.entries()) near(cost, parts[month] ?? 0);
      }),
    );
  });
});
