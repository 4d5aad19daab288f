import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { openHardware } from "../../../src/hardware/catalogue.ts";
import { NO_OWN_PRICES, type OwnPrices } from "../../../src/model/own-prices.ts";
import type { PriceBook, PriceQuery } from "../../../src/model/price.ts";
import type { AwsList } from "../../../src/prices/aws-list.ts";
import { openPriceBook } from "../../../src/prices/book.ts";
import { openExchange } from "../../../src/prices/exchange.ts";
import { type Lock, type LockedRow, readLock, renderLock } from "../../../src/prices/lock/lock-file.ts";
import { extendedList, openLockedList, recordList } from "../../../src/prices/lock/locked-list.ts";
import { priceChanges } from "../../../src/prices/lock/price-changes.ts";
import { HOURS, listed, listOf, query, START } from "../own/machines.ts";

const NAT = query("nat-gateway/hours");
const RENT = query("rent");
const BANK: OwnPrices["exchangeRates"] = { EUR: { usd: "1.6", asOf: "2026-11-20", source: "our bank" } };

/** A list of two prices, one in francs, and of rates of a day: so many of a currency per euro. */
const listOfDay = (asOf: string, perEuro: Readonly<Record<string, string>>, nat = "1"): AwsList => {
  const prices = listOf({ [NAT.item]: listed(nat), [RENT.item]: listed("10", "months", "CHF") });
  const find = (one: PriceQuery) => {
    if (one.vendor !== "ecb") return prices.find(one);
    const currency = one.item.replace("exchange-rate/", "");
    const rate = perEuro[currency];
    if (rate === undefined) return { price: null, missing: `no rate of ${currency}` };
    const tiers = [{ upTo: null, amount: new Decimal(rate) }] as const;
    return { price: { query: one, unit: "EUR", currency, tiers, source: { title: "ECB", asOf } }, assumptions: [] };
  };
  return { ...prices, id: asOf, find };
};
/** 1 USD is 0.8 EUR, and 1 CHF 1.25 EUR; later 0.5 and 2. */
const OLD = listOfDay("2026-10-30", { USD: "1.25", CHF: "0.8" });
const NEW = listOfDay("2026-11-23", { USD: "2", CHF: "0.5", JPY: "100" });

interface Run {
  readonly currency?: string;
  readonly stated?: OwnPrices["exchangeRates"];
  readonly asks?: readonly PriceQuery[];
}

const bookWith = (aws: AwsList, { currency = "EUR", stated = {}, asks = [NAT] }: Run): PriceBook => {
  const exchange = openExchange(currency, stated, aws);
  const own = {
    prices: { ...NO_OWN_PRICES, exchangeRates: stated },
    startMonth: START,
    horizonMonths: 36,
    hoursPerMonth: HOURS,
  };
  const book = openPriceBook({ facility: {}, hardware: openHardware({}), exchange, aws, own });
  for (const ask of asks) book.find(ask);
  return book;
};
const amountsWith = (aws: AwsList, run: Run = {}): readonly (string | undefined)[] =>
  (run.asks ?? [NAT]).map((ask) => bookWith(aws, run).find(ask).price?.tiers[0].amount.toFixed());
/** A lock of what a run asks of a list, as it comes back from its file. */
const lockWith = (list: AwsList, run: Run = {}): Lock => {
  const recorded = recordList(list);
  const priceList = bookWith(recorded.list, run).identity();
  return readLock(renderLock({ priceList, prices: recorded.rows() }), "rackrate.lock");
};
const ratesOf = ({ prices }: Lock): readonly LockedRow[] => prices.filter(({ service }) => service === "ECB");
const USD_ROW = {
  service: "ECB",
  region: null,
  item: "exchange-rate/USD",
  unit: "EUR",
  currency: "USD",
  tiers: [[null, "1.25"]],
  asOf: "2026-10-30",
  source: "ECB",
};

