import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, sum } from "../../../src/core/decimal.ts";
import { stated } from "../../../src/core/figure.ts";
import { addMonths } from "../../../src/core/period.ts";
import type { AssessedResource, PricedLine, PricedResource } from "../../../src/model/cost.ts";
import { rate } from "../../../src/prices/rate.ts";
import { bookOf, HOURS, listed, machines, type OwnInput, onDemand, START } from "./machines.ts";

const PRICES = { [onDemand("p5.48xlarge")]: listed("50"), [onDemand("m5.large")]: listed("0.1") };
const HORIZON = 36;
type CommitmentInput = NonNullable<OwnInput["commitments"]>[number];
/** One machine at 20 an hour. */
const reserved = (start: string, term: "1y" | "3y" = "1y", id = "ri"): CommitmentInput => ({
  id,
  kind: "reserved-instances",
  instanceType: "p5.48xlarge",
  count: 1,
  region: "us-east-1",
  term,
  payment: "no-upfront",
  start,
  hourly: 20,
});

const priced = (own: OwnInput, resources: readonly AssessedResource[], startMonth = START, horizonMonths = HORIZON) =>
  rate(resources, bookOf(PRICES, own, "USD", { startMonth, horizonMonths }));
const one = (own: OwnInput, resource = machines("train", "p5.48xlarge", HOURS)): PricedResource =>
  priced(own, [resource])[0]!;
/** Every line with its price and its months, those of later months after the others. */
const course = ({ lines, later = [] }: PricedResource) =>
  [...lines, ...later].map(({ meter, unitPrice, holds }) => [
    meter,
    unitPrice.value?.toNumber(),
    holds === undefined ? "always" : `${holds.from}–${holds.until ?? ""}`,
  ]);
const inMonth = ({ lines, later = [] }: PricedResource, month: number): readonly PricedLine[] =>
  [...lines, ...later].filter(({ holds = { from: 0 } }) => holds.from <= month && month < (holds.until ?? HORIZON));

describe("a commitment whose term ends within the horizon", () => {
  it("covers the months whose first day is in its term, and on-demand follows", () => {
    const resource = one({ commitments: [reserved("2026-01-15")] });
    // December 2026 and January 2027.
    expect(course(resource)).toEqual([
      ["instance-hours-ri", 20, "0–2"],
      ["instance-hours", 50, "2–"],
    ]);
    expect(resource.assumptions).toEqual([
      "ri covers usage before on-demand: this plan uses 1 of 1 instances, 100 %",
      "From 2027-02 on: ri is not applied: it ends on 2027-01-15",
    ]);
  });

  it("covers as many months as it has from the first day of the horizon on", () => {
    expect(course(one({ commitments: [reserved("2026-12-01")] }))).toEqual([
      ["instance-hours-ri", 20, "0–12"],
      ["instance-hours", 50, "12–"],
    ]);
  });

  it("leaves the steady month at the prices of the first, and the resource complete", () => {
    const { lines, complete, status } = one({ commitments: [reserved("2026-01-15")] });
    expect(sum(lines.map(({ amount }) => amount.value ?? new Decimal(0))).toNumber()).toBe(20 * HOURS);
    expect({ complete, status }).toEqual({ complete: true, status: "priced" });
  });

  it("does not change what it leaves to another one, or has no part in", () => {
    const other = machines("web", "m5.large", HOURS);
    const [, web] = priced({ commitments: [reserved("2026-01-15")] }, [machines("train", "p5.48xlarge", HOURS), other]);
    expect(web).toEqual(priced({}, [other])[0]);
    const two = one({ commitments: [reserved("2026-06-01", "3y", "long"), reserved("2026-01-15")] });
    expect(course(two)).toEqual([
      ["instance-hours-long", 20, "0–30"],
      ["instance-hours", 50, "30–"],
    ]);
  });

  it("is said to end once, though other prices change later too", () => {
    const discounts = [{ percent: 10, until: "2027-03-31" }];
    const resource = one({ commitments: [reserved("2026-01-15")], discounts });
    expect(course(resource)).toEqual([
      ["instance-hours-ri", 20, "0–2"],
      ["instance-hours", 45, "2–4"],
      ["instance-hours", 50, "4–"],
    ]);
    expect(resource.assumptions.slice(1)).toEqual([
      "From 2027-02 on: ri is not applied: it ends on 2027-01-15",
      "From 2027-04 on: prices.discounts[0] ends on 2027-03-31 and is not applied",
    ]);
  });

  it("of a leap day ends on a 1st of March", () => {
    const resource = one({ commitments: [reserved("2024-02-29", "3y")] });
    expect(course(resource)[0]).toEqual(["instance-hours-ri", 20, "0–3"]);
    expect(resource.assumptions.join()).toContain("it ends on 2027-03-01");
  });
});

