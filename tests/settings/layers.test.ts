import { describe, expect, it } from "vitest";
import { z } from "zod";
import { loadLayers } from "../../src/settings/layers.ts";

const gates = z.strictObject({});
const load = (...texts: readonly string[]) =>
  loadLayers(
    texts.map((text, index) => ({ name: `layer ${index}`, text })),
    gates,
  ).value;

describe("the currency of settings of several layers", () => {
  const rates = "prices: {exchangeRates: {XOF: {usd: 0.0017, asOf: 2026-11-20, source: BCEAO}}}";

  it("is that of the strongest", () => {
    expect(load("currency: EUR", '{"currency":"CHF"}').currency).toBe("CHF");
  });

  it("may have its rate of exchange in another layer", () => {
    expect(load(rates, '{"currency":"XOF"}').currency).toBe("XOF");
    expect(load("currency: XOF", rates).currency).toBe("XOF");
  });

  it("is refused where no layer states its rate", () => {
    expect(() => load("horizonMonths: 12", '{"currency":"XOF"}')).toThrow(/rate of exchange/);
  });
});
