import { describe, expect, it } from "vitest";
import { Decimal, sum } from "../../src/core/decimal.ts";
import { cashFlowOf } from "../../src/ledger/cash-flow.ts";
import { grouped } from "../../src/ledger/grouped-ledger.ts";
import { purchaseEntries } from "../../src/ledger/purchase.ts";

const base = { id: "server", kind: "cost", urn: null, label: "server", category: "hardware", drivers: [] } as const;
const figure = (name: string, value: number, unit: string) => ({ name, value: new Decimal(value), unit });

/** A server of 100,000 that keeps half of its value each year, over a horizon. */
const bought = (horizonMonths: number, lifeMonths = 24) =>
  purchaseEntries(
    base,
    figure("price", 100_000, "USD"),
    {
      kind: "purchase",
      lifeMonths: figure("life", lifeMonths, "months"),
      residualPerYear: figure("kept", 0.5, "1/year"),
    },
    horizonMonths,
  );

const months = (horizonMonths: number) =>
  cashFlowOf(grouped({ currency: "USD", horizonMonths, entries: bought(horizonMonths), drivers: [] })).costs.map(
    (cost) => cost.toNumber(),
  );

describe("a purchase on the ledger", () => {
  it("is paid at the start and gives back what it is worth at the horizon", () => {
    const flow = months(12);
    expect(flow[0]).toBe(100_000);
    expect(flow[12]).toBeCloseTo(-50_000, 9);
    expect(flow.slice(1, 12).every((cost) => cost === 0)).toBe(true);
  });

  it("is bought anew at the end of its life, when the old one is sold", () => {
    const flow = months(36);
    expect(flow[24]).toBeCloseTo(100_000 - 25_000, 9);
    expect(flow[36]).toBeCloseTo(-50_000, 9);
  });

  it("is not bought on the horizon's last day", () => {
    expect(months(24)[24]).toBeCloseTo(-25_000, 9);
  });

  it("carries straight-line depreciation over its useful life in a steady month, whatever the horizon", () => {
    for (const horizon of [6, 12, 24, 36, 60]) {
      const steady = sum(bought(horizon).map((entry) => entry.steadyMonth?.value ?? new Decimal(0)));
      expect(steady.toNumber()).toBeCloseTo((100_000 - 25_000) / 24, 9);
    }
  });
});
