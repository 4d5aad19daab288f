import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PriceAnswer } from "../../../src/model/price.ts";
import { rate } from "../../../src/prices/rate.ts";
import { bookOf, listed, machines, type OwnInput, onDemand, query } from "./machines.ts";

const PRICES = {
  [onDemand("p5.48xlarge")]: listed("55.04"),
  [onDemand("m5.large")]: listed("0.096"),
  "nat-gateway/hours": listed("0.045"),
  "storage/standard": listed("0.023", "GB"),
  "capacity-block/stated-fee": listed("1", "USD"),
  "instance/p5.48xlarge/linux/shared/china": listed("400", "hours", "CNY"),
};
const ask = (own: OwnInput, item: string, more = {}): PriceAnswer => bookOf(PRICES, own).find(query(item, more));
const amount = ({ price }: PriceAnswer): string | undefined => price?.tiers[0].amount.toFixed();
const listAmount = ({ price }: PriceAnswer): string | undefined => price?.listTiers?.[0].amount.toFixed();

describe("a discount", () => {
  it.each<[string, NonNullable<OwnInput["discounts"]>[number], string, string]>([
    ["of everything", { percent: 10 }, onDemand("m5.large"), "0.0864"],
    ["of a service", { percent: 10, service: "AmazonEC2" }, onDemand("m5.large"), "0.0864"],
    ["of another service", { percent: 10, service: "AmazonS3" }, onDemand("m5.large"), "0.096"],
    ["of a family", { percent: 25, family: "p5" }, onDemand("p5.48xlarge"), "41.28"],
    ["of another family", { percent: 25, family: "p5" }, onDemand("m5.large"), "0.096"],
    ["of a region", { percent: 50, region: "us-east-1" }, "nat-gateway/hours", "0.0225"],
    ["of another region", { percent: 50, region: "eu-west-1" }, "nat-gateway/hours", "0.045"],
    ["of items by pattern", { percent: 50, item: "instance/p5.*/on-demand" }, onDemand("p5.48xlarge"), "27.52"],
    ["of all of it", { percent: 100 }, "nat-gateway/hours", "0"],
    ["that ends before the first month", { percent: 50, until: "2026-11-30" }, "nat-gateway/hours", "0.045"],
    [
      "that ends on the first day of the first month",
      { percent: 50, until: "2026-12-01" },
      "nat-gateway/hours",
      "0.0225",
    ],
  ])("%s", (_, discount, item, expected) => {
    const answer = ask({ discounts: [discount] }, item);
    expect(amount(answer)).toBe(expected);
    expect(listAmount(answer) ?? amount(answer)).toBe(PRICES[item as keyof typeof PRICES]!.tiers[0].amount.toFixed());
  });

  it("applies to what the ones before it left", () => {
    const answer = ask(
      {
        discounts: [
          { percent: 10, source: "EDP 2026" },
          { percent: 20, family: "p5" },
        ],
      },
      onDemand("p5.48xlarge"),
    );
    expect(amount(answer)).toBe("39.6288");
    expect(answer.price?.source.title).toBe(
      "a list, 55.04 less 10 % (prices.discounts[0]: EDP 2026) and 20 % (prices.discounts[1])",
    );
  });

  it("says where it has ended", () => {
    const answer = ask({ discounts: [{ percent: 50, until: "2026-01-31" }] }, "nat-gateway/hours");
    expect(answer.price && answer.assumptions).toEqual(["prices.discounts[0] ends on 2026-01-31 and is not applied"]);
  });

  it("never touches a fee that the user states as paid", () => {
    expect(amount(ask({ discounts: [{ percent: 50 }] }, "capacity-block/stated-fee", { region: "global" }))).toBe("1");
  });

  it("is never negative, and never makes anything dearer", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 6 }), (hundredths) => {
        const answer = ask({ discounts: hundredths.map((each) => ({ percent: each / 100 })) }, onDemand("p5.48xlarge"));
        const paid = answer.price!.tiers[0].amount;
        expect(paid.gte(0) && paid.lte("55.04")).toBe(true);
      }),
    );
  });

  it.each([-1, 101])("of %s % is no discount", (percent) => {
    expect(() => ask({ discounts: [{ percent }] }, "nat-gateway/hours")).toThrow();
  });
});

