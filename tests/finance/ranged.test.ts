import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/core/decimal.ts";
import { ranged } from "../../src/finance/ranged.ts";

const figure = (value: number | null) => ({
  name: "payback",
  unit: "months",
  value: value === null ? null : new Decimal(value),
});
const at = (value: number | null) => (value === null ? null : new Decimal(value));

describe("the range of a measure", () => {
  it.each<[string, number | null, number | null, number | null, string | undefined, string]>([
    ["has its ends in order", 12, 20, 8, undefined, "8 to 20"],
    ["holds what is expected, wherever the ends lie", 12, 14, 20, undefined, "12 to 20"],
    ["is none where both ends are what is expected", 12, 12, 12, undefined, "none"],
    ["is none where an end has no value", 12, 8, null, undefined, "none"],
    ["stays open where an end never comes", 12, 8, null, "never", "8 to never"],
    ["stays open, whichever end it is", 12, null, 20, "never", "12 to never"],
    ["is none where neither end comes", 12, null, null, "never", "none"],
    ["is none of what is not known itself", null, 8, 20, "never", "none"],
  ])("%s", (_, expected, one, other, never, shown) => {
    const { range } = ranged(figure(expected), [at(one), at(other)], never);
    const high = range && (range.high.value?.toFixed() ?? range.high.leavesOut?.join());
    expect(range === undefined ? "none" : `${range.low.value?.toFixed()} to ${high}`).toBe(shown);
  });
});
