import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, plain } from "../../../src/core/decimal.ts";
import type { PriceAnswer, PriceQuery } from "../../../src/model/price.ts";
import { type Lock, readLock, renderLock, toAnswer, toRow } from "../../../src/prices/lock/lock-file.ts";
import { extendedList, openLockedList, recordList } from "../../../src/prices/lock/locked-list.ts";
import { priceChanges } from "../../../src/prices/lock/price-changes.ts";
import { listed, listOf, onDemand, query } from "../own/machines.ts";

const P5 = query(onDemand("p5.48xlarge"));
const NAT = query("nat-gateway/hours");
const GONE = query(onDemand("p5e.48xlarge"));
const old = listOf({ [P5.item]: listed("98.32"), [NAT.item]: listed("0.045") });
const today = listOf({
  [P5.item]: listed("55.04"),
  [NAT.item]: listed("0.045"),
  "volume/gp3/storage": listed("0.08", "GB"),
});

const lockOf = (list: typeof old, ...queries: readonly PriceQuery[]): Lock => {
  const recorded = recordList(list);
  for (const one of queries) recorded.list.find(one);
  return {
    priceList: { id: "old", digest: "sha256:0", oldest: "2025-01-01", newest: "2025-01-01" },
    prices: recorded.rows(),
  };
};
const amount = ({ price }: PriceAnswer): string | undefined => price?.tiers[0].amount.toFixed();

describe("a lock", () => {
  const lock = lockOf(old, P5, NAT, P5, GONE);
  const text = renderLock(lock);

  it("holds each price that was asked once, one a line, and comes back as it was written", () => {
    expect(lock.prices).toHaveLength(3);
    expect(renderLock(readLock(text, "rackrate.lock"))).toBe(text);
    expect(text.split("\n").filter((line) => line.includes('"item"'))).toHaveLength(3);
  });

  it("is the same whatever order the prices were asked in", () => {
    expect(renderLock(lockOf(old, GONE, NAT, P5))).toBe(text);
  });

  it.each([
    ["edited", text.replace("98.32", "9.832"), "lock-digest", {}],
    ["cut off", text.slice(0, -20), "broken-lock", {}],
    ["of another form", '{"lockVersion":2}', "broken-lock", { property: "lockVersion" }],
    // Prices begin on line 11.
    ["half merged", text.replace('"prices"', '\n<<<<<<< HEAD\n"prices"'), "broken-lock", { line: 11 }],
    [
      "damaged",
      text.replace(/"tiers":\[\[null,"98.32"\]\]/, '"tiers":"98"'),
      "broken-lock",
      { line: 11, property: "prices.0" },
    ],
  ])("that was %s is refused, with the place", (_, changed, code, place) => {
    expect(() => readLock(changed, "rackrate.lock")).toThrow(
      expect.objectContaining({
        diagnostics: [expect.objectContaining({ code, place: { file: "rackrate.lock", ...place } })],
      }),
    );
  });

  it("keeps every answer to the last digit", () => {
    const digits = fc
      .bigInt({ min: 0n, max: 10n ** 20n })
      .map((value) => plain(new Decimal(value.toString()).div("1e10")));
    fc.assert(
      fc.property(digits, digits, fc.string(), (first, second, title) => {
        const answer: PriceAnswer = {
          price: {
            query: P5,
            unit: "GB",
            currency: "USD",
            source: { title, asOf: "2026-07-20" },
            tiers: [
              { upTo: new Decimal(100), amount: new Decimal(first) },
              { upTo: null, amount: new Decimal(second) },
            ],
          },
          assumptions: ["as stated"],
        };
        const [row] = readLock(renderLock({ priceList: lock.priceList, prices: [toRow(P5, answer)] }), "lock").prices;
        expect(toAnswer(row!, P5)).toEqual(answer);
      }),
    );
  });
});

describe("a locked list", () => {
  const lock = lockOf(old, P5, GONE);
  const list = openLockedList(lock, today);

  it("answers as it was pinned, also that a price is missing", () => {
    expect(amount(list.find(P5))).toBe("98.32");
    expect(list.find(GONE)).toMatchObject({
      price: null,
      missing: "no price of instance/p5e.48xlarge/linux/shared/on-demand",
    });
    expect(list.id).toBe("old");
  });

  it("asks the list in use for what it does not hold, under a named assumption", () => {
    const answer = list.find(NAT);
    expect(amount(answer)).toBe("0.045");
    expect(answer.price && answer.assumptions).toEqual([
      "nat-gateway/hours: not in rackrate.lock yet, so that the list in use was asked; rackrate prices lock adds it",
    ]);
  });

  it("is extended without moving what is pinned, and what was missing is asked again", () => {
    const found = {
      ...today,
      find: (one: PriceQuery) =>
        one.item === GONE.item
          ? {
              price: {
                query: one,
                unit: "hours",
                currency: "USD",
                tiers: listed("63").tiers,
                source: { title: "new" },
              },
              assumptions: [],
            }
          : today.find(one),
    };
    const extended = extendedList(lock, found);
    expect([P5, NAT, GONE].map((one) => amount(extended.find(one)))).toEqual(["98.32", "0.045", "63"]);
  });

  it("moved to another list differs in the prices that changed, and only there", () => {
    const changes = priceChanges(lockOf(old, P5, NAT, GONE).prices, lockOf(today, P5, NAT, GONE).prices);
    expect(changes).toMatchObject([{ before: { tiers: [[null, "98.32"]] }, after: { tiers: [[null, "55.04"]] } }]);
  });
});
