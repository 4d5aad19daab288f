import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, sum } from "../../../src/core/decimal.ts";
import type { AssessedResource, PricedLine, PricedResource } from "../../../src/model/cost.ts";
import { rate } from "../../../src/prices/rate.ts";
import { bookOf, HOURS, type ListedPrice, listed, machines, type OwnInput, using } from "./machines.ts";

type CommitmentInput = NonNullable<OwnInput["commitments"]>[number];

const R5 = "instance/r5.4xlarge/linux/shared";
const M5 = "instance/m5.24xlarge/windows/dedicated";
const PLAN = "compute-savings-plan-1y-partial-upfront";

/**
 * The rates of AWS's own example (https://docs.aws.amazon.com/savingsplans/latest/userguide/sp-applying.html), which are
 * illustrative. Saved under the Compute plan: r5 30 %, Fargate 25 % on both, m5 18 %, Lambda 15 %, requests nothing.
 * Fargate is priced here by the month of 730 hours: 0.04 → 29.2, 0.03 → 21.9, 0.004 → 2.92, 0.003 → 2.19.
 */
const PRICES: Readonly<Record<string, ListedPrice>> = {
  [`${R5}/on-demand`]: listed("1"),
  [`${R5}/${PLAN}`]: listed("0.7"),
  [`${R5}/instance-savings-plan-1y-partial-upfront`]: listed("0.6"),
  [`${M5}/on-demand`]: listed("10"),
  [`${M5}/${PLAN}`]: listed("8.2"),
  "fargate/vcpu": listed("29.2", "vCPU"),
  [`fargate/vcpu/${PLAN}`]: listed("21.9", "vCPU"),
  "fargate/memory": listed("2.92", "GB"),
  [`fargate/memory/${PLAN}`]: listed("2.19", "GB"),
  "fargate/ephemeral-storage": listed("0.08", "GB"),
  "duration/x86-64": listed("0.000015", "GB-seconds"),
  [`duration/x86-64/${PLAN}`]: listed("0.00001275", "GB-seconds"),
  requests: listed("0.2", "1M requests"),
};

const compute = {
  id: "csp",
  kind: "compute-savings-plan",
  hourly: 50,
  term: "1y",
  payment: "partial-upfront",
  start: "2026-03-01",
} as const satisfies CommitmentInput;
const tasks = (vcpus: number | string, gigabytes: number | string) =>
  using(
    "tasks",
    { service: "AmazonECS", item: "fargate/vcpu", quantity: vcpus, unit: "vCPU" },
    { service: "AmazonECS", item: "fargate/memory", quantity: gigabytes, unit: "GB" },
  );
const functions = (gbSeconds: number | string, millions: number | string) =>
  using(
    "functions",
    { service: "AWSLambda", item: "duration/x86-64", quantity: gbSeconds, unit: "GB-seconds" },
    { service: "AWSLambda", item: "requests", quantity: millions, unit: "1M requests" },
  );

/** The hour of AWS's example, all month: 1 million requests of 3 s at 0.5 GB are 1.5 million GB-seconds. */
const m5 = using("m5", { service: "AmazonEC2", item: `${M5}/on-demand`, quantity: HOURS, unit: "hours" });
const USAGE = [
  machines("r5", "r5.4xlarge", 4 * HOURS),
  m5,
  tasks(400, 1600),
  functions(1_500_000 * HOURS, HOURS),
] as const;

const priced = (
  resources: readonly AssessedResource[],
  commitments: readonly CommitmentInput[],
  prices = PRICES,
): readonly PricedResource[] => rate(resources, bookOf(prices, { commitments: [...commitments] }));
const linesOf = (resources: readonly PricedResource[]): readonly PricedLine[] =>
  resources.flatMap(({ lines }) => lines);
