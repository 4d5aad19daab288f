import { describe, expect, it } from "vitest";
import { stated, total } from "../../src/core/figure.ts";
import { estimate } from "../../src/estimate.ts";
import { withOffLedger } from "../../src/finance/left-out.ts";
import { type Estimate, MEASURES } from "../../src/model/estimate.ts";
import type { Snapshot } from "../../src/model/plan.ts";
import { settingsSchema } from "../../src/model/settings.ts";
import { joinSnapshots } from "../../src/plan/join.ts";
import { openAwsList } from "../../src/prices/aws-list.ts";
import { openPrices } from "../../src/project-estimate.ts";
import { snapshotOf, type WrittenResource } from "../resources/snapshot.ts";
import { sampleResource } from "../support/estimate.ts";

const TODAY = "2026-11-24";
const LIST = openAwsList();
const instance = (name: string, instanceType: string): WrittenResource => ({
  type: "aws:ec2/instance:Instance",
  name,
  props: { ami: "ami-1", instanceType },
});
const GPU = instance("gpu", "g5.xlarge");
const UNKNOWN_GPU = instance("gpu", "<unknown>");
const BUCKET = { type: "aws:s3/bucket:Bucket", name: "data" };

/** Of a stack with one benefit of 10,000 a month, over a year. */
const estimateOf = (before: Snapshot | null, after: Snapshot): Estimate => {
  const benefits = [
    {
      id: "ops",
      kind: "automated-operations" as const,
      costPerHour: 1000,
      activities: [{ name: "rounds", timesPerMonth: 10, hoursEach: 1, savedShare: 1 }],
    },
  ];
  const settings = settingsSchema.parse({ horizonMonths: 12, benefits });
  const absent: Snapshot = { completeness: "absent", missing: [], resources: [] };
  const sides = { before: before ?? absent, after, assumptions: [] };
  const plan = joinSnapshots({ project: "case", stack: "dev", origin: "preview", ...sides });
  return estimate({ plan, settings, today: TODAY, ...openPrices(settings, LIST, TODAY) }).value;
};

const leftOut = ({ after }: Estimate): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    MEASURES.flatMap((measure) => {
      const { value, leavesOut = [] } = after.measures[measure].expected;
      return value === null || leavesOut.length === 0 ? [] : [[measure, leavesOut]];
    }),
  );

const OF_COSTS = [
  "monthlyCost",
  "tco",
  "tcoPresentValue",
  "npv",
  "roi",
  "roiAnnualized",
  "paybackMonths",
  "discountedPaybackMonths",
  "equivalentAnnualCost",
  "costPerGpuHour",
];

describe("a measure", () => {
  it("leaves nothing out where everything has its price", () => {
    expect(leftOut(estimateOf(null, snapshotOf([GPU])))).toEqual({});
  });

  it("that is made of costs leaves out an unknown cost, a return too; the benefit does not", () => {
    const found = leftOut(estimateOf(null, snapshotOf([GPU, instance("more", "<unknown>")])));
    expect(Object.keys(found)).toEqual([...OF_COSTS, "carbonKg"]);
    for (const names of Object.values(found)) expect(names).toEqual([expect.stringContaining("more: Instance usage")]);
  });

  it("leaves out usage that nobody stated", () => {
    const found = leftOut(estimateOf(null, snapshotOf([GPU, BUCKET])));
    expect(Object.keys(found)).toEqual(OF_COSTS);
    expect(found.npv).toContainEqual(expect.stringMatching(/^data: .*Storage/i));
  });

  it("leaves out an input that could not be read, though all lines have their price", () => {
    const gaps = [{ property: "mode", decisive: false, message: "its mode is not known" }];
    const resources = [sampleResource({ complete: false, gaps })];
    const cost = total("cost", "USD", [stated("hours", 5, "USD", "a test")]);
    const benefit = total("benefit", "USD", []);
    const views = {
      monthlyCost: cost,
      upfrontCost: cost,
      costs: cost,
      costsPresentValue: cost,
      monthlyBenefit: benefit,
      benefits: benefit,
      benefitsPresentValue: benefit,
      cashFlow: { costs: [], benefits: [] },
    };
    const { costs, benefits } = withOffLedger(views, { missing: [], resources });
    expect(costs).toMatchObject({ value: cost.value, leavesOut: ["trainer: its mode is not known"] });
    expect(benefits).toBe(benefit);
  });

  it("leaves out what the plan does not show, and is unknown where it shows nothing that costs", () => {
    const missing = ["3 unchanged resources are not shown."];
    const partial = (...written: WrittenResource[]): Snapshot => ({
      ...snapshotOf(written),
      completeness: "partial",
      missing,
    });
    expect(leftOut(estimateOf(null, partial(GPU)))).toMatchObject({ tco: missing, carbonKg: missing });
    const { measures } = estimateOf(null, partial()).after;
    for (const name of ["monthlyCost", "upfrontCost", "tco", "tcoPresentValue"] as const)
      expect(measures[name].expected.value, name).toBeNull();
  });
});

describe("the change of a measure", () => {
  it("is told where both sides leave out the same", () => {
    const more = estimateOf(snapshotOf([GPU, BUCKET]), snapshotOf([GPU, BUCKET, instance("new", "g5.xlarge")]));
    expect(more.delta.monthlyCost.value?.toFixed(2)).toBe((730 * 1.006 + 0.8).toFixed(2));
  });

  it("is not told where only the cost before has no price: it would pass for a rise", () => {
    const { before, delta } = estimateOf(snapshotOf([UNKNOWN_GPU]), snapshotOf([GPU]));
    expect(before.measures.monthlyCost.expected.value?.toFixed(2)).toBe("0.80");
    expect(delta.monthlyCost.value).toBeNull();
    expect(delta.npv.value).toBeNull();
    expect(delta.monthlyBenefit.value?.toNumber()).toBe(0);
    expect(delta.monthlyCost.leavesOut).toEqual(["what gpu cost before is not known"]);
  });

  it("is not told where the plan shows less of the side before", () => {
    const before: Snapshot = { ...snapshotOf([GPU]), completeness: "partial", missing: ["One is not shown."] };
    expect(estimateOf(before, snapshotOf([GPU])).delta.tco.value).toBeNull();
  });

  it("is told where a cost after has no price: it is at least that", () => {
    expect(estimateOf(snapshotOf([GPU]), snapshotOf([UNKNOWN_GPU])).delta.monthlyCost.value).not.toBeNull();
  });
});
