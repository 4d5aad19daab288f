import { describe, expect, it } from "vitest";
import { compareEstimates } from "../../src/finance/compare.ts";
import type { Estimate } from "../../src/model/estimate.ts";
import { renderComparison, renderComparisonJson } from "../../src/report/comparison.ts";
import { type ExampleResource, estimateOf } from "./estimate-fixture.ts";

const stack = (name: string, ...after: readonly ExampleResource[]): Estimate => {
  const estimate = estimateOf({ after, earns: true });
  return { ...estimate, plan: { ...estimate.plan, stack: name } };
};

const whole = stack("full", { name: "web" });
const open = stack("cheap", { name: "web", price: "0.01" }, { name: "gpu", price: null });

const rowOf = (text: string, label: string): string => text.split("\n").find((line) => line.includes(label)) ?? "";

describe("a comparison with an alternative that leaves something out", () => {
  it.each([
    ["second", whole, open, /\$73\.00 +\$7\.30 \*$/],
    ["first", open, whole, /\$7\.30 \* +\$73\.00$/],
  ])("marks the figures of the %s, says what is left out, and gives no verdict", (_, first, second, monthly) => {
    const text = renderComparison(compareEstimates(first, second));
    expect(rowOf(text, "Monthly cost")).toMatch(monthly);
    expect(rowOf(text, "Return on investment")).toMatch(/\*/);
    expect(rowOf(text, "Monthly benefit")).not.toMatch(/\*/);
    expect(text).toContain("Which costs less in the end is not known: the costs of cheap leave something out (*).");
    expect(text).not.toContain("has cost less");
    expect(text).toContain("NOT IN THE SUMS\n* cheap: No price: no price for gpu in eu-west-1 (gpu)");
  });

  it("tells machines the same", () => {
    const { cheaper, breakEvenMonth, alternatives } = JSON.parse(renderComparisonJson(compareEstimates(whole, open)));
    expect([cheaper, breakEvenMonth]).toEqual([null, null]);
    expect(alternatives[0].leavesOut).toEqual({ measures: [], notes: [] });
    expect(alternatives[1].leavesOut).toEqual({
      measures: ["monthlyCost", "tco", "tcoPresentValue", "roi"],
      notes: [{ kind: "unpriced", message: "no price for gpu in eu-west-1", names: ["gpu"] }],
    });
  });

  it("stands beside one that is wholly known with its digits in line", () => {
    const both = renderComparison(compareEstimates(whole, open));
    expect(rowOf(both, "Monthly benefit")).toMatch(/\$500\.00 +\$500\.00$/);
    expect(rowOf(both, "Monthly benefit").length).toBe(rowOf(both, "Monthly cost").length - " *".length);
  });
});

describe("a comparison of two that are wholly known", () => {
  it("has no star, gives its verdict, and shows a zero as zero", () => {
    const upfront = { name: "upfront cost", unit: "USD", value: whole.after.measures.monthlyCost.expected.value };
    const measures = { ...whole.after.measures, upfrontCost: { expected: upfront } };
    const bought = { ...whole, after: { ...whole.after, measures } };
    const text = renderComparison(compareEstimates(stack("small", { name: "web", price: "0.01" }), bought));
    expect(text).not.toContain("*");
    expect(text).toContain("small has cost less than full from the first month on.");
    expect(rowOf(text, "Upfront cost")).toMatch(/ \$0 +\$73\.00$/);
  });
});
