import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, sum } from "../../../src/core/decimal.ts";
import type { AssessedResource, PricedResource } from "../../../src/model/cost.ts";
import { rate } from "../../../src/prices/rate.ts";
import { bookOf, HOURS, listed, machines, type OwnInput, onDemand, using } from "./machines.ts";

const P5 = "instance/p5.48xlarge/linux/shared";
const PRICES = {
  [onDemand("p5.48xlarge")]: listed("50"),
  [onDemand("m5.large")]: listed("0.1"),
  [`${P5}/compute-savings-plan-1y-no-upfront`]: listed("40"),
  [`${P5}/reserved-standard-1y-partial-upfront`]: listed("10"),
  [`${P5}/reserved-standard-1y-partial-upfront-fee`]: listed("87600", "reservations"),
};
type CommitmentInput = NonNullable<OwnInput["commitments"]>[number];
const plan = {
  id: "csp",
  kind: "compute-savings-plan",
  hourly: 40,
  term: "1y",
  payment: "no-upfront",
  start: "2026-03-01",
} as const satisfies CommitmentInput;
const reserved: CommitmentInput = {
  id: "ri",
  kind: "reserved-instances",
  instanceType: "p5.48xlarge",
  count: 1,
  region: "us-east-1",
  term: "1y",
  payment: "partial-upfront",
  start: "2026-03-01",
};

const priced = (
  resources: readonly AssessedResource[],
  ...commitments: readonly CommitmentInput[]
): readonly PricedResource[] => rate(resources, bookOf(PRICES, { commitments: [...commitments] }));
const linesOf = (resources: readonly PricedResource[]) =>
  resources.flatMap(({ lines }) =>
    lines.map((line) => [line.meter, line.quantity.value?.toFixed(), line.unitPrice.value?.toFixed()]),
  );
const totalOf = (resources: readonly PricedResource[]): Decimal =>
  sum(resources.flatMap(({ lines }) => lines.map(({ amount }) => amount.value ?? new Decimal(0))));

