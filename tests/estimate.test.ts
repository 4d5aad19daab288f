import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { Decimal, ONE } from "../src/core/decimal.ts";
import { InputError } from "../src/core/diagnostic.ts";
import { type Figure, walk } from "../src/core/figure.ts";
import { estimate } from "../src/estimate.ts";
import { compareEstimates } from "../src/finance/compare.ts";
import { payback } from "../src/finance/payback.ts";
import { type Estimate, MEASURES } from "../src/model/estimate.ts";
import { settingsSchema } from "../src/model/settings.ts";
import { GPU_CLUSTER } from "../src/model/specification.ts";
import { joinSnapshots } from "../src/plan/join.ts";
import { openAwsList } from "../src/prices/aws-list.ts";
import { openPrices } from "../src/project-estimate.ts";
import { toDocument } from "../src/report/json.ts";
import { snapshotOf, type WrittenResource } from "./resources/snapshot.ts";

const TODAY = "2026-11-24";
const LIST = openAwsList();

/** What a stack is made of; money in USD. */
interface Sketch {
  readonly nodes: number;
  readonly nodesAfter: number;
  readonly servers: number;
  readonly storedGb: number;
  readonly fee: number;
  readonly serverPrice: number | undefined;
  readonly electricity: number | undefined;
  readonly hourOfOutage: number;
  readonly discount: number;
  readonly committed: number;
}

const sketches: fc.Arbitrary<Sketch> = fc.record({
  nodes: fc.nat(8),
  nodesAfter: fc.nat(8),
  servers: fc.nat(4),
  storedGb: fc.nat(1e6),
  fee: fc.nat(1e5),
  serverPrice: fc.option(fc.integer({ min: 1, max: 500_000 }), { nil: undefined }),
  electricity: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
  hourOfOutage: fc.nat(500_000),
  discount: fc.nat(100),
  committed: fc.integer({ min: 1, max: 500 }),
});

const side = (nodes: number, { servers, storedGb }: Sketch) => {
  const specification = { kind: "gpu-cluster", version: 1, platform: "on-premises", server: "DGX H100", servers };
  const written: WrittenResource[] = [
    {
      type: "aws:eks/nodeGroup:NodeGroup",
      name: "nodes",
      props: { instanceTypes: ["p5.48xlarge"], scalingConfig: { desiredSize: nodes, minSize: 0, maxSize: 9 } },
    },
    { type: "aws:s3/bucket:Bucket", name: "data" },
    { type: "aws:ec2/capacityBlockReservation:CapacityBlockReservation", name: "block" },
    // No list has a price of it.
    { type: "aws:ec2/instance:Instance", name: "dear", props: { instanceType: "p5e.48xlarge" } },
    ...(servers > 0
      ? [
          {
            type: GPU_CLUSTER,
            name: "site",
            component: true,
            props: { specification: { ...specification, storageTib: storedGb / 1000 } },
          },
        ]
      : []),
  ];
  return snapshotOf(written);
};

/** A sketch as it is reported in a currency, each amount of the settings turned into it. */
const estimateIn = (currency: string, sketch: Sketch, usd: string): Estimate => {
  const worth = (dollars: number): number => (currency === "USD" ? dollars : dollars / Number(usd));
  const { nodes, nodesAfter, storedGb, fee, serverPrice, electricity, hourOfOutage, discount, committed } = sketch;
  const stated: z.input<typeof settingsSchema> = {
    currency,
    usage: { data: { standard: { storage_gb: storedGb } }, block: { upfront_fee_usd: fee } },
    facility: {
      ...(serverPrice !== undefined && { servers: { "DGX H100": { price: worth(serverPrice) } } }),
      ...(electricity !== undefined && { electricityPerKwh: worth(electricity / 100) }),
    },
    prices: {
      exchangeRates: { EUR: { usd, asOf: "2026-11-20", source: "a test" } },
      discounts: [{ percent: discount, service: "AmazonEC2" }],
      rates: [{ item: "storage/standard", amount: "0.02", unit: "GB", currency: "USD", source: "a test" }],
      commitments: [
        {
          id: "plan",
          kind: "compute-savings-plan",
          hourly: committed,
          rates: { "p5.48xlarge": 20 },
          term: "3y",
          payment: "no-upfront",
          start: "2026-06-01",
        },
      ],
    },
    benefits: [
      {
        id: "outages",
        kind: "avoided-downtime",
        incidentsPerMonth: 1,
        hoursPerIncident: { value: 3, low: 1, high: 4 },
        costPerHour: worth(hourOfOutage),
        recall: 0.6,
        rampUpMonths: 6,
      },
    ],
    gates: {},
  };
  const settings = settingsSchema.parse(stated);
  const plan = joinSnapshots({
    project: "case",
    stack: "dev",
    origin: "preview",
    before: side(nodes, sketch),
    after: side(nodesAfter, sketch),
    assumptions: [],
  });
  return estimate({ plan, settings, today: TODAY, ...openPrices(settings, LIST, TODAY) }).value;
};

const figuresOf = ({ after, before, delta }: Estimate): ReadonlyMap<string, Figure> => {
  const found = new Map<string, Figure>();
  for (const measure of MEASURES) {
    found.set(`delta of ${measure}`, delta[measure]);
    for (const [name, { measures }] of Object.entries({ before, after })) {
      const { expected, range } = measures[measure];
      found.set(`${measure} ${name}`, expected);
      if (range) found.set(`${measure} ${name}, low`, range.low).set(`${measure} ${name}, high`, range.high);
    }
  }
  return found;
};

const differs = (one: Decimal, other: Decimal): boolean =>
  one
    .minus(other)
    .abs()
    .gt(Decimal.max(one.abs(), other.abs(), ONE).times("1e-9"));

