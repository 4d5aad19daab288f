import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, type DecimalValue, sum } from "../../src/core/decimal.ts";
import { stated, unknownFigure } from "../../src/core/figure.ts";
import type { Price, PriceTier } from "../../src/model/price.ts";
import { splitByTiers } from "../../src/prices/tiers.ts";

const priceOf = (...tiers: [PriceTier, ...PriceTier[]]): Price => ({
  query: { vendor: "aws", service: "AWSDataTransfer", region: "us-east-1", item: "internet/out" },
  unit: "GB",
  currency: "USD",
  tiers,
  source: { title: "a list", asOf: "2026-05-01" },
});
const tier = (upTo: number | null, amount: number): PriceTier => ({
  upTo: upTo === null ? null : new Decimal(upTo),
  amount: new Decimal(amount),
});

/** AWS data transfer out to the internet, us-east-1; 1 TB = 1,024 GB. */
const TRANSFER = priceOf(tier(10_240, 0.09), tier(51_200, 0.085), tier(153_600, 0.07), tier(null, 0.05));

const split = (quantity: DecimalValue, price = TRANSFER) =>
  splitByTiers(stated("data out", quantity, "GB", "usage"), price);
const cost = (quantity: DecimalValue, price = TRANSFER): Decimal =>
  sum(split(quantity, price).map((share) => share.quantity.value!.times(share.tier.amount)));

describe("a quantity over tiers", () => {
  it("falls into every tier that it reaches, and says how far each goes", () => {
    expect(split(200_000).map(({ label, quantity }) => [label, quantity.value?.toFixed()])).toEqual([
      ["first 10,240 GB", "10240"],
      ["next 40,960 GB", "40960"],
      ["next 102,400 GB", "102400"],
      ["over 153,600 GB", "46400"],
    ]);
    expect(cost(200_000).toFixed()).toBe("13891.2");
  });

  it.each([
    ["0", 1],
    ["10240", 1],
    ["10240.000001", 2],
    ["51200", 2],
    ["153600", 3],
  ])("of %s reaches %d tiers", (quantity, reached) => {
    expect(split(quantity)).toHaveLength(reached);
  });

  it("is not labelled where there is one tier", () => {
    expect(split(5, priceOf(tier(null, 1))).map(({ label, quantity }) => [label, quantity.value?.toFixed()])).toEqual([
      [undefined, "5"],
    ]);
  });

  it("stays whole while it is not known, and shows the first tier", () => {
    const [share, ...others] = splitByTiers(unknownFigure("data out", "GB", "usage"), TRANSFER);
    expect(others).toEqual([]);
    expect(share).toMatchObject({ index: 0, label: "first 10,240 GB", quantity: { value: null } });
  });

  it("explains how much falls into each tier", () => {
    expect(split(60_000).map(({ quantity }) => quantity.formula)).toEqual([
      "min(data out, 10240)",
      "min(data out, 51200) − 10240",
      "min(data out, 153600) − 51200",
    ]);
  });
});

const quantity = fc.integer({ min: 0, max: 10_000_000 }).map((thousandths) => new Decimal(thousandths).div(1000));
const price = fc
  .record({
    bounds: fc.uniqueArray(fc.integer({ min: 1, max: 9_000 }), { maxLength: 4 }),
    amounts: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ bounds, amounts }) => {
    const ends = [...bounds.toSorted((a, b) => a - b), null];
    const [first, ...rest] = ends.map((end, index) => tier(end, amounts[index]!));
    return priceOf(first!, ...rest);
  });

describe("whatever the tiers", () => {
  it("their quantities add up to the whole, and none is negative", () => {
    fc.assert(
      fc.property(quantity, price, (amount, tiers) => {
        const shares = split(amount, tiers).map((share) => share.quantity.value!);
        expect(sum(shares).eq(amount)).toBe(true);
        expect(shares.every((share) => share.gte(0))).toBe(true);
      }),
    );
  });

  it("more never costs less", () => {
    fc.assert(
      fc.property(quantity, quantity, price, (amount, more, tiers) => {
        expect(cost(amount.plus(more), tiers).gte(cost(amount, tiers))).toBe(true);
      }),
    );
  });

  it("splitting a quantity in two changes nothing where all tiers cost the same", () => {
    fc.assert(
      fc.property(quantity, quantity, price, (one, other, tiers) => {
        const flat: Price = {
          ...tiers,
          tiers: tiers.tiers.map((each) => ({ ...each, amount: new Decimal("0.07") })) as unknown as Price["tiers"],
        };
        expect(
          cost(one, flat)
            .plus(cost(other, flat))
            .eq(cost(one.plus(other), flat)),
        ).toBe(true);
      }),
    );
  });
});
