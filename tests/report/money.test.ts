import { describe, expect, it } from "vitest";
import { decimal } from "../../src/core/decimal.ts";
import { money, number, percent, relativeChange, signed, unitRate } from "../../src/report/money.ts";

describe("money", () => {
  it.each([
    ["0", "$0"],
    ["1234567.891", "$1,234,568"],
    ["1000", "$1,000"],
    ["999.994", "$999.99"],
    ["999.996", "$1,000"],
    ["32.85", "$32.85"],
    ["1", "$1.00"],
    ["0.5", "$0.50"],
    ["0.023", "$0.023"],
    ["0.0000002", "$0.0000002"],
    ["0.000123456", "$0.000123"],
    ["-12", "−$12.00"],
    ["999999999999999", "$999,999,999,999,999"],
    ["-72000000000000000", "−$7.20e16"],
    ["1e-40", "$1.00e-40"],
  ])("writes %s as %s", (value, text) => {
    expect(money(decimal(value), "USD")).toBe(text);
  });

  it("writes an unknown amount as a dash, never as zero", () => {
    expect(money(null, "USD")).toBe("–");
  });

  it.each([
    ["EUR", "12.5", "€12.50"],
    ["EUR", "-1234.5", "−€1,234"],
    ["GBP", "0.0821", "£0.0821"],
    ["CHF", "12.5", "CHF 12.50"],
    ["CHF", "-12.5", "−CHF 12.50"],
    ["CNY", "1200", "CN¥1,200"],
    ["JPY", "12.5", "¥12"],
    ["JPY", "999.7", "¥1,000"],
    ["JPY", "0.0345", "¥0.0345"],
    ["KWD", "12.3456", "KWD 12.346"],
  ])("in %s writes %s as %s, as is usual in English", (currency, value, text) => {
    expect(money(decimal(value), currency)).toBe(text);
  });
});

describe("unitRate", () => {
  it.each([
    ["1.006", "$1.006"],
    ["55.04", "$55.04"],
    ["0.1", "$0.10"],
    ["0.0000002", "$0.0000002"],
    ["1234.5678", "$1,235"],
  ])("writes %s exactly enough to be multiplied with: %s", (value, text) => {
    expect(unitRate(decimal(value), "USD")).toBe(text);
  });

  it("keeps what is less than the smallest coin of a currency", () => {
    expect(unitRate(decimal("3.61702"), "JPY")).toBe("¥3.61702");
    expect(unitRate(decimal("12"), "JPY")).toBe("¥12");
  });
});

describe("changes", () => {
  it("have a sign, and are empty where nothing changes", () => {
    const format = (value: ReturnType<typeof decimal>): string => money(value, "USD");
    expect([decimal(5), decimal(-5), decimal(0)].map((value) => signed(value, format))).toEqual([
      "+$5.00",
      "−$5.00",
      "",
    ]);
  });

  it("are told in per cent of what was there, and not of nothing", () => {
    expect(relativeChange(decimal(200), decimal(250))).toBe("+25%");
    expect(relativeChange(decimal(0), decimal(250))).toBe("");
    expect(relativeChange(null, decimal(250))).toBe("");
  });
});

describe("numbers and shares", () => {
  it.each([
    ["4380", "4,380"],
    ["2.5", "2.5"],
    ["0.012345", "0.0123"],
    ["-3", "−3"],
    ["1e27", "1.00e27"],
  ])("writes the quantity %s as %s", (value, text) => {
    expect(number(decimal(value))).toBe(text);
  });

  it.each([
    ["0.125", "12.5%"],
    ["-0.884", "−88.4%"],
    ["12.3456", "1,235%"],
    ["9999", "999,900%"],
    ["1.8e19", "1.80e21%"],
    ["-1e6", "−1.00e8%"],
  ])("writes the share %s as %s", (value, text) => {
    expect(percent(decimal(value))).toBe(text);
  });
});
