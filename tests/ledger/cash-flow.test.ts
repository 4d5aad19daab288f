import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, sum } from "../../src/core/decimal.ts";
import { type Figure, total } from "../../src/core/figure.ts";
import { cashFlowOf } from "../../src/ledger/cash-flow.ts";
import { grouped } from "../../src/ledger/grouped-ledger.ts";
import { viewsOf } from "../../src/ledger/views.ts";
import type { Driver, Ledger, LedgerEntry, Scenario } from "../../src/model/ledger.ts";

const figure = (value: number | string | null, unit = "USD/month") => ({
  name: "amount",
  unit,
  value: value === null ? null : new Decimal(value),
});

const entry = (parts: Partial<LedgerEntry> & Pick<LedgerEntry, "amount">): LedgerEntry => ({
  id: "e",
  kind: "cost",
  urn: null,
  label: "entry",
  category: "compute",
  steadyMonth: parts.amount,
  schedule: { kind: "monthly", from: 1, rampMonths: 0 },
  drivers: [],
  ...parts,
});

const ledger = (entries: readonly LedgerEntry[], horizonMonths = 12, drivers: readonly Driver[] = []): Ledger => ({
  currency: "USD",
  horizonMonths,
  entries,
  drivers,
});

const monthsOf = (entries: Ledger, scenario?: Scenario) => cashFlowOf(grouped(entries), scenario);
const noRate = { name: "monthly rate", unit: "1/month", value: new Decimal(0) };
const numbers = (values: readonly Decimal[]): number[] => values.map((value) => value.toNumber());
const driver = (name: string, low: number, expected: number, high: number): Driver => ({
  name,
  low: new Decimal(low),
  expected: new Decimal(expected),
  high: new Decimal(high),
});

describe("the months of a ledger", () => {
  it("pays a monthly entry at the end of each month and nothing on the first day", () => {
    expect(numbers(monthsOf(ledger([entry({ amount: figure(10) })], 3)).costs)).toEqual([0, 10, 10, 10]);
  });

  it("pays a single entry in its month alone", () => {
    const once = entry({ amount: figure(100), schedule: { kind: "once", month: 2 } });
    expect(numbers(monthsOf(ledger([once], 3)).costs)).toEqual([0, 0, 100, 0]);
  });

  it("grows a ramp linearly to its full amount and stops after its last month", () => {
    const ramp = entry({
      kind: "benefit",
      amount: figure(60),
      schedule: { kind: "monthly", from: 2, to: 5, rampMonths: 3 },
    });
    expect(numbers(monthsOf(ledger([ramp], 6)).benefits)).toEqual([0, 0, 20, 40, 60, 60, 0]);
  });

  it("escalates by (1 + x)^(t/12)", () => {
    const energy = entry({
      amount: figure(100),
      drivers: [{ driver: "energyEscalation", shape: { kind: "escalation" } }],
    });
    const costs = monthsOf(ledger([energy], 24, [driver("energyEscalation", 0.1, 0.1, 0.1)])).costs;
    expect(costs[12]?.toNumber()).toBeCloseTo(110, 10);
    expect(costs[24]?.toNumber()).toBeCloseTo(121, 10);
  });

  it("takes a dearer cost and a smaller benefit as the pessimistic scenario, and leaves the expected one alone", () => {
    const uses = [{ driver: "x", shape: { kind: "power", exponent: 1 } }] as const;
    const both = ledger(
      [entry({ amount: figure(100), drivers: uses }), entry({ kind: "benefit", amount: figure(100), drivers: uses })],
      1,
      [driver("x", 0.5, 1, 2)],
    );
    expect(numbers(monthsOf(both).costs)).toEqual([0, 100]);
    expect(numbers(monthsOf(both, "pessimistic").costs)).toEqual([0, 200]);
    expect(numbers(monthsOf(both, "pessimistic").benefits)).toEqual([0, 50]);
    expect(numbers(monthsOf(both, "optimistic").benefits)).toEqual([0, 200]);
  });

  it("leaves the unknown out of the months and names it in the sum", () => {
    const partly = ledger([entry({ amount: figure(5) }), entry({ label: "storage", amount: figure(null) })], 2);
    expect(numbers(monthsOf(partly).costs)).toEqual([0, 5, 5]);
    expect(viewsOf(partly, noRate).costs.leavesOut).toEqual(["storage"]);
  });
});

