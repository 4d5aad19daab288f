import { existsSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { importText } from "./folder.ts";
import { machineRow, offerCsv, offerJson } from "./offers.ts";

const P5 = "instance/p5.48xlarge/linux/shared/on-demand";
const good = [machineRow("p5.48xlarge", "55.0400000000"), machineRow("m5.large", "0.0960000000")];
const text = offerCsv(good);
const withRow = (more: Readonly<Record<string, string>>) =>
  offerCsv([...good, machineRow("g6.xlarge", "0.8048000000", more)]);

describe("a price file that cannot be trusted is refused with its reason", () => {
  it.each([
    ["truncated in its last line", "truncated", "offer.csv", text.slice(0, -40)],
    ["truncated while it was packed", "truncated", "offer.csv.gz", gzipSync(text).subarray(0, -30)],
    ["truncated JSON", "truncated", "offer.json", offerJson(good).slice(0, -200)],
    ["in another unit", "wrong-unit", "offer.csv", withRow({ Unit: "Days" })],
    [
      "in another unit, as JSON",
      "wrong-unit",
      "offer.json",
      offerJson([machineRow("g6.xlarge", "0.8", { Unit: "Days" })]),
    ],
    ["in another currency", "other-currency", "offer.csv", withRow({ Currency: "EUR" })],
    [
      "in dollars for China",
      "other-currency",
      "offer.csv",
      withRow({ "Region Code": "cn-north-1", usageType: "CNN1-BoxUsage:g6.xlarge" }),
    ],
    [
      "with a SKU twice at two prices",
      "doubled-sku",
      "offer.csv",
      offerCsv([...good, machineRow("m5.large", "0.0970000000")]),
    ],
    ["with a price below zero", "not-a-price", "offer.csv", withRow({ PricePerUnit: "-0.8048" })],
    ["with a price that is no number", "not-a-price", "offer.csv", withRow({ PricePerUnit: "NaN" })],
    ["of a service that is not used", "service-not-used", "offer.csv", offerCsv(good, { offerCode: "AmazonChime" })],
    ["without a date", "no-date", "offer.csv", text.split("\n").slice(5).join("\n")],
    ["without the column of units", "missing-columns", "offer.csv", text.replace('"Unit"', '"Per"')],
    ["that is an index", "index-file", "index.json", '{"formatVersion":"v1.0","offers":{}}'],
    ["that is no price list", "unknown-price-file", "notes.csv", "name,price\na,1\n"],
    ["that is empty", "empty-price-file", "offer.csv", ""],
  ])("%s", async (_, code, name, content) => {
    const held = await importText(text);
    const { refusal, folder, amounts } = await importText(content, { folder: held.folder, name });
    expect(refusal).toMatchObject({ code, place: { file: name } });
    expect(refusal?.message).toContain("the prices in use are unchanged");
    // The list in use is untouched, and nothing is left lying about.
    expect(amounts(P5)).toEqual(["55.04"]);
    expect(existsSync(join(folder, "cn-north-1"))).toBe(false);
  });

  it("names the line of the row that refuses it", async () => {
    const { refusal } = await importText(withRow({ Unit: "Days" }));
    expect(refusal).toMatchObject({ place: { line: 9 } });
    expect(refusal?.message).toContain('is listed per "Days", not per hrs or hours');
  });

  it("older than the one held, unless it is forced", async () => {
    const older = offerCsv([machineRow("p5.48xlarge", "98.3200000000")], { published: "2025-01-01" });
    const held = await importText(text);
    const { refusal, amounts } = await importText(older, { folder: held.folder });
    expect(refusal).toMatchObject({ code: "older-than-held", hint: expect.stringContaining("--force") });
    expect(amounts(P5)).toEqual(["55.04"]);
    const forced = await importText(older, { folder: held.folder, force: true });
    expect(forced.amounts(P5)).toEqual(["98.32"]);
    // A newer list takes the place of an older one, and what it no longer has is gone.
    expect(forced.amounts("instance/m5.large/linux/shared/on-demand")).toEqual([]);
  });

  it("takes yuan for China", async () => {
    const china = { "Region Code": "cn-north-1", usageType: "CNN1-BoxUsage:p5.48xlarge", Currency: "CNY" };
    const { rows } = await importText(offerCsv([machineRow("p5.48xlarge", "400.0000000000", china)]));
    expect(rows(P5, { region: "cn-north-1" })?.[0]).toMatchObject({ amount: "400", currency: "CNY" });
  });
});
