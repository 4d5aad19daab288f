import { describe, expect, it } from "vitest";
import { decimal } from "../../src/core/decimal.ts";
import { compareEstimates } from "../../src/finance/compare.ts";
import type { Estimate } from "../../src/model/estimate.ts";
import { renderComparison, renderComparisonJson } from "../../src/report/comparison.ts";
import { sampleEstimate, sampleResource } from "../support/estimate.ts";

const figure = (name: string, value: number, unit: string) => ({ name, value: decimal(value), unit });

/** A stack with ten accelerators: so much on the first day, then so much a month over a year. */
const stack = (name: string, upfront: number, monthly: number, accelerator = "H100"): Estimate => {
  const capacity = {
    accelerator,
    count: figure("count", 10, "1"),
    hours: figure("hours", 7300, "GPU-hours/month"),
  };
  const costs = [upfront, ...Array.from({ length: 12 }, () => monthly)].map(decimal);
  const total = upfront + 12 * monthly;
  const sample = sampleEstimate({
    settings: { horizonMonths: 12 },
    after: {
      resources: [sampleResource({ capacity })],
      measures: {
        tco: total,
        upfrontCost: upfront,
        monthlyCost: monthly,
        equivalentAnnualCost: total,
        costPerGpuHour: monthly / 7300,
      },
    },
  });
  return {
    ...sample,
    plan: { ...sample.plan, stack: name },
    after: { ...sample.after, cashFlow: { costs, benefits: costs.map(() => decimal(0)) } },
    verdicts: [],
  };
};

describe("two alternatives", () => {
  const rented = stack("cloud", 0, 100);
  const owned = stack("onprem", 500, 10);

  it("break even when the summed cost of the purchase falls below the rent: 500 ÷ 90 a month", () => {
    const { cheaper, breakEvenMonth } = compareEstimates(rented, owned);
    expect(cheaper).toBe("second");
    expect(breakEvenMonth.value?.toNumber()).toBeCloseTo(500 / 90, 9);
  });

  it("say the same the other way round", () => {
    const { cheaper, breakEvenMonth } = compareEstimates(owned, rented);
    expect(cheaper).toBe("first");
    expect(breakEvenMonth.value?.toNumber()).toBeCloseTo(500 / 90, 9);
  });

  it("name the use from which owning pays: 620 a year against 10 × 8,760 hours of rent", () => {
    const share = compareEstimates(rented, owned).breakEvenUtilisation?.value?.toNumber();
    expect(share).toBeCloseTo(620 / ((100 / 7300) * 10 * 8760), 9);
  });

  it("name no such use, but what each has, where their accelerators differ", () => {
    const comparison = compareEstimates(stack("cloud", 0, 100, "A10G"), owned);
    expect(comparison.breakEvenUtilisation).toBeUndefined();
    expect(renderComparison(comparison)).toContain(
      "They cannot do the same work: cloud has 10 × A10G, onprem 10 × H100.",
    );
    const { alternatives } = JSON.parse(renderComparisonJson(comparison));
    expect(alternatives.map((one: { accelerators: unknown }) => one.accelerators)).toEqual([
      [{ name: "A10G", count: "10" }],
      [{ name: "H100", count: "10" }],
    ]);
    expect(renderComparison(compareEstimates(rented, owned))).not.toContain("cannot do the same work");
  });

  it("are cheaper from the start where nothing is paid upfront and each month costs less", () => {
    const { breakEvenMonth, breakEvenUtilisation } = compareEstimates(stack("a", 0, 10), stack("b", 0, 20));
    expect(breakEvenMonth.value?.toNumber()).toBe(0);
    expect(breakEvenUtilisation).toBeUndefined();
  });

  it("have no break-even where both cost the same", () => {
    const { cheaper, breakEvenMonth } = compareEstimates(stack("a", 0, 10), stack("b", 0, 10));
    expect(cheaper).toBeUndefined();
    expect(breakEvenMonth.value).toBeNull();
  });

  it("are not judged by a sum that leaves something out, in any order", () => {
    const withGap = (estimate: Estimate, measure: "tco" | "equivalentAnnualCost" | "costPerGpuHour"): Estimate => {
      const expected = { ...estimate.after.measures[measure].expected, leavesOut: ["the price of a topic"] };
      return {
        ...estimate,
        after: { ...estimate.after, measures: { ...estimate.after.measures, [measure]: { expected } } },
      };
    };
    for (const [one, other] of [
      [withGap(rented, "tco"), owned],
      [owned, withGap(rented, "tco")],
      [rented, withGap(owned, "tco")],
    ] as const) {
      const { cheaper, breakEvenMonth } = compareEstimates(one, other);
      expect(cheaper).toBeUndefined();
      expect(breakEvenMonth.value).toBeNull();
    }
    expect(compareEstimates(rented, withGap(owned, "equivalentAnnualCost")).breakEvenUtilisation).toBeUndefined();
    expect(compareEstimates(withGap(rented, "costPerGpuHour"), owned).breakEvenUtilisation).toBeUndefined();
  });

  it("are told in sentences, and to machines as decimal strings", () => {
    const text = renderComparison(compareEstimates(rented, owned));
    expect(text).toContain("onprem has cost less in total than cloud from month 5.6 on");
    expect(JSON.parse(renderComparisonJson(compareEstimates(rented, owned)))).toMatchObject({
      cheaper: "onprem",
      alternatives: [
        { stack: "cloud", summary: { tco: "1200" } },
        { stack: "onprem", summary: { tco: "620" } },
      ],
    });
  });
});
