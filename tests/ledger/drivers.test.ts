import { describe, expect, it } from "vitest";
import { Decimal, sum } from "../../src/core/decimal.ts";
import { cashFlowOf } from "../../src/ledger/cash-flow.ts";
import { grouped } from "../../src/ledger/grouped-ledger.ts";
import { purchaseEntries } from "../../src/ledger/purchase.ts";
import { viewsOf } from "../../src/ledger/views.ts";
import type { DriverUse } from "../../src/model/cost.ts";
import type { Driver, LedgerEntry } from "../../src/model/ledger.ts";

const figure = (name: string, value: number, unit = "USD") => ({ name, value: new Decimal(value), unit });
const driver = (name: string, expected: number, low: number, high: number): Driver => ({
  name,
  expected: new Decimal(expected),
  low: new Decimal(low),
  high: new Decimal(high),
});
const curve = (name: string, low: number, high: number): DriverUse => ({
  driver: name,
  shape: { kind: "curve", low: new Decimal(low), high: new Decimal(high) },
});

const ledgerOf = (entries: readonly LedgerEntry[], drivers: readonly Driver[], horizonMonths = 12) => ({
  currency: "USD",
  horizonMonths,
  entries,
  drivers,
});
const totalIn = (ledger: ReturnType<typeof ledgerOf>, scenario: "expected" | "pessimistic" | "optimistic") =>
  sum(cashFlowOf(grouped(ledger), scenario).costs).toNumber();

const monthly = (id: string, drivers: readonly DriverUse[]): LedgerEntry => ({
  id,
  kind: "cost",
  urn: null,
  label: id,
  category: "power",
  amount: figure(id, 10),
  steadyMonth: figure(id, 10),
  schedule: { kind: "once", month: 0 },
  drivers,
});

describe("an entry on a curve", () => {
  const load = driver("load", 0.75, 0.5, 0.9);

  it("is what it is at each end, whatever the driver's own proportion", () => {
    const ledger = ledgerOf([monthly("power", [curve("load", 0.8, 1.1)])], [load]);
    expect(["optimistic", "expected", "pessimistic"].map((one) => totalIn(ledger, one as "expected"))).toEqual([
      8, 10, 11,
    ]);
  });

  it("is not grouped with one on another curve of the same driver", () => {
    const two = [monthly("one", [curve("load", 0.8, 1.1)]), monthly("other", [curve("load", 0.5, 2)])];
    expect(totalIn(ledgerOf(two, [load]), "pessimistic")).toBe(31);
    expect(totalIn(ledgerOf(two, [load]), "optimistic")).toBe(13);
  });

  it("stays as it is where the driver has no range", () => {
    expect(totalIn(ledgerOf([monthly("power", [curve("load", 0.8, 1.1)])], []), "pessimistic")).toBe(10);
  });
});

describe("a purchase in a range", () => {
  const base = { id: "server", kind: "cost", urn: null, label: "server", category: "hardware" } as const;
  const bought = (drivers: readonly DriverUse[], kept?: Driver) =>
    purchaseEntries(
      { ...base, drivers },
      figure("price", 1000),
      {
        kind: "purchase",
        lifeMonths: figure("life", 24, "months"),
        residualPerYear: figure("kept", 0.5, "1/year"),
        ...(kept && { residualRange: { driver: kept.name, low: kept.low, high: kept.high } }),
      },
      12,
    );
  const atEnds = (entries: readonly LedgerEntry[], drivers: readonly Driver[]) => {
    const { outlooks } = viewsOf(ledgerOf(entries, drivers), { name: "rate", unit: "1/month", value: new Decimal(0) });
    return [outlooks?.optimistic, outlooks?.pessimistic].map((outlook) => [
      sum(outlook?.costs ?? []).toNumber(),
      outlook?.monthlyCost?.toNumber(),
    ]);
  };

  it("brings more back where it was dearer: 800 or 1,100 for 1,000, half of it after the year, a quarter after its life", () => {
    const use: DriverUse = { driver: "price", shape: { kind: "power", exponent: 1 } };
    expect(atEnds(bought([use]), [driver("price", 1, 0.8, 1.1)])).toEqual([
      [400, 25],
      [550, 34.375],
    ]);
  });

  it("brings back what the share that it keeps leaves at each age: 0.4 or 0.6 a year", () => {
    const kept = driver("kept", 0.5, 0.4, 0.6);
    const [cheap, dear] = atEnds(bought([], kept), [kept]);
    expect(cheap?.[0]).toBeCloseTo(400, 9);
    expect(dear?.[0]).toBeCloseTo(600, 9);
    expect(cheap?.[1]).toBeCloseTo((1000 - 360) / 24, 9);
    expect(dear?.[1]).toBeCloseTo((1000 - 160) / 24, 9);
  });
});