describe("a commitment that is owned", () => {
  it("stays in USD, as AWS sells it, while what it costs is told in the currency of the reports", () => {
    const exchangeRates = { EUR: { usd: "1.25", asOf: "2026-11-20", source: "our bank" } };
    const commitments = [
      { ...reserved, hourly: 10, upfront: 87_600 },
      { ...plan, rates: { "p5.48xlarge": 40 } },
    ];
    const usage = [machines("train", "p5.48xlarge", 3 * HOURS)];
    const [inEuros] = rate(usage, bookOf(PRICES, { commitments, exchangeRates }, "EUR"));
    expect(linesOf(inEuros ? [inEuros] : [])).toEqual([
      ["instance-hours-ri", "730", "16"],
      ["instance-hours-csp", "730", "32"],
      ["instance-hours", "730", "40"],
    ]);
    expect(inEuros?.assumptions).toEqual(priced(usage, ...commitments)[0]?.assumptions);
    expect(inEuros?.assumptions.join()).toContain("uses 40 of 40 USD/h, 100 %");
    for (const { unitPrice, amount } of inEuros?.lines.slice(0, 2) ?? []) {
      expect([unitPrice.unit, amount.unit]).toEqual(["EUR/hours", "EUR/month"]);
      expect(unitPrice.source?.title).toContain("1 USD = 0.8 EUR (our bank, 2026-11-20)");
    }
  });

  it("covers usage before on-demand does, as far as it goes, and says how much of it is used", () => {
    // Two machines need 80 USD an hour under the plan; it commits to 40.
    const resources = priced([machines("train", "p5.48xlarge", 2 * HOURS)], plan);
    expect(linesOf(resources)).toEqual([
      ["instance-hours-csp", "730", "40"],
      ["instance-hours", "730", "50"],
    ]);
    expect(resources[0]?.assumptions).toEqual([
      "csp covers usage before on-demand: this plan uses 40 of 40 USD/h, 100 %",
    ]);
    expect(resources[0]?.lines[0]).toMatchObject({ commitment: "csp" });
    expect(resources[0]?.lines[0]?.contractedUnitPrice?.value?.toFixed()).toBe("50");
  });

  it("that is larger than the need leaves the rest unused, and the line has no on-demand part", () => {
    const resources = priced([machines("train", "p5.48xlarge", HOURS)], { ...plan, hourly: 100 });
    expect(linesOf(resources)).toEqual([["instance-hours-csp", "730", "40"]]);
    expect(resources[0]?.assumptions).toEqual([
      "csp covers usage before on-demand: this plan uses 40 of 100 USD/h, 40 %",
    ]);
  });

  it("goes to what saves the larger share first", () => {
    const both = { ...plan, hourly: 40, rates: { "m5.large": "0.099" } };
    const resources = priced([machines("web", "m5.large", HOURS), machines("train", "p5.48xlarge", HOURS)], both);
    expect(linesOf(resources)).toEqual([
      ["instance-hours", "730", "0.1"],
      ["instance-hours-csp", "730", "40"],
    ]);
  });

  it("as reserved instances spreads its fee over the term and covers hours of its type only", () => {
    const resources = priced(
      [machines("train", "p5.48xlarge", 2 * HOURS), machines("web", "m5.large", HOURS)],
      reserved,
    );
    // 10 an hour and 87,600 for the 8,760 hours of a year.
    expect(linesOf(resources)).toEqual([
      ["instance-hours-ri", "730", "20"],
      ["instance-hours", "730", "50"],
      ["instance-hours", "730", "0.1"],
    ]);
  });

  it("as reserved instances comes before a Savings Plan, whatever their order", () => {
    const resources = priced([machines("train", "p5.48xlarge", 3 * HOURS)], plan, reserved);
    expect(linesOf(resources)).toEqual([
      ["instance-hours-ri", "730", "20"],
      ["instance-hours-csp", "730", "40"],
      ["instance-hours", "730", "50"],
    ]);
  });

  it("takes the stated discount where neither a rate nor a list says more", () => {
    const resources = priced([machines("web", "m5.large", HOURS)], { ...plan, discountPercent: 30 });
    expect(linesOf(resources)).toEqual([["instance-hours-csp", "730", "0.07"]]);
  });

  it.each<[string, CommitmentInput, string]>([
    ["whose rate nobody knows", { ...plan, payment: "all-upfront" }, "its rate for this usage is not known"],
    ["that has not begun", { ...plan, start: "2027-01-01" }, "it begins on 2027-01-01"],
    ["that is over before the first month", { ...plan, start: "2025-11-30" }, "it ends on 2026-11-30"],
  ])("%s covers nothing and says so", (_, commitment, reason) => {
    const resources = priced([machines("train", "p5.48xlarge", HOURS)], commitment);
    expect(linesOf(resources)).toEqual([["instance-hours", "730", "50"]]);
    expect(resources[0]?.assumptions.join()).toContain(reason);
  });

  it.each<[string, CommitmentInput]>([
    ["of another region", { ...plan, region: "eu-west-1" }],
    ["of another family", { ...plan, kind: "instance-savings-plan", family: "g6", region: "us-east-1" }],
    ["of another type", { ...reserved, instanceType: "p4d.24xlarge" }],
    ["for SageMaker", { ...plan, kind: "sagemaker-savings-plan" }],
  ])("%s has no say", (_, commitment) => {
    const resources = priced([machines("train", "p5.48xlarge", HOURS)], commitment);
    expect(linesOf(resources)).toEqual([["instance-hours", "730", "50"]]);
    expect(resources[0]?.assumptions).toEqual([]);
  });

  it("for SageMaker covers its machines alone, by the hours that its rate makes of it", () => {
    const sagemaker: CommitmentInput = { ...plan, id: "ml", kind: "sagemaker-savings-plan", hourly: 60 };
    const prices = {
      ...PRICES,
      "hosting/ml.p5.48xlarge": listed("80"),
      "hosting/ml.p5.48xlarge/sagemaker-savings-plan-1y-no-upfront": listed("60"),
      "hosting/storage": listed("0.1"),
    };
    const usage = [
      using(
        "endpoint",
        { service: "AmazonSageMaker", item: "hosting/ml.p5.48xlarge", quantity: 2 * HOURS, unit: "hours" },
        { service: "AmazonSageMaker", item: "hosting/storage", quantity: HOURS, unit: "hours" },
      ),
      machines("train", "p5.48xlarge", HOURS),
    ];
    expect(linesOf(rate(usage, bookOf(prices, { commitments: [sagemaker] })))).toEqual([
      ["hosting/ml.p5.48xlarge-ml", "730", "60"],
      ["hosting/ml.p5.48xlarge", "730", "80"],
      ["hosting/storage", "730", "0.1"],
      ["instance-hours", "730", "50"],
    ]);
  });

  it("covers no more than is used, costs no more than it commits to, and never makes a plan dearer", () => {
    const hours = fc.integer({ min: 1, max: 5 * HOURS });
    const commitment = fc.oneof(
      fc
        .record({ hourly: fc.integer({ min: 1, max: 300 }) })
        .map(({ hourly }): CommitmentInput => ({ ...plan, hourly })),
      fc
        .record({ count: fc.integer({ min: 1, max: 6 }) })
        .map(({ count }): CommitmentInput => ({ ...reserved, count })),
    );
    fc.assert(
      fc.property(
        fc.array(hours, { minLength: 1, maxLength: 4 }),
        fc.array(commitment, { maxLength: 3 }),
        (used, owned) => {
          const commitments = owned.map((one, index) => ({ ...one, id: `c${index}` }));
          const needs = used.map((each, index) => machines(`node-${index}`, "p5.48xlarge", each));
          const before = priced(needs);
          const after = priced(needs, ...commitments);
          for (const [index, resource] of after.entries()) {
            const covered = sum(resource.lines.map(({ quantity }) => quantity.value ?? new Decimal(0)));
            expect(
              covered
                .minus(used[index] ?? 0)
                .abs()
                .lt("1e-20"),
            ).toBe(true);
            expect(resource.lines.every(({ amount }) => amount.value?.gte(0))).toBe(true);
          }
          for (const one of commitments) {
            const lines = after.flatMap((resource) => resource.lines.filter((line) => line.commitment === one.id));
            const spent = sum(
              lines.map(
                (line) =>
                  (one.kind === "reserved-instances" ? line.quantity.value : line.amount.value) ?? new Decimal(0),
              ),
            );
            const most = (one.kind === "reserved-instances" ? one.count : Number(one.hourly)) * HOURS;
            expect(spent.minus(most).lte("1e-20")).toBe(true);
          }
          expect(totalOf(after).lte(totalOf(before))).toBe(true);
        },
      ),
    );
  });
});
