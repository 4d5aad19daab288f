import { describe, expect, it } from "vitest";
import { InputError } from "../../src/core/diagnostic.ts";
import type { PriceQuery } from "../../src/model/price.ts";
import { readPriceTable, rowsOf, toPrice } from "../../src/prices/price-file.ts";

const HEADER = "region,item,unit,currency,up_to,amount,as_of,source,note";
const GOOD = "us-east-1,volume/gp3/storage,GB,USD,,0.08,2026-05-01,a list,";
const QUERY: PriceQuery = { vendor: "aws", service: "AmazonEC2", region: "us-east-1", item: "volume/gp3/storage" };

const read = (...lines: string[]) => readPriceTable([HEADER, ...lines].join("\n"), "list.csv");

const messagesOf = (...lines: string[]): readonly string[] => {
  try {
    read(...lines);
  } catch (error) {
    if (error instanceof InputError)
      return error.diagnostics.map(({ place, message }) => `${place?.file}:${place?.line} ${message}`);
    throw error;
  }
  return [];
};

describe("a price file", () => {
  it("gives a price with unit, currency, date and source", () => {
    const price = toPrice(rowsOf(read(GOOD), QUERY.item, "us-east-1")!, QUERY);
    expect(price).toMatchObject({
      query: QUERY,
      unit: "GB",
      currency: "USD",
      source: { title: "a list", asOf: "2026-05-01" },
    });
    expect(price.tiers.map(({ upTo, amount }) => [upTo, amount.toFixed()])).toEqual([[null, "0.08"]]);
    expect(price.range).toBeUndefined();
  });

  it("is as old as the oldest of its tiers, and names the sources of all", () => {
    const tiers = [GOOD.replace(",USD,,0.08", ",USD,100,0.09"), GOOD.replace("2026-05-01,a list", "2024-02-01,a page")];
    const { source } = toPrice(rowsOf(read(...tiers), QUERY.item, "us-east-1")!, QUERY);
    expect(source).toEqual({ title: "a list; a page", asOf: "2024-02-01" });
  });

  it("carries its note with the source, and its range as factors of the amount", () => {
    const text = `${HEADER},low,high\nus-east-1,spot,hours,USD,,20,2025-11-18,a list,not before this date,10,25`;
    const price = toPrice(rowsOf(readPriceTable(text, "list.csv"), "spot", "us-east-1")!, QUERY);
    expect(price.source.title).toBe("a list (not before this date)");
    expect([price.range?.low.toFixed(), price.range?.high.toFixed()]).toEqual(["0.5", "1.25"]);
  });

  it("keeps the regions of an item apart", () => {
    const table = read(GOOD.replace("us-east-1", "eu-west-1").replace("0.08", "0.088"), GOOD);
    expect(rowsOf(table, QUERY.item, "eu-west-1")?.map(({ amount }) => amount)).toEqual(["0.088"]);
    expect(rowsOf(table, QUERY.item, "eu-west-9")).toBeUndefined();
  });

  it.each([
    ["us-east-1,item,GB,USD,,-1,2026-05-01,a list,", 'amount "-1" is not a plain number that is at least 0'],
    ["us-east-1,item,GB,USD,,1e3,2026-05-01,a list,", 'amount "1e3" is not a plain number that is at least 0'],
    ["us-east-1,item,GB,USD,,,2026-05-01,a list,", 'amount "" is not a plain number that is at least 0'],
    ["us-east-1,item,GB,usd,,1,2026-05-01,a list,", 'currency "usd" is not an ISO 4217 code'],
    ["us-east-1,item,GB,USD,0,1,2026-05-01,a list,", 'up_to "0" is not a plain number above 0'],
    ["us-east-1,item,GB,USD,,1,2026-02-29,a list,", 'as_of "2026-02-29" is not a date as YYYY-MM-DD'],
    ["us-east-1,item,GB,USD,,1,2026-04-31,a list,", 'as_of "2026-04-31" is not a date as YYYY-MM-DD'],
    ["us-east-1,item,GB,USD,,1,,a list,", 'as_of "" is not a date as YYYY-MM-DD'],
    ["us-east-1,item,GB,USD,,1,2026-05-01,,", "source is empty"],
    [",item,GB,USD,,1,2026-05-01,a list,", "region is empty"],
    ["us-east-1,item,,USD,,1,2026-05-01,a list,", "unit is empty"],
    ["us-east-1,an item,GB,USD,,1,2026-05-01,a list,", 'item "an item" must be a path without spaces'],
    ["us-east-1,item,GB,USD,,1,2026-05-01,a list", "8 fields where the header has 9"],
  ])("refuses the row %s", (row, message) => {
    expect(messagesOf(GOOD, row)).toEqual([`list.csv:3 ${message}`]);
  });

  it("takes leap days of leap years, and of no others", () => {
    const on = (date: string) => messagesOf(GOOD.replace("2026-05-01", date)).length;
    expect([on("2024-02-29"), on("2000-02-29"), on("1900-02-29")]).toEqual([0, 0, 1]);
  });

  it("refuses a range that does not hold its amount", () => {
    const text = (range: string) => `${HEADER},low,high\nus-east-1,spot,hours,USD,,20,2025-11-18,a list,,${range}`;
    expect(() => readPriceTable(text("21,25"), "list.csv")).toThrow(
      "list.csv:2: amount 20 is not between low 21 and high 25",
    );
    expect(() => readPriceTable(text("10,"), "list.csv")).toThrow("list.csv:2: low and high must be given together");
  });

  it("refuses tiers that are doubled, descending, mixed or without an end", () => {
    const tier = (upTo: string, unit = "GB") => `us-east-1,out,${unit},USD,${upTo},1,2026-05-01,a list,`;
    expect(messagesOf(tier(""), tier(""))).toEqual([
      "list.csv:3 out in us-east-1 stands here a second time, after its last tier in line 2",
    ]);
    expect(messagesOf(tier("10"), tier("10"), tier(""))).toEqual([
      "list.csv:3 out in us-east-1: up_to 10 is not above 10 in line 2",
    ]);
    expect(messagesOf(tier("10"), tier("", "TB"))).toContain(
      "list.csv:3 out in us-east-1: its tiers must share unit and currency",
    );
    expect(messagesOf(tier("10"))).toEqual(["list.csv:2 out in us-east-1 has no last tier: its up_to must be empty"]);
  });

  it("names every bad row, but no more than twenty", () => {
    const bad = GOOD.replace("0.08", "x");
    expect(messagesOf(bad, GOOD, bad).map((message) => message.split(" ")[0])).toEqual(["list.csv:2", "list.csv:4"]);
    expect(messagesOf(...Array.from({ length: 50 }, () => bad))).toHaveLength(20);
  });

  it("refuses other columns, and an empty file", () => {
    expect(() => readPriceTable("region,price\n", "list.csv")).toThrow('list.csv:1: the columns are "region,price"');
    expect(() => readPriceTable("", "list.csv")).toThrow("list.csv:1: the file is empty");
  });
});
