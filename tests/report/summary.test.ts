import { describe, expect, it } from "vitest";
import { summaryJson, summaryLines } from "../../src/report/summary.ts";
import { estimateOf } from "./estimate-fixture.ts";
import { exampleChange } from "./example-change.ts";

describe("the short summary of a stack", () => {
  it("marks each figure that leaves something out, and says what that is", () => {
    expect(summaryLines(exampleChange)).toEqual([
      "shop/prod: $241,108 a month * (+$80,349)",
      "Total cost, 12 months *: $2,893,297",
      "Net present value: – (not asked for)",
      "Return on investment *: −99.8%",
      "Payback: – (not asked for)",
      "* Resources not (wholly) in these sums: 1 without a price, 1 not supported, 1 without stated usage.",
    ]);
  });

  it("says so where the plan does not show everything", () => {
    const partial = estimateOf({ after: [{ name: "web" }], missing: ["Some resources are not shown."] });
    const lines = summaryLines(partial);
    expect(lines[0]).toBe("shop/prod: $73.00 a month *");
    expect(lines.at(-1)).toBe("* The plan does not show everything.");
  });

  it("has no star where nothing is left out", () => {
    const whole = estimateOf({ after: [{ name: "web" }], earns: true });
    expect(summaryLines(whole).join("\n")).not.toContain("*");
    expect(JSON.parse(summaryJson(whole))).toMatchObject({ complete: true, leaveSomethingOut: [] });
  });

  it("names for machines the measures that leave something out", () => {
    expect(JSON.parse(summaryJson(exampleChange, { failed: ["tco"] }))).toMatchObject({
      monthlyCost: "241108.05",
      leaveSomethingOut: ["monthlyCost", "tco", "tcoPresentValue", "roi"],
      failed: ["tco"],
    });
  });
});
