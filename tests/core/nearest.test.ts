import { describe, expect, it } from "vitest";
import { nearest } from "../../src/core/nearest.ts";

const TYPES = ["p5.48xlarge", "p5.4xlarge", "p4d.24xlarge", "m5.large"];

describe("nearest names", () => {
  it("put the nearest first", () => {
    expect(nearest("p5.48xlrage", TYPES)[0]).toBe("p5.48xlarge");
  });

  it("count a swap of two letters as one step", () => {
    expect(nearest("ab", ["ba", "xy"])).toEqual(["ba"]);
  });

  it("leave out names that differ in more than a third of their letters", () => {
    expect(nearest("zzzzzz", TYPES)).toEqual([]);
  });

  it("take no notice of case, and give no more than asked", () => {
    expect(nearest("P5.48XLARGE", TYPES, 1)).toEqual(["p5.48xlarge"]);
  });

  it("order equally near names by name", () => {
    expect(nearest("b", ["c", "a"])).toEqual(["a", "c"]);
  });
});