const value = (figure: PricedLine["amount"]): Decimal => figure.value ?? new Decimal(Number.NaN);
const hourly = (monthly: Decimal, digits = 6): number => monthly.div(HOURS).toDecimalPlaces(digits).toNumber();
/** How much of each item a commitment covers: machines and GB-seconds in an hour, vCPUs and GB on average. */
const coveredBy = (id: string, resources: readonly PricedResource[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    linesOf(resources)
      .filter(({ commitment }) => commitment === id)
      .map(({ query, quantity, unit }) => [
        query.item.replace(/^instance\/([^./]+).*/, "$1"),
        (unit === "vCPU" || unit === "GB" ? value(quantity) : value(quantity).div(HOURS)).toDecimalPlaces(4).toNumber(),
      ]),
  );
const notesOf = (resources: readonly PricedResource[]): ReadonlySet<string> =>
  new Set(resources.flatMap(({ assumptions }) => assumptions));

describe("a Compute Savings Plan over EC2, Fargate and Lambda", () => {
  const ri: CommitmentInput = {
    ...compute,
    id: "ri",
    kind: "reserved-instances",
    instanceType: "r5.4xlarge",
    count: 2,
    region: "us-east-1",
    hourly: "0.5",
    upfront: 0,
  };
  const family: CommitmentInput = {
    ...compute,
    id: "r5-plan",
    kind: "instance-savings-plan",
    family: "r5",
    region: "us-east-1",
    hourly: 3,
  };

  it.each<
    [
      string,
      {
        readonly owned: readonly CommitmentInput[];
        readonly covered: Readonly<Record<string, number>>;
        readonly onDemand: number;
        readonly used: string;
      },
    ]
  >([
    [
      // 4 × 0.70 + 8.20 + 400 × 0.03 + 1600 × 0.003 + 1.5 million × 0.00001275 = 46.925; requests are no part of it. Halves are shown even.
      "that is larger than the need covers all but requests",
      {
        owned: [compute],
        covered: { r5: 4, m5: 1, "fargate/vcpu": 400, "fargate/memory": 1600, "duration/x86-64": 1_500_000 },
        onDemand: 0.2,
        used: "46.92 of 50 USD/h, 93.8 %",
      },
    ],
    [
      // 2.00 ÷ 0.70 = 2.8571 r5; left are 1.1429 + 10 + 16 + 6.40 + 22.50 + 0.20.
      "of 2 USD goes to what saves most, and no further",
      { owned: [{ ...compute, hourly: 2 }], covered: { r5: 2.8571 }, onDemand: 56.242857, used: "2 of 2 USD/h, 100 %" },
    ],
    [
      // 2.80 for r5; of Fargate, where both save 25 %, memory has the lower rate: 4.80; the last 2.40 pay for 80 vCPUs.
      // Left are 320 × 0.04 = 12.80, 10, 22.50 and 0.20.
      "of 10 USD takes the lower rate first where equal shares are saved",
      {
        owned: [{ ...compute, hourly: 10 }],
        covered: { r5: 4, "fargate/memory": 1600, "fargate/vcpu": 80 },
        onDemand: 45.5,
        used: "10 of 10 USD/h, 100 %",
      },
    ],
    [
      // Reservations take 2 r5; 2 × 0.70 + 4.80 + 12.00 = 18.20. Left are 10, 22.50 and 0.20.
      "after reserved instances",
      {
        owned: [{ ...compute, hourly: "18.2" }, ri],
        covered: { r5: 2, "fargate/memory": 1600, "fargate/vcpu": 400 },
        onDemand: 32.7,
        used: "18.2 of 18.2 USD/h, 100 %",
      },
    ],
    [
      // The family's plan takes all r5 for 2.40 of its 3.00; Fargate needs 16.80.
      "after an EC2 Instance Savings Plan",
      {
        owned: [{ ...compute, hourly: "16.8" }, family],
        covered: { "fargate/memory": 1600, "fargate/vcpu": 400 },
        onDemand: 32.7,
        used: "16.8 of 16.8 USD/h, 100 %",
      },
    ],
  ])("%s", (_, { owned, covered, onDemand: left, used }) => {
    const resources = priced(USAGE, owned);
    expect(coveredBy("csp", resources)).toEqual(covered);
    const open = linesOf(resources).filter(({ commitment }) => commitment === undefined);
    expect(hourly(sum(open.map(({ amount }) => value(amount))))).toBe(left);
    expect(notesOf(resources)).toContain(`csp covers usage before on-demand: this plan uses ${used}`);
  });

  it("that is owned twice, at two terms, covers each usage by the one that saves more of it", () => {
    const prices = {
      ...PRICES,
      "fargate/vcpu/compute-savings-plan-3y-no-upfront": listed("14.6", "vCPU"),
      "duration/x86-64/compute-savings-plan-3y-no-upfront": listed("0.000014", "GB-seconds"),
    };
    // By the three-year plan a vCPU costs 0.02 an hour, so that its 1 USD pays for 50; the other 50 cost the older 0.03.
    // Of Lambda the one-year plan saves more, and has 1.50 left of 3: 1.50 ÷ 0.00001275 = 117,647.0588 GB-seconds.
    const owned: CommitmentInput[] = [
      { ...compute, hourly: 3 },
      { ...compute, id: "long", hourly: 1, term: "3y", payment: "no-upfront" },
    ];
    const resources = priced([tasks(100, 0), functions(200_000 * HOURS, 0)], owned, prices);
    expect(coveredBy("long", resources)).toEqual({ "fargate/vcpu": 50 });
    expect(coveredBy("csp", resources)).toEqual({ "fargate/vcpu": 50, "duration/x86-64": 117_647.0588 });
  });

  it("keeps list, contracted and effective cost of what it covers", () => {
    const [line] = linesOf(priced([tasks(1, 0)], [compute]));
    expect(line).toMatchObject({ meter: "fargate/vcpu-csp", commitment: "csp" });
    expect(
      [line?.listUnitPrice, line?.contractedUnitPrice, line?.unitPrice].map((one) => one?.value?.toFixed()),
    ).toEqual(["29.2", "29.2", "21.9"]);
    expect(line?.unitPrice.source).toEqual({ title: "a list", asOf: "2026-07-20" });
  });

  it("covers each tier of a price by what it saves there, and no tier that costs less", () => {
    const tiers = [
      { upTo: new Decimal(1000), amount: new Decimal("0.000015") },
      { upTo: null, amount: new Decimal("0.000012") },
    ] as const;
    const resources = priced([functions(3000, 0)], [compute], {
      ...PRICES,
      "duration/x86-64": { unit: "GB-seconds", tiers },
    });
    expect(linesOf(resources).map(({ meter, quantity }) => `${meter}: ${value(quantity).toFixed()}`)).toEqual([
      "duration/x86-64-csp: 1000",
      "duration/x86-64-tier-2: 2000",
      "requests: 0",
    ]);
  });

  it("takes rates that are stated as AWS does: by the hour of a vCPU, by the GB-second", () => {
    const stated = {
      ...compute,
      term: "3y",
      rates: { "fargate/vcpu": "0.02", "duration/x86-64": "0.00001" },
    } as const;
    const lines = linesOf(priced([tasks(1, 0), functions(1000, 0)], [stated]));
    expect(lines.map(({ unitPrice }) => value(unitPrice).toFixed())).toEqual(["14.6", "2.92", "0.00001", "0.2"]);
    expect(lines[0]?.unitPrice.source?.title).toBe("rackrate.yaml prices.commitments csp");
  });

  it("takes the discount that is stated for a service, and covers none without", () => {
    const stated = { ...compute, term: "3y", discountPercent: { ec2: 50, fargate: 40 } } as const;
    const resources = priced([machines("r5", "r5.4xlarge", HOURS), tasks(1, 1), functions(1000, 1)], [stated]);
    expect(linesOf(resources).map(({ meter, unitPrice }) => `${meter}: ${value(unitPrice).toFixed()}`)).toEqual([
      "instance-hours-csp: 0.5",
      "fargate/vcpu-csp: 17.52",
      "fargate/memory-csp: 1.752",
      "duration/x86-64: 0.000015",
      "requests: 0.2",
    ]);
    expect(resources[2]?.assumptions).toEqual([
      "csp may cover this too, but its rate for this usage is not known. State it, or import the Savings Plans list.",
    ]);
  });

  it("takes one discount that is stated for all, under a named assumption where AWS's would differ", () => {
    const stated = { ...compute, term: "3y", discountPercent: 20 } as const;
    const resources = priced([machines("r5", "r5.4xlarge", HOURS), functions(1000, 0)], [stated]);
    expect(linesOf(resources).map(({ unitPrice }) => value(unitPrice).toFixed())).toEqual(["0.8", "0.000012", "0.2"]);
    const note =
      "csp: its 20 % are taken for Lambda as for EC2, though AWS discounts each in its own way: state discountPercent.lambda, or import the Savings Plans list";
    expect(resources.map(({ assumptions }) => assumptions.includes(note))).toEqual([false, true]);
  });

  it("compares rates as AWS lists them, of Fargate by the hour, where equal shares are saved", () => {
    // At 20 % off a vCPU costs 0.032 an hour and r5 0.80: ten vCPUs take 0.32 of 0.50, and the rest is 0.225 of an r5.
    const stated = { ...compute, term: "3y", discountPercent: 20, hourly: "0.5" } as const;
    const resources = priced([machines("r5", "r5.4xlarge", HOURS), tasks(10, 0)], [stated]);
    expect(coveredBy("csp", resources)).toEqual({ "fargate/vcpu": 10, r5: 0.225 });
  });

  it.each([
    ["AmazonECS", "fargate/vcpu", "vCPU"],
    ["AmazonECS", "fargate/arm/vcpu", "vCPU"],
    ["AmazonECS", "fargate/arm/memory", "GB"],
    ["AWSLambda", "duration/arm64", "GB-seconds"],
    ["AWSLambda", "provisioned/x86-64", "GB-seconds"],
    ["AWSLambda", "provisioned-duration/arm64", "GB-seconds"],
  ])("says of %s %s that it may cover it too where no rate is known", (service, item, unit) => {
    const prices = { [item]: listed("20", unit) };
    const [other] = priced([using("other", { service, item, unit, quantity: 10 })], [compute], prices);
    expect(other?.lines.map(({ amount }) => amount.value?.toFixed())).toEqual(["200"]);
    expect(other?.assumptions).toEqual([
      "csp may cover this too, but its rate for this usage is not known. State it, or import the Savings Plans list.",
    ]);
  });

  it("covers nothing that runs on spare capacity, though it is priced as what it would cover", () => {
    const spot = using("spot", {
      service: "AmazonECS",
      item: "fargate/vcpu",
      quantity: 10,
      unit: "vCPU",
      spot: true,
    });
    const found = priced([spot, tasks(10, 0)], [compute]);
    expect(linesOf(found.slice(0, 1)).map(({ commitment }) => commitment)).toEqual([undefined]);
    expect(coveredBy("csp", found)).toEqual({ "fargate/vcpu": 10 });
  });

  it("covers neither disks nor requests, and says nothing of them", () => {
    const disk = { service: "AmazonECS", item: "fargate/ephemeral-storage", quantity: 10, unit: "GB" };
    const requests = { service: "AWSLambda", item: "requests", quantity: 10, unit: "1M requests" };
    const resources = priced([using("rest", disk, requests)], [{ ...compute, discountPercent: 50 }]);
    expect(resources[0]).toMatchObject({ assumptions: [], lines: [{ meter: disk.item }, { meter: requests.item }] });
  });

  it("takes no rate that is per another unit than the usage", () => {
    const prices = { ...PRICES, [`fargate/vcpu/${PLAN}`]: listed("0.03", "hours") };
    expect(coveredBy("csp", priced([tasks(1, 0)], [compute], prices))).toEqual({});
  });

  it("pays for no more than it commits to, covers nothing twice, leaves list cost as it is, and leaves nothing that it could pay for", () => {
    const amount = (most: number) => fc.integer({ min: 0, max: most });
    const usage = fc.record({ r5: amount(9), vcpu: amount(900), memory: amount(900), seconds: amount(9_000_000) });
    const owned = fc.array(
      fc.record({
        hourly: fc.integer({ min: 1, max: 60 }),
        kind: fc.constantFrom("compute", "family", "stated"),
        percent: fc.integer({ min: 1, max: 70 }),
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(usage, owned, (used, plans) => {
        const commitments = plans.map(({ hourly, kind, percent }, index): CommitmentInput => {
          const id = `c${index}`;
          if (kind === "family") return { ...family, id, hourly };
          return kind === "compute"
            ? { ...compute, id, hourly }
            : { ...compute, id, hourly, term: "3y", discountPercent: percent };
        });
        const needs = [
          machines("r5", "r5.4xlarge", used.r5 * HOURS),
          tasks(used.vcpu, used.memory),
          functions(used.seconds * HOURS, 1),
        ];
        const [before, after] = [linesOf(priced(needs, [])), linesOf(priced(needs, commitments))];
        const close = (one: Decimal, other: Decimal) => one.minus(other).abs().lt("1e-15");
        for (const line of before) {
          const parts = after.filter(({ query }) => query.item === line.query.item);
          expect(close(sum(parts.map(({ quantity }) => value(quantity))), value(line.quantity))).toBe(true);
          expect(parts.every(({ quantity }) => value(quantity).gte(0))).toBe(true);
        }
        const list = (lines: readonly PricedLine[]) =>
          sum(lines.map((line) => value(line.quantity).times(value(line.listUnitPrice ?? line.unitPrice))));
        expect(close(list(after), list(before))).toBe(true);
        expect(sum(after.map((line) => value(line.amount))).lte(sum(before.map((line) => value(line.amount))))).toBe(
          true,
        );
        const open = after.filter(
          ({ commitment, quantity, query }) =>
            commitment === undefined && query.item !== "requests" && value(quantity).gt("1e-15"),
        );
        for (const { id, hourly, kind } of commitments) {
          const spent = sum(after.filter((line) => line.commitment === id).map((line) => value(line.amount)));
          const most = new Decimal(hourly ?? 0).times(HOURS);
          expect(spent.lte(most.plus("1e-15"))).toBe(true);
          const within = open.filter(({ query }) => kind !== "instance-savings-plan" || query.item.startsWith(R5));
          if (within.length > 0) expect(close(spent, most)).toBe(true);
        }
      }),
    );
  });
});