describe("a commitment whose term begins within the horizon", () => {
  it("covers from its month on", () => {
    const resource = one({ commitments: [reserved("2027-06-15")] });
    expect(course(resource)).toEqual([
      ["instance-hours", 50, "0–7"],
      ["instance-hours-ri", 20, "7–19"],
      ["instance-hours", 50, "19–"],
    ]);
    expect(resource.assumptions).toEqual([
      "ri is not applied: it begins on 2027-06-15",
      "From 2027-07 on: ri covers usage before on-demand: this plan uses 1 of 1 instances, 100 %",
      "From 2028-07 on: ri is not applied: it ends on 2028-06-15",
    ]);
  });

  it("after the horizon's end covers nothing", () => {
    expect(course(one({ commitments: [reserved("2029-12-01")] }))).toEqual([["instance-hours", 50, "always"]]);
  });
});

describe("prices of one's own that last until a day", () => {
  it("as a discount give way to the list's in the month after", () => {
    const resource = one({ discounts: [{ percent: 50, until: "2027-01-31" }] });
    expect(course(resource)).toEqual([
      ["instance-hours", 25, "0–2"],
      ["instance-hours", 50, "2–"],
    ]);
    expect(resource.assumptions).toEqual([
      "From 2027-02 on: prices.discounts[0] ends on 2027-01-31 and is not applied",
    ]);
  });

  it("as rates give way to the earlier one that lasts longer, and then to the list's", () => {
    const agreed = { item: onDemand("p5.48xlarge"), unit: "hours", source: "quote" };
    const rates = [
      { ...agreed, amount: 40, until: "2027-12-31" },
      { ...agreed, amount: 30, until: "2026-12-31" },
    ];
    expect(course(one({ rates }))).toEqual([
      ["instance-hours", 30, "0–1"],
      ["instance-hours", 40, "1–13"],
      ["instance-hours", 50, "13–"],
    ]);
  });

  it("leave the cost open from then on where no list has a price, which decides for compute", () => {
    const rates = [{ item: onDemand("p5e.48xlarge"), unit: "hours", source: "quote", amount: 60, until: "2027-05-31" }];
    const resource = one({ rates }, machines("dear", "p5e.48xlarge", HOURS));
    expect(course(resource)).toEqual([
      ["instance-hours", 60, "0–6"],
      ["instance-hours", undefined, "6–"],
    ]);
    expect(resource).toMatchObject({ status: "priced", complete: false });
    expect(resource.gaps).toEqual([
      { property: "price", decisive: true, message: expect.stringMatching(/^from 2027-06 on it has no price: /) },
    ]);
  });

  it("change nothing of what waits for usage", () => {
    const waiting = machines("train", "p5.48xlarge", HOURS);
    const { assessment } = waiting;
    if (assessment.kind !== "lines") throw new Error("a machine has lines");
    const lines = assessment.lines.map((line) => ({ ...line, quantity: { ...line.quantity, value: null } }));
    const resource = one(
      { discounts: [{ percent: 50, until: "2027-01-31" }] },
      { ...waiting, assessment: { ...assessment, lines } },
    );
    expect(course(resource)).toEqual([["instance-hours", 25, "always"]]);
  });

  it("do not leave open what is paid once, before they end", () => {
    const rates = [{ item: "server", unit: "machines", source: "quote", amount: 300_000, until: "2027-05-31" }];
    const bought = machines("rack", "m5.large", 1);
    const { assessment } = bought;
    if (assessment.kind !== "lines") throw new Error("a machine has lines");
    const [line] = assessment.lines;
    const resource = one(
      { rates },
      {
        ...bought,
        assessment: {
          ...assessment,
          lines: [
            {
              ...line!,
              unit: "machines",
              query: { ...line!.query, item: "server" },
              schedule: {
                kind: "purchase",
                lifeMonths: stated("life", 60, "months", "a test"),
                residualPerYear: stated("kept", 0, "1/year", "a test"),
              },
            },
          ],
        },
      },
    );
    expect(resource).toMatchObject({ complete: true, gaps: [] });
  });
});

