import { describe, expect, it } from "vitest";
import { irr, npv } from "../../src/finance/public.ts";

describe("the public finance functions", () => {
  it("take numbers and text, and give plain numbers", () => {
    expect(npv(0.1, [-1000, "500", 500, 500])).toBe(243.42599549211118);
    expect(npv("0.25", [0, 1])).toBe(0.8);
    expect(irr(["-1000", 2300, -1320])).toEqual({ state: "several", roots: [0.1, 0.2] });
    expect(irr([-1000, 2200, -1210])).toEqual({ state: "unique", roots: [0.1] });
    expect(irr([1, 2])).toEqual({ state: "none", roots: [] });
  });

  it("read 0.1 and 0.2 as written, so that they add to 0.3", () => {
    expect(npv(0, [0.1, 0.2])).toBe(0.3);
  });

  it("refuse what is no number with a sentence", () => {
    expect(() => npv(Number.NaN, [1])).toThrow(new RangeError('The discount rate must be a finite number, not "NaN".'));
    expect(() => npv(-1, [1])).toThrow(RangeError);
    expect(() => irr([1, Number.POSITIVE_INFINITY])).toThrow(
      new RangeError('The cash flow of period 1 must be a finite number, not "Infinity".'),
    );
    expect(() => irr([1, ""])).toThrow(RangeError);
    expect(() => irr([1, null as unknown as number])).toThrow(RangeError);
  });
});