describe("the rates of exchange of a project", () => {
  it("are pinned by its lock, one a line, with currency, rate, date and source", () => {
    const lock = lockWith(OLD);
    expect(ratesOf(lock)).toEqual([USD_ROW]);
    expect(renderLock(lock).split("\n")).toContain(`    ${JSON.stringify(USD_ROW)}`);
  });

  it("are those of the reporting currency and of prices in others, and of no more", () => {
    const items = (run: Run) => ratesOf(lockWith(NEW, run)).map(({ item }) => item);
    expect(items({ asks: [NAT, RENT] })).toEqual(["exchange-rate/CHF", "exchange-rate/USD"]);
    expect(items({ currency: "JPY" })).toEqual(["exchange-rate/JPY", "exchange-rate/USD"]);
    expect(items({ currency: "USD" })).toEqual([]);
    expect(items({ currency: "EUR", stated: BANK })).toEqual([]);
  });

  it("stay as they are pinned where a newer rackrate has others", () => {
    const run = { asks: [NAT, RENT] };
    const locked = openLockedList(lockWith(OLD, run), NEW);
    expect(amountsWith(locked, run)).toEqual(["0.8", "12.5"]);
    expect(bookWith(locked, run).assumptions()).toEqual([
      {
        code: "exchange-rate",
        message:
          "Converted at 1 USD = 0.8 EUR (ECB, 2026-10-30) and 1 CHF = 1.25 EUR (ECB, 2026-10-30), over the whole horizon; prices.exchangeRates states another rate.",
      },
    ]);
    expect(amountsWith(NEW, run)).toEqual(["0.5", "20"]);
  });

  it("that the user states win over pinned ones", () => {
    expect(amountsWith(openLockedList(lockWith(OLD), NEW), { stated: BANK })).toEqual(["0.625"]);
  });

  it("that an older lock lacks are those of the list in use, and the run says so", () => {
    const older = lockWith(OLD, { currency: "USD" });
    const book = bookWith(openLockedList(older, NEW), {});
    expect(book.find(NAT).price?.tiers[0].amount.toFixed()).toBe("0.5");
    expect(book.assumptions()[0]?.message).toMatch(
      / exchange-rate\/USD: not in rackrate\.lock yet, so that the list in use was asked; rackrate prices lock adds it\.$/,
    );
    expect(amountsWith(openLockedList(older, NEW), { currency: "USD" })).toEqual(["1"]);
  });

  it("that are pinned stay when a lock is extended, and what it lacks is added", () => {
    const extended = lockWith(extendedList(lockWith(OLD), NEW), { asks: [NAT, RENT] });
    expect(ratesOf(extended)).toMatchObject([
      { item: "exchange-rate/CHF", tiers: [[null, "0.5"]], asOf: "2026-11-23" },
      { item: "exchange-rate/USD", tiers: [[null, "1.25"]], asOf: "2026-10-30" },
    ]);
  });

  it("are moved by an update as prices are, and are among what changed", () => {
    const changes = priceChanges(lockWith(OLD).prices, lockWith(NEW).prices);
    expect(changes).toMatchObject([
      { before: { currency: "USD", tiers: [[null, "1.25"]] }, after: { currency: "USD", tiers: [[null, "2"]] } },
    ]);
  });

  it("are part of what the digest is of", () => {
    const text = renderLock(lockWith(OLD));
    expect(() => readLock(text.replace('"1.25"', '"1.26"'), "rackrate.lock")).toThrow("does not fit its prices");
    const digest = (list: AwsList) => bookWith(openLockedList(lockWith(list), NEW), {}).identity().digest;
    expect(digest(OLD)).not.toBe(digest(NEW));
  });

  it("that the ECB does not publish stay unknown under a lock", () => {
    const run = { currency: "XOF" };
    expect(bookWith(openLockedList(lockWith(OLD, run), NEW), run).find(NAT)).toMatchObject({
      price: null,
      hint: expect.stringContaining("prices.exchangeRates.XOF"),
    });
  });

  it.each([
    ["zero", { tiers: [[null, "0"]] }],
    ["below zero", { tiers: [[null, "-1"]] }],
    [
      "in tiers",
      {
        tiers: [
          ["1", "1.25"],
          [null, "1.2"],
        ],
      },
    ],
    ["for another unit", { unit: "GBP" }],
    ["without a date", { asOf: undefined }],
  ])("that is %s is refused, with file, line and row", (_, damage) => {
    const lock = lockWith(OLD);
    const prices = lock.prices.map((row) => (row.service === "ECB" ? { ...row, ...damage } : row)) as LockedRow[];
    const text = renderLock({ ...lock, prices });
    const at = text.split("\n").findIndex((line) => line.includes('"ECB","region"')) + 1;
    expect(() => readLock(text, "rackrate.lock")).toThrow(
      expect.objectContaining({
        diagnostics: [
          expect.objectContaining({
            code: "broken-lock",
            place: { file: "rackrate.lock", line: at, property: expect.stringContaining("prices.1") },
          }),
        ],
      }),
    );
  });
});