const day = fc
  .record({ month: fc.integer({ min: -40, max: 40 }), day: fc.integer({ min: 1, max: 28 }) })
  .map((at) => `${addMonths(START, at.month)}-${String(at.day).padStart(2, "0")}`);
const commitment = fc
  .record({ start: day, term: fc.constantFrom("1y" as const, "3y" as const), plan: fc.boolean(), percent: fc.nat(80) })
  .map(
    ({ start, term, plan, percent }): CommitmentInput =>
      plan
        ? {
            id: "sp",
            kind: "compute-savings-plan",
            hourly: 30,
            payment: "no-upfront",
            start,
            term,
            discountPercent: percent,
          }
        : reserved(start, term),
  );
const ownPrices = fc.record({
  commitments: fc
    .array(commitment, { maxLength: 4 })
    .map((all) => all.map((each, index) => ({ ...each, id: `${each.id}${index}` }))),
  discounts: fc.array(
    fc.record({ percent: fc.nat(50), until: fc.option(day, { nil: undefined }) }).map(({ percent, until }) => ({
      percent,
      ...(until !== undefined && { until }),
    })),
    { maxLength: 3 },
  ),
});
const usage = [machines("train", "p5.48xlarge", 2 * HOURS), machines("web", "m5.large", 3 * HOURS)];
const costOf = (own: OwnInput): Decimal =>
  sum(
    priced(own, usage).flatMap((resource) =>
      Array.from({ length: HORIZON }, (_, month) =>
        sum(inMonth(resource, month).flatMap((line) => line.amount.value ?? [])),
      ),
    ),
  );

describe("laws of prices over a horizon", () => {
  it("has every month at the prices of a horizon that begins with it", () => {
    const told = (lines: readonly PricedLine[]) =>
      lines
        .map(({ meter, quantity, unitPrice, amount, commitment: by }) =>
          [meter, by, quantity.value?.toFixed(), unitPrice.value?.toFixed(), amount.value?.toFixed()].join(" "),
        )
        .sort();
    fc.assert(
      fc.property(ownPrices, fc.nat(HORIZON - 1), (own, month) => {
        const alone = priced(own, usage, addMonths(START, month), 1);
        for (const [index, resource] of priced(own, usage).entries())
          expect(told(inMonth(resource, month))).toEqual(told(alone[index]!.lines));
      }),
    );
  });

  it("never costs less where a discount ends, or ends earlier", () => {
    fc.assert(
      fc.property(ownPrices, fc.nat(50), day, day, (own, percent, one, other) => {
        const [earlier, later] = [one, other].sort();
        const costs = [{ until: earlier! }, { until: later! }, {}].map((end) =>
          costOf({ ...own, commitments: [], discounts: [...own.discounts, { percent, ...end }] }),
        );
        expect(costs[0]!.gte(costs[1]!) && costs[1]!.gte(costs[2]!)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("never costs less where a commitment has the shorter term", () => {
    fc.assert(
      fc.property(day, (start) => {
        const [short, long] = (["1y", "3y"] as const).map((term) => costOf({ commitments: [reserved(start, term)] }));
        expect(short!.gte(long!)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
