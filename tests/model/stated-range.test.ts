import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/core/decimal.ts";
import { settingsSchema } from "../../src/model/settings.ts";
import { expectedOf, type StatedNumber } from "../../src/model/stated-number.ts";
import { statedRanges, stepsOf, usesOf } from "../../src/model/stated-range.ts";

const shown = (uses: ReturnType<typeof usesOf>) =>
  uses.map(({ driver, shape }) =>
    shape.kind === "curve" ? [driver, shape.low.toNumber(), shape.high.toNumber()] : [driver],
  );

describe("the ranges that settings state", () => {
  it("are drivers by the paths of their numbers; a bare number and a range without width are none", () => {
    const settings = settingsSchema.parse({
      facility: {
        load: { value: 0.7, low: 0.5 },
        pue: { value: 1.2, source: "meters" },
        staffFte: 2,
        servers: { "DGX H100": { maxKw: { value: 10, low: 9, high: 11 } } },
      },
      workloads: { chat: { requestsPerMonth: { value: 100, high: 200 } } },
    });
    expect(
      statedRanges(settings).map(({ name, expected, low, high }) => [name, ...[expected, low, high].map(Number)]),
    ).toEqual([
      ["facility.load", 0.7, 0.5, 0.7],
      ['facility.servers."DGX H100".maxKw', 10, 9, 11],
      ["workloads.chat.requestsPerMonth", 100, 100, 200],
    ]);
  });
});

describe("the steps of ranged numbers", () => {
  const numbers: Record<"load" | "full" | "idle", StatedNumber> = {
    load: { value: 0.5, low: 0.2, high: 0.8 },
    full: { value: 10, low: 8, high: 12 },
    idle: 4,
  };
  /** A server draws its idle power at least. */
  const power = ({ load, full, idle }: Record<"load" | "full" | "idle", StatedNumber>): Decimal =>
    Decimal.max(expectedOf(idle), new Decimal(expectedOf(load)).times(expectedOf(full)));
  const expected = new Decimal(5);

  it("go from what each number leaves to what the next one makes of it, so that together they reach the ends", () => {
    const steps = stepsOf("site", numbers, ["load", "full", "idle"], power);
    expect(steps.map(({ driver, low, high }) => [driver, low.toNumber(), high.toNumber()])).toEqual([
      ["site.load", 4, 8],
      ["site.full", 4, 9.6],
    ]);
    expect(shown(usesOf(expected, steps, (value) => value))).toEqual([
      ["site.load", 0.8, 1.6],
      ["site.full", 1, 1.2],
    ]);
  });

  it("move nothing that nobody knows, or that is nothing", () => {
    const steps = stepsOf("site", numbers, ["load"], power);
    expect(usesOf(expected, steps, () => null)).toEqual([]);
    expect(usesOf(expected, steps, () => new Decimal(0))).toEqual([]);
  });
});
