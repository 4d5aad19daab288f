import { describe, expect, it } from "vitest";
import { describeDiagnostic } from "../../../src/core/diagnostic.ts";
import { openHardware } from "../../../src/hardware/catalogue.ts";
import { ownPricesSchema } from "../../../src/model/own-prices.ts";
import type { PriceQuery } from "../../../src/model/price.ts";
import { unmatchedPrices } from "../../../src/prices/own/unmatched.ts";

const rate = (item: string, more: object = {}) => ({
  rates: [{ item, amount: 1, unit: "hours", source: "our agreement", ...more }],
});

const warningsOf = (own: object, asked: readonly PriceQuery[] = []): readonly string[] =>
  unmatchedPrices(ownPricesSchema.parse(own), asked, "/nowhere", openHardware({})).map((one) =>
    describeDiagnostic(one),
  );

describe("a price of one's own", () => {
  it.each([
    ["an item of the list", rate("volume/gp2/storage")],
    ["a pattern", rate("instance/p5.*/linux/*/on-demand", { service: "AmazonEC2", region: "eu-west-1" })],
    ["an item of a site", rate("electricity", { service: "power" })],
    ["a server of the catalogue", rate("server/dgx-h100")],
    ["a service", { discounts: [{ percent: 5, service: "AmazonEC2" }] }],
    ["a family", { discounts: [{ percent: 5, family: "p5" }] }],
    ["everything", { discounts: [{ percent: 5 }] }],
  ])("is silent where it means %s", (_, own) => {
    expect(warningsOf(own)).toEqual([]);
  });

  it.each([
    ["an item", rate("volume/gp2/storag"), "is volume/gp2/storag.\n  Did you mean volume/gp2/storage"],
    ["a server", rate("server/dgx-h1000"), "Did you mean the server DGX H100"],
    ["a service", rate("volume/*", { service: "AmazonEC3" }), "has no service AmazonEC3.\n  Did you mean AmazonEC2"],
    ["a region", rate("nat-gateway/hours", { region: "us-eest-1" }), "us-eest-1 is not an AWS region"],
    [
      "a family",
      { discounts: [{ percent: 5, family: "p55" }] },
      "prices.discounts[0].family: the price list in use has nothing",
    ],
  ])("is told where it misses %s by a slip", (_, own, expected) => {
    const warnings = warningsOf(own);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(expected);
  });

  it("is silent where this run asks for it, though no list has it", () => {
    const query = { vendor: "aws", service: "AmazonEC2", region: "us-east-1", item: "instance/p9.huge/linux" } as const;
    expect(warningsOf(rate("instance/p9.huge/*"))).toHaveLength(1);
    expect(warningsOf(rate("instance/p9.huge/*"), [query])).toEqual([]);
  });
});