const anyEntry: fc.Arbitrary<LedgerEntry> = fc
  .record({
    kind: fc.constantFrom("cost" as const, "benefit" as const),
    amount: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
    schedule: fc.oneof(
      fc.record({ kind: fc.constant("once" as const), month: fc.integer({ min: 0, max: 24 }) }),
      fc.record({
        kind: fc.constant("monthly" as const),
        from: fc.integer({ min: 1, max: 12 }),
        rampMonths: fc.integer({ min: 0, max: 12 }),
      }),
    ),
    escalates: fc.boolean(),
    category: fc.constantFrom("compute" as const, "power" as const, "people" as const),
  })
  .map(({ amount, escalates, ...rest }) =>
    entry({
      ...rest,
      amount: figure(amount),
      drivers: escalates ? [{ driver: "inflation", shape: { kind: "escalation" } }] : [],
    }),
  );

const anyLedger = fc
  .array(anyEntry, { maxLength: 30 })
  .map((entries) => ledger(entries, 24, [driver("inflation", 0.03, 0.03, 0.03)]));
const close = (a: Decimal, b: Decimal) => expect(a.minus(b).abs().lte(a.abs().times("1e-25").plus("1e-20"))).toBe(true);

describe("laws of the ledger", () => {
  it("has a total that is the sum of its months", () => {
    fc.assert(
      fc.property(anyLedger, (of) => {
        const views = viewsOf(of, noRate);
        close(views.costs.value ?? new Decimal(0), sum(views.cashFlow.costs));
        close(views.benefits.value ?? new Decimal(0), sum(views.cashFlow.benefits));
      }),
    );
  });

  it("has a present value that is its discounted months", () => {
    const rate = { name: "monthly rate", unit: "1/month", value: new Decimal("0.0065") };
    fc.assert(
      fc.property(anyLedger, (of) => {
        const views = viewsOf(of, rate);
        const discounted = sum(views.cashFlow.costs.map((cost, t) => cost.div(rate.value.plus(1).pow(t))));
        close(views.costsPresentValue.value ?? new Decimal(0), discounted);
      }),
    );
  });

  it("has views whose value and gaps are those of the terms that explain them", () => {
    const rate = { name: "monthly rate", unit: "1/month", value: new Decimal("0.0065") };
    const check = (view: Figure): void => {
      if (view.formula !== "sum") return;
      const again = total(view.name, view.unit, view.inputs ?? []);
      expect(again.leavesOut).toEqual(view.leavesOut);
      expect(again.value === null).toBe(view.value === null);
      close(again.value ?? new Decimal(0), view.value ?? new Decimal(0));
      for (const term of view.inputs ?? []) check(term);
    };
    fc.assert(
      fc.property(anyLedger, (of) => {
        const { cashFlow: _, outlooks: __, ...views } = viewsOf(of, rate);
        for (const view of Object.values(views)) check(view);
      }),
    );
  });

  it("does not care about the order of its entries", () => {
    fc.assert(
      fc.property(anyLedger, (of) => {
        const turned = { ...of, entries: [...of.entries].reverse() };
        monthsOf(of).costs.forEach((cost, t) => {
          close(cost, monthsOf(turned).costs[t] ?? new Decimal(-1));
        });
      }),
    );
  });

  it("never costs less with one entry more", () => {
    fc.assert(
      fc.property(anyLedger, anyEntry, (of, more) => {
        const larger = monthsOf({ ...of, entries: [...of.entries, more] });
        monthsOf(of).costs.forEach((cost, t) => {
          expect(larger.costs[t]?.gte(cost)).toBe(true);
        });
      }),
    );
  });

  it("lets a group's size move what it costs, and leaves returns at the size that earns them", () => {
    const size: Driver = { ...driver("scale", 0, 1, 4), ofSize: true };
    const grows = [{ driver: "scale", shape: { kind: "power", exponent: 1 } }] as const;
    const machines = entry({ amount: figure(100), drivers: grows });
    const { outlooks } = viewsOf(ledger([machines], 2, [size]), noRate);
    expect(outlooks?.optimistic.monthlyCost?.toNumber()).toBe(0);
    expect(outlooks?.pessimistic.monthlyCost?.toNumber()).toBe(400);
    expect(numbers(outlooks?.pessimistic.costs ?? [])).toEqual([0, 400, 400]);
    expect(numbers(outlooks?.pessimistic.cashFlow.costs ?? [])).toEqual([0, 100, 100]);
    expect(numbers(outlooks?.optimistic.cashFlow.costs ?? [])).toEqual([0, 100, 100]);
  });
});
