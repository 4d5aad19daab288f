import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/core/decimal.ts";
import type { Figure } from "../../src/core/figure.ts";
import { carbonOf } from "../../src/finance/carbon.ts";
import type { Capacity } from "../../src/model/cost.ts";

const figure = (name: string, value: string): Figure => ({ name, value: new Decimal(value), unit: "1" });
const PUE = figure("PUE", "1.14");
const [VIRGINIA, IRELAND] = [figure("grid", "244.8"), figure("grid", "300")];
const SETTINGS = { hoursPerMonth: 730, horizonMonths: 24 };

/** An L4's server: 72 W × 1.8 × 0.75 = 0.0972 kW. */
const l4 = (gridCarbon?: Figure, pue = PUE): Capacity => ({
  accelerator: "L4",
  count: figure("accelerators", "1"),
  hours: figure("hours", "730"),
  powerKw: figure("power", "0.0972"),
  pue,
  ...(gridCarbon && { gridCarbon }),
});

describe("carbon over the horizon", () => {
  it.each([
    // 0.0972 × 1.14 × 730 × 24 × 244.8 ÷ 1000
    ["of one server", [l4(VIRGINIA)], "475.2439880"],
    // the same with 300 g beside it, and back: what a kilowatt comes to belongs to its own site
    ["of sites with other grids", [l4(VIRGINIA), l4(IRELAND), l4(VIRGINIA)], "1532.8948239"],
    // PUE 1 in place of 1.14
    ["of sites with other efficiency", [l4(VIRGINIA), l4(VIRGINIA, figure("PUE", "1"))], "892.1246792"],
  ])("is power × PUE × hours × months × grid: %s", (_, capacities, kilograms) => {
    const { expected } = carbonOf(capacities, [], SETTINGS);
    expect(expected.value?.toFixed(7)).toBe(kilograms);
    expect(expected.leavesOut).toBeUndefined();
  });

  it("names the servers whose grid nobody knows, and what is not seen at all", () => {
    const { expected } = carbonOf([l4(VIRGINIA), l4()], ["one is not known"], SETTINGS);
    expect(expected.value?.toFixed(7)).toBe("475.2439880");
    expect(expected.leavesOut).toEqual(["L4 servers", "one is not known"]);
  });

  it("is unknown where nothing is seen, and says so rather than that there is none", () => {
    expect(carbonOf([], ["one is not known"], SETTINGS).expected).toMatchObject({
      value: null,
      leavesOut: ["one is not known"],
    });
    expect(carbonOf([], [], SETTINGS).expected.leavesOut).toEqual(["no accelerator in the plan"]);
  });
});
