import { describe, expect, it } from "vitest";
import { isCurrency, notationOf } from "../../src/core/currency.ts";

describe("a currency", () => {
  it.each([
    ["USD", "$", 2],
    ["EUR", "€", 2],
    ["GBP", "£", 2],
    ["JPY", "¥", 0],
    ["KRW", "₩", 0],
    ["CHF", "CHF ", 2],
    ["SEK", "SEK ", 2],
    ["KWD", "KWD ", 3],
  ])("%s is written with %j and %d digits after the point", (code, sign, digits) => {
    expect(notationOf(code)).toEqual({ sign, digits });
  });

  it("is told from units that look like one", () => {
    expect(["USD", "EUR", "XOF"].map(isCurrency)).toEqual([true, true, true]);
    expect(["LCU", "WCU", "WRU", "GB", "", "usd"].map(isCurrency)).toEqual([false, false, false, false, false, false]);
  });
});
