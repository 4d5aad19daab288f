import { describe, expect, it } from "vitest";
import { openHardware } from "../../src/hardware/catalogue.ts";
import type { PriceAnswer } from "../../src/model/price.ts";
import type { FacilitySettings } from "../../src/model/settings.ts";
import { openSitePrices } from "../../src/prices/site-prices.ts";

const find = (service: string, item: string, facility: FacilitySettings = {}): PriceAnswer =>
  openSitePrices(facility, openHardware(facility), "USD").find({ vendor: "site", service, region: null, item });
const amountOf = ({ price }: PriceAnswer): string | undefined =>
  price?.tiers[0].amount.toSignificantDigits(12).toFixed();

describe("a site price that nobody states", () => {
  it.each([
    ["power", "electricity", "kWh", "0.0826"],
    ["facility", "colocation", "kW-months", "184.06"],
    ["facility", "building", "kW", "17500"],
    ["network", "cluster-network", "USD of servers", "0.234567901235"],
    ["storage", "storage/tib", "TiB", "219.9"],
    ["people", "staff", "FTE-months", "16666.6666667"],
    ["support", "hardware-support", "USD-months of hardware", "0.00625"],
  ])("%s %s, per %s, has a dated default that is a named assumption", (service, item, unit, amount) => {
    const answer = find(service, item);
    expect(amountOf(answer)).toBe(amount);
    expect(answer.price).toMatchObject({
      unit,
      currency: "USD",
      source: { asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
    expect(answer.price && answer.assumptions).toEqual([expect.stringContaining("(state facility.")]);
  });

  it("keeps its range as factors", () => {
    const { price } = find("storage", "storage/tib");
    expect([price?.range?.low.toFixed(), price?.range?.high.toFixed()]).toEqual(["0.8", "1.6"]);
  });
});

describe("a site price that rackrate.yaml states", () => {
  it("is taken as it is, with its place as the source and no assumption", () => {
    const answer = find("power", "electricity", { electricityPerKwh: 0.11 });
    expect(amountOf(answer)).toBe("0.11");
    expect(answer).toMatchObject({
      assumptions: [],
      price: { source: { title: "rackrate.yaml facility.electricityPerKwh" } },
    });
    expect(answer.price?.range).toBeUndefined();
  });

  it("keeps its stated range, source and date, in the units of the item", () => {
    const answer = find("facility", "building", {
      buildCostPerMw: { value: 20e6, low: 15e6, source: "our tender", asOf: "2026-09-01" },
    });
    expect(amountOf(answer)).toBe("20000");
    expect(answer.price?.source).toEqual({
      title: "rackrate.yaml facility.buildCostPerMw: our tender",
      asOf: "2026-09-01",
    });
    expect([answer.price?.range?.low.toFixed(), answer.price?.range?.high.toFixed()]).toEqual(["0.75", "1"]);
  });

  it("may be zero", () => {
    expect(amountOf(find("power", "electricity", { electricityPerKwh: 0 }))).toBe("0");
  });

  it("keeps the range of a server's price", () => {
    const servers = { "DGX H100": { price: { value: 300_000, low: 240_000, high: 330_000 } } };
    const { price } = find("server", "server/dgx-h100", { servers });
    expect([price?.range?.low.toFixed(), price?.range?.high.toFixed()]).toEqual(["0.8", "1.1"]);
    expect(
      find("server", "server/dgx-h100", { servers: { "DGX H100": { price: 300_000 } } }).price?.range,
    ).toBeUndefined();
  });
});

describe("site prices where everything is counted in euros", () => {
  const inEuros = (service: string, item: string, facility: FacilitySettings = {}) =>
    openSitePrices(facility, openHardware(facility), "EUR").find({ vendor: "site", service, region: null, item }).price;

  it("are in euros as rackrate.yaml states them, and in USD as they come with rackrate", () => {
    expect(inEuros("power", "electricity", { electricityPerKwh: 0.11 })).toMatchObject({ currency: "EUR" });
    expect(inEuros("power", "electricity")).toMatchObject({ currency: "USD" });
  });

  it("are shares of euros where they are shares", () => {
    for (const facility of [{}, { supportPerYear: 0.06, networkShare: 0.1 }]) {
      const network = inEuros("network", "cluster-network", facility);
      const support = inEuros("support", "hardware-support", facility);
      expect(network).toMatchObject({ currency: "EUR", unit: "EUR of servers" });
      expect(support).toMatchObject({ currency: "EUR", unit: "EUR-months of hardware" });
    }
  });
});

describe("the price of a server", () => {
  it("is the latest that was seen, as an assumption that names the earlier ones", () => {
    const answer = find("server", "server/dgx-h100");
    expect(amountOf(answer)).toBe("375000");
    expect(answer.price).toMatchObject({ unit: "servers", source: { asOf: "2025-03-03" } });
    expect(answer.price && answer.assumptions).toEqual([
      expect.stringMatching(/^DGX H100: latest price seen, 2025-03-03.*31904\.63 on 2025-01-31/),
    ]);
  });

  it("is what the settings state, however the model is written", () => {
    const answer = find("server", "server/dgx-h100", { servers: { "dgx h100": { price: 290_000 } } });
    expect(amountOf(answer)).toBe("290000");
    expect(answer).toMatchObject({
      assumptions: [],
      price: { source: { title: 'rackrate.yaml facility.servers."DGX H100".price' } },
    });
  });

  it("is missing where none was published, and says how to state it", () => {
    expect(find("server", "server/dgx-b300")).toEqual({
      price: null,
      missing: "purchase price of a DGX B300",
      hint: 'State it in rackrate.yaml as facility.servers."DGX B300".price.',
    });
  });

  it("is missing for a model that is not in the catalogue, with the nearest names", () => {
    expect(find("server", "server/dgx-h1000")).toMatchObject({
      price: null,
      hint: expect.stringContaining("DGX H100"),
    });
  });
});

it("a site item that does not exist has no price", () => {
  expect(find("power", "steam").price).toBeNull();
});
