import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/core/decimal.ts";
import { EXCHANGED_CURRENCIES } from "../../src/model/currencies.ts";
import type { PriceAnswer } from "../../src/model/price.ts";
import { isDate } from "../../src/prices/date.ts";
import { readEuroRates } from "../../src/prices/euro-rates.ts";
import { openExchange } from "../../src/prices/exchange.ts";
import { bookOf, listed, query } from "./own/machines.ts";

const BANK = { EUR: { usd: "1.25", asOf: "2026-11-20", source: "our bank" } };
const answerIn = (currency: string, amount = "100"): PriceAnswer => ({
  price: {
    ...listed(amount),
    currency,
    query: query("nat-gateway/hours"),
    source: { title: "a list", asOf: "2026-07-20" },
  },
  assumptions: [],
});
const worth = (from: string, to: string, stated = {}): string | undefined =>
  openExchange(to, stated).rate(from)?.factor.toSignificantDigits(10).toFixed();

describe("the built-in rates of exchange", () => {
  const { of } = readEuroRates();

  it("are those of the currencies that settings may name without a rate of their own", () => {
    expect([...of.keys()]).toEqual(EXCHANGED_CURRENCIES);
  });

  it("are above zero, of one day, with their source, one euro being one euro", () => {
    expect(of.get("EUR")?.perEuro.toFixed()).toBe("1");
    for (const { perEuro } of of.values()) expect(perEuro.gt(0)).toBe(true);
    const origins = new Set([...of.values()].map(({ asOf, source }) => `${asOf} ${source}`));
    expect(origins).toEqual(new Set(["2026-10-30 ECB euro foreign exchange reference rates"]));
    expect(isDate("2026-10-30")).toBe(true);
  });
});

describe("a rate of exchange", () => {
  // Per euro on 2026-10-30: 1.1172 USD, 175.68 JPY, 0.9194 CHF.
  it.each([
    ["EUR", "USD", "1.1172"],
    ["USD", "EUR", "0.8950948801"],
    ["USD", "JPY", "157.2502685"],
    ["CHF", "EUR", "1.087665869"],
    ["CHF", "USD", "1.215140309"],
    ["EUR", "EUR", "1"],
  ])("from %s to %s is that of the ECB: %s", (from, to, factor) => {
    expect(worth(from, to)).toBe(factor);
  });

  it("that the user states wins, also on the way between two others", () => {
    expect(worth("USD", "EUR", BANK)).toBe("0.8");
    expect(worth("EUR", "USD", BANK)).toBe("1.25");
    // 1.215140309 USD by the ECB, in euros of the bank.
    expect(worth("CHF", "EUR", BANK)).toBe("0.9721122471");
    expect(openExchange("EUR", BANK).rate("CHF")?.note).toBe(
      ", 1 CHF = 0.9721122 EUR (ECB euro foreign exchange reference rates, 2026-10-30; our bank, 2026-11-20)",
    );
  });

  it("is unknown for a currency that nobody has a rate of, on either side", () => {
    expect([worth("XOF", "EUR"), worth("USD", "XOF")]).toEqual([undefined, undefined]);
    expect(openExchange("XOF").convert(answerIn("USD"))).toMatchObject({
      price: null,
      hint: expect.stringContaining("prices.exchangeRates.XOF with usd"),
    });
    expect(openExchange("EUR").convert(answerIn("XOF"))).toMatchObject({
      price: null,
      missing: expect.stringContaining("its price is in XOF"),
    });
  });

  it("leads back to where it came from", () => {
    const codes = fc.constantFrom(...EXCHANGED_CURRENCIES);
    fc.assert(
      fc.property(codes, codes, codes, (one, other, third) => {
        const factor = (from: string, to: string) => openExchange(to, BANK).rate(from)!.factor;
        const round = factor(one, other).times(factor(other, third)).times(factor(third, one));
        expect(round.minus(1).abs().lt("1e-30")).toBe(true);
      }),
    );
  });
});

describe("a converted price", () => {
  it("keeps its date, and names the rate with date and source", () => {
    const { price } = openExchange("EUR").convert(answerIn("USD"));
    expect(price).toMatchObject({
      currency: "EUR",
      source: {
        title: "a list, 1 USD = 0.8950949 EUR (ECB euro foreign exchange reference rates, 2026-10-30)",
        asOf: "2026-07-20",
      },
    });
    expect(price?.tiers[0].amount.toSignificantDigits(9).toFixed()).toBe("89.509488");
  });

  it("is the very same where it is in the currency already, or in none", () => {
    for (const currency of ["EUR", "XXX"]) {
      const exchange = openExchange("EUR");
      const answer = answerIn(currency);
      expect(exchange.convert(answer).price).toBe(answer.price);
      expect([exchange.assumptions(), exchange.read().size]).toEqual([[], 0]);
    }
  });

  it("keeps its tiers, and its list price beside it", () => {
    const tiers = [
      { upTo: new Decimal(10), amount: new Decimal(4) },
      { upTo: null, amount: new Decimal(2) },
    ] as const;
    const answer = answerIn("USD");
    const { price } = openExchange("EUR", BANK).convert({
      assumptions: [],
      price: { ...answer.price!, tiers, listTiers: [{ upTo: null, amount: new Decimal(5) }] },
    });
    const shown = (of: typeof price, field: "tiers" | "listTiers") =>
      of?.[field]?.map(({ upTo, amount }) => `${upTo?.toFixed() ?? "end"}: ${amount.toFixed()}`);
    expect([shown(price, "tiers"), shown(price, "listTiers")]).toEqual([["10: 3.2", "end: 1.6"], ["end: 4"]]);
  });
});

describe("a book of prices in another currency", () => {
  const prices = { a: listed("1"), b: listed("2"), c: listed("7", "hours", "CHF") };

  it("says once, in one assumption, at which rates its prices were converted", () => {
    const book = bookOf(prices, {}, "EUR");
    expect(book.assumptions()).toEqual([]);
    for (const item of ["a", "b", "a", "c"]) book.find(query(item));
    expect(book.assumptions()).toEqual([
      {
        code: "exchange-rate",
        message:
          "Converted at 1 USD = 0.8950949 EUR (ECB euro foreign exchange reference rates, 2026-10-30) and 1 CHF = 1.087666 EUR (ECB euro foreign exchange reference rates, 2026-10-30), over the whole horizon; prices.exchangeRates states another rate.",
      },
    ]);
  });

  it("has the built-in rates in its digest only where it used them", () => {
    const digest = (currency: string, exchangeRates = {}): string => {
      const book = bookOf(prices, { exchangeRates }, currency);
      book.find(query("a"));
      return book.identity().digest;
    };
    expect(digest("EUR", BANK)).toBe(digest("USD"));
    expect(digest("EUR")).not.toBe(digest("USD"));
  });

  it("takes discounts off the list's price before it is converted", () => {
    const book = bookOf(prices, { discounts: [{ percent: 50 }], exchangeRates: BANK }, "EUR");
    const { price } = book.find(query("b"));
    expect([price?.tiers[0].amount.toFixed(), price?.listTiers?.[0].amount.toFixed()]).toEqual(["0.8", "1.6"]);
    expect(price?.source.title).toBe(
      "a list, 2 less 50 % (prices.discounts[0]), 1 USD = 0.8 EUR (our bank, 2026-11-20)",
    );
  });
});
