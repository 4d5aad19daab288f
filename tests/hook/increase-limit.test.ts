import { describe, expect, it } from "vitest";
import { increaseLimit } from "../../src/hook/increase-limit.ts";

describe("maxMonthlyIncrease", () => {
  it.each([
    [5000, { max: 5000 }],
    [0, { max: 0 }],
    ["5000.50", { max: 5000.5 }],
    ["10%", { maxPercent: 10 }],
    [" 2.5 % ", { maxPercent: 2.5 }],
  ])("%j is a limit", (given, limit) => {
    expect(increaseLimit(given)).toEqual(limit);
  });

  it("is no limit where it is not given", () => {
    expect(increaseLimit(undefined)).toBeNull();
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, "", "ten", "10 %%", "$5", "1e3"])("%j is refused", (given) => {
    expect(() => increaseLimit(given)).toThrow(/maxMonthlyIncrease must be an amount/);
  });
});