describe("a negotiated rate", () => {
  const agreed = { item: "instance/p5.*/linux/*", amount: "30.5", unit: "hours", source: "Private pricing 2026-04" };

  it("stands in the place of the list's, which is kept beside it, and no discount applies to it", () => {
    const answer = ask({ rates: [agreed], discounts: [{ percent: 10 }] }, onDemand("p5.48xlarge"));
    expect([amount(answer), listAmount(answer)]).toEqual(["30.5", "55.04"]);
    expect(answer.price?.source.title).toBe("rackrate.yaml prices.rates[0]: Private pricing 2026-04");
  });

  it("wins over an earlier one, until it ends", () => {
    const rates = [
      agreed,
      { ...agreed, amount: 29, until: "2026-12-31" },
      { ...agreed, amount: 28, until: "2026-06-30" },
    ];
    expect(amount(ask({ rates }, onDemand("p5.48xlarge")))).toBe("29");
  });

  it("that has ended is named where no list has a price either", () => {
    const answer = ask(
      { rates: [{ ...agreed, item: "instance/p5e.*", until: "2026-06-30" }] },
      onDemand("p5e.48xlarge"),
    );
    expect(answer).toMatchObject({
      price: null,
      missing: `no price of ${onDemand("p5e.48xlarge")}; prices.rates[0] (instance/p5e.*) ends on 2026-06-30 and is not applied`,
    });
  });

  it("prices what no list has, on a site too", () => {
    expect(amount(ask({ rates: [{ ...agreed, item: "instance/p5e.*" }] }, onDemand("p5e.48xlarge")))).toBe("30.5");
    const power = { item: "electricity", service: "power", amount: 0.07, unit: "kWh", source: "Supplier" };
    expect(amount(ask({ rates: [power] }, "electricity", { vendor: "site", service: "power", region: null }))).toBe(
      "0.07",
    );
  });

  it("in another currency needs a dated rate of exchange, which its source then names", () => {
    const francs = { ...agreed, currency: "XOF" };
    expect(ask({ rates: [francs] }, onDemand("p5.48xlarge"))).toMatchObject({
      price: null,
      missing: expect.stringContaining("no rate of exchange of XOF is known"),
      hint: expect.stringContaining("prices.exchangeRates.XOF"),
    });
    const euros = { ...agreed, currency: "EUR" };
    const exchangeRates = { EUR: { usd: "1.1", asOf: "2026-11-20", source: "ECB reference rate" } };
    const answer = ask({ rates: [euros], exchangeRates }, onDemand("p5.48xlarge"));
    expect([amount(answer), answer.price?.currency, listAmount(answer)]).toEqual(["33.55", "USD", "55.04"]);
    expect(answer.price?.source.title).toContain("1 EUR = 1.1 USD (ECB reference rate, 2026-11-20)");
  });

  it("in the currency of the reports needs no rate of exchange, named or not", () => {
    for (const rate of [agreed, { ...agreed, currency: "EUR" }]) {
      const book = bookOf({}, { rates: [rate] }, "EUR");
      const answer = book.find(query(onDemand("p5.48xlarge")));
      expect([amount(answer), answer.price?.currency]).toEqual(["30.5", "EUR"]);
      expect(answer.price?.source.title).toBe("rackrate.yaml prices.rates[0]: Private pricing 2026-04");
      expect(book.assumptions()).toEqual([]);
    }
  });

  it("stands beside the list's price in the currency of the reports", () => {
    const exchangeRates = { EUR: { usd: "1.28", asOf: "2026-11-20", source: "our bank" } };
    const book = bookOf(PRICES, { rates: [agreed], exchangeRates }, "EUR");
    const answer = book.find(query(onDemand("p5.48xlarge")));
    expect([amount(answer), listAmount(answer)]).toEqual(["30.5", "43"]);
  });

  it("is not needed for list prices in another currency, which the rate of exchange converts", () => {
    const exchangeRates = { CNY: { usd: "0.14", asOf: "2026-11-20", source: "ECB reference rate" } };
    expect(amount(ask({ exchangeRates }, "instance/p5.48xlarge/linux/shared/china"))).toBe("56");
  });
});

describe("a priced line under a contract", () => {
  it("keeps the list's unit price beside the one that is paid", () => {
    const [resource] = rate([machines("train", "p5.48xlarge", 730)], bookOf(PRICES, { discounts: [{ percent: 25 }] }));
    const [line] = resource!.lines;
    expect([
      line?.listUnitPrice?.value?.toFixed(),
      line?.unitPrice.value?.toFixed(),
      line?.amount.value?.toFixed(),
    ]).toEqual(["55.04", "41.28", "30134.4"]);
  });
});