describe("the currency of an estimate", () => {
  it("turns every measure by the rate of exchange, and leaves alone what is no money", () => {
    const rates = fc.integer({ min: 1, max: 100_000 }).map((thousandths) => (thousandths / 1000).toString());
    fc.assert(
      fc.property(sketches, rates, (sketch, usd) => {
        const dollars = figuresOf(estimateIn("USD", sketch, usd));
        const euros = figuresOf(estimateIn("EUR", sketch, usd));
        expect([...euros.keys()]).toEqual([...dollars.keys()]);
        for (const [name, { value, unit }] of dollars) {
          const other = euros.get(name);
          expect(other?.unit, name).toBe(unit.replace(/^USD/, "EUR"));
          expect(other?.value === null, name).toBe(value === null);
          if (value === null || !other?.value) continue;
          const expected = unit.startsWith("USD") ? value.div(usd) : value;
          expect(differs(other.value, expected), `${name}: ${other.value} for ${expected}`).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not decide from when the cheaper of two stacks pays", () => {
    fc.assert(
      fc.property(sketches, sketches, (one, other) => {
        const compared = ["USD", "EUR"].map((currency) => {
          const { cheaper, breakEvenMonth } = compareEstimates(
            estimateIn(currency, one, "1.25"),
            estimateIn(currency, other, "1.25"),
          );
          return [cheaper, breakEvenMonth.value?.toSignificantDigits(9).toFixed()];
        });
        expect(compared[1]).toEqual(compared[0]);
      }),
      { numRuns: 20 },
    );
  });

  const sketch: Sketch = {
    nodes: 2,
    nodesAfter: 3,
    servers: 2,
    storedGb: 5000,
    fee: 90_000,
    serverPrice: undefined,
    electricity: undefined,
    hourOfOutage: 200_000,
    discount: 10,
    committed: 20,
  };

  it("is the unit of everything on the ledger and in its documents", () => {
    const found = estimateIn("EUR", sketch, "1.25");
    for (const { ledger, resources } of [found.before, found.after]) {
      expect(ledger.currency).toBe("EUR");
      for (const { amount, steadyMonth } of ledger.entries)
        for (const { unit } of [amount, steadyMonth ?? amount]) expect(unit).toMatch(/^EUR(\/month)?$/);
      for (const { lines } of resources)
        for (const { unitPrice, listUnitPrice = unitPrice, contractedUnitPrice = unitPrice } of lines)
          for (const { unit } of [unitPrice, listUnitPrice, contractedUnitPrice]) expect(unit).toMatch(/^EUR\//);
    }
    const document = toDocument([found]);
    expect(document.currency).toBe("EUR");
  });

  it("leaves USD only where a fact is in USD: a fee, the catalogue's price, the rate of exchange itself", () => {
    const names = new Set<string>();
    for (const { amount } of estimateIn("EUR", sketch, "1.25").after.ledger.entries)
      for (const { unit, name } of walk(amount)) if (unit.includes("USD")) names.add(`${name}: ${unit}`);
    expect([...names].sort()).toEqual([
      "price of Capacity block fee, paid in advance: EUR/USD",
      "price per accelerator of DGX H100: USD",
      "purchase price of DGX H100: USD",
      "rate of exchange: EUR/USD",
      "upfront_fee_usd: USD",
    ]);
  });

  it("is converted to at one rate, which one assumption and every converted price name", () => {
    const found = estimateIn("EUR", sketch, "1.25");
    const said = found.assumptions.filter(({ message }) => message.includes("1 USD ="));
    expect(said.map(({ code }) => code)).toEqual(["exchange-rate"]);
    expect(said[0]?.message).toContain("1 USD = 0.8 EUR (a test, 2026-11-20)");
    const rate = "1 USD = 0.8 EUR (a test, 2026-11-20)";
    const lines = found.after.resources.flatMap((resource) => resource.lines).filter(({ price }) => price !== null);
    const silent = lines.filter(({ unitPrice }) => !unitPrice.source?.title.includes(rate)).map(({ meter }) => meter);
    // Shares of what servers cost are the same in every currency.
    expect(silent).toEqual(["cluster-network", "hardware-support"]);
    expect(lines.length).toBeGreaterThan(8);
  });

  it("must be that of the prices too", () => {
    const settings = settingsSchema.parse({ currency: "EUR" });
    const prices = openPrices(settingsSchema.parse({}), LIST, TODAY);
    const { plan } = estimateIn("EUR", sketch, "1.25");
    expect(() => estimate({ plan, settings, today: TODAY, ...prices })).toThrow(InputError);
  });
});

describe("what explains a payback", () => {
  it("gives it again: bought servers stand in it when they are bought, not as they depreciate", () => {
    const sketch: Sketch = {
      nodes: 0,
      nodesAfter: 0,
      servers: 2,
      storedGb: 1000,
      fee: 0,
      serverPrice: 300_000,
      electricity: 9,
      hourOfOutage: 60_000,
      discount: 0,
      committed: 1,
    };
    const { paybackMonths, monthlyBenefit, monthlyCost, upfrontCost } = estimateIn("USD", sketch, "1").after.measures;
    const flows = paybackMonths.expected.inputs?.[0]?.inputs?.flatMap(({ value }) => value ?? []) ?? [];
    expect(flows).toHaveLength(37);
    const value = paybackMonths.expected.value;
    expect(value).not.toBeNull();
    expect(payback(flows)).toEqual(value);
    // The steady month, which holds depreciation, would give another.
    const steady = monthlyBenefit.expected.value?.minus(monthlyCost.expected.value ?? 0);
    expect(upfrontCost.expected.value?.div(steady ?? 1).toFixed(2)).not.toBe(value?.toFixed(2));
  });
});
