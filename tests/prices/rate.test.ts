import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, type DecimalValue, sum } from "../../src/core/decimal.ts";
import { type Figure, stated, unknownFigure } from "../../src/core/figure.ts";
import { propertyMap } from "../../src/core/value.ts";
import type { AssessedResource, Assessment, CostLine, Gap, PricedResource } from "../../src/model/cost.ts";
import type { Price, PriceAnswer, PriceBook } from "../../src/model/price.ts";
import { rate } from "../../src/prices/rate.ts";

const tiers = (...steps: (readonly [number | null, string])[]): Price["tiers"] => {
  const [first, ...rest] = steps.map(([upTo, amount]) => ({
    upTo: upTo === null ? null : new Decimal(upTo),
    amount: new Decimal(amount),
  }));
  return [first!, ...rest];
};

const PRICES: Readonly<Record<string, Omit<Price, "query" | "currency" | "source">>> = {
  "nat-gateway/hours": { unit: "hours", tiers: tiers([null, "0.045"]) },
  "nat-gateway/data-processed": { unit: "GB", tiers: tiers([null, "0.045"]) },
  "internet/out": { unit: "GB", tiers: tiers([100, "0"], [10_240, "0.09"], [null, "0.085"]) },
  "instance/spot": {
    unit: "hours",
    tiers: tiers([null, "20"]),
    range: { low: new Decimal("0.5"), high: new Decimal("1.25") },
  },
};

const book: PriceBook = {
  id: "test",
  find: (query): PriceAnswer => {
    const price = PRICES[query.item];
    if (price === undefined) return { price: null, missing: `no price of ${query.item}`, hint: "State it." };
    const assumptions = query.region === "eu-west-3" ? ["price of us-east-1 used for eu-west-3"] : [];
    return {
      price: { ...price, query, currency: "USD", source: { title: "a list", asOf: "2026-05-01" } },
      assumptions,
    };
  },
  currency: "USD",
  assumptions: () => [],
  identity: () => ({ id: "test", digest: "", oldest: null, newest: null }),
};

const hours = (count: DecimalValue): Figure => stated("hours per month", count, "hours/month", "a test");
const line = (changes: Partial<CostLine> & { readonly item?: string; readonly region?: string } = {}): CostLine => {
  const { item = "nat-gateway/hours", region = "us-east-1", ...rest } = changes;
  return {
    meter: "hours",
    description: "NAT gateway",
    category: "network",
    quantity: hours(730),
    unit: "hours",
    usageBased: false,
    query: { vendor: "aws", service: "AmazonEC2", region, item },
    ...rest,
  };
};
const data = (quantity: Figure): CostLine =>
  line({
    meter: "data-processed",
    description: "Data processed",
    item: "nat-gateway/data-processed",
    quantity,
    unit: "GB",
    usageBased: true,
  });
const unstated = unknownFigure("data processed", "GB/month", "usage");
const DECISIVE: Gap = { property: "instanceType", decisive: true, message: "the instance type is not known" };
const MINOR: Gap = { property: "amiId", decisive: false, message: "the image is not known" };

const resource: AssessedResource["resource"] = {
  urn: "urn:pulumi:dev::shop::aws:ec2/natGateway:NatGateway::nat",
  type: "aws:ec2/natGateway:NatGateway",
  name: "nat",
  custom: true,
  external: false,
  region: "us-east-1",
  inputs: propertyMap([]),
  propertyDependencies: {},
  aliases: [],
};
const assessed = (assessment: Assessment): AssessedResource => ({
  resource,
  title: "NAT gateway",
  compute: false,
  assessment,
});
const rateOne = (
  lines: readonly CostLine[],
  gaps: readonly Gap[] = [],
  assumptions: readonly string[] = [],
): PricedResource => rate([assessed({ kind: "lines", lines, gaps, assumptions })], book)[0]!;

describe("a cost line", () => {
  it("costs its quantity times the unit price, and explains both", () => {
    const [priced] = rateOne([line()]).lines;
    expect(priced).toMatchObject({ meter: "hours", description: "NAT gateway", price: { currency: "USD" } });
    expect(priced?.unitPrice).toMatchObject({ unit: "USD/hours", source: { title: "a list", asOf: "2026-05-01" } });
    expect(priced?.amount).toMatchObject({ unit: "USD/month", formula: "quantity × unit price" });
    expect(priced?.amount.value?.toFixed()).toBe("32.85");
    expect(priced?.amount.inputs).toEqual([priced?.quantity, priced?.unitPrice]);
  });

  it("is paid once where it is bought or prepaid", () => {
    const life = {
      kind: "purchase",
      lifeMonths: stated("life", 60, "months", "a test"),
      residualPerYear: stated("residual", 0.7, "1", "a test"),
    } as const;
    expect(rateOne([line({ schedule: life })]).lines[0]?.amount.unit).toBe("USD");
    expect(rateOne([line({ schedule: { kind: "monthly" } })]).lines[0]?.amount.unit).toBe("USD/month");
  });

  it("becomes one line for each tier that it reaches, each with a meter of its own", () => {
    const out = (quantity: Figure) =>
      line({ meter: "data-out", description: "Data transfer out", item: "internet/out", unit: "GB", quantity });
    const { lines } = rateOne([out(stated("data out", 20_000, "GB/month", "usage"))]);
    expect(lines.map(({ meter, description, amount }) => [meter, description, amount.value?.toFixed()])).toEqual([
      ["data-out", "Data transfer out, first 100 GB", "0"],
      ["data-out-tier-2", "Data transfer out, next 10,140 GB", "912.6"],
      ["data-out-tier-3", "Data transfer out, over 10,240 GB", "829.6"],
    ]);
    expect(rateOne([out(unstated)]).lines).toHaveLength(1);
  });

  it("is unknown, not zero, while its quantity is unknown, but shows what a unit costs", () => {
    const [priced] = rateOne([data(unstated)]).lines;
    expect(priced?.amount.value).toBeNull();
    expect(priced?.unitPrice.value?.toFixed()).toBe("0.045");
  });

  it("is unknown without a price, and says which is missing and how to give it", () => {
    const [priced] = rateOne([line({ item: "nothing" })]).lines;
    expect(priced).toMatchObject({
      price: null,
      unitPrice: { value: null },
      amount: { value: null },
      missing: "no price of nothing. State it.",
    });
  });

  it("is not multiplied with a price per another unit", () => {
    const result = rateOne([line({ unit: "GB" })]);
    expect(result.status).toBe("unpriced");
    expect(result.lines[0]).toMatchObject({
      amount: { value: null },
      missing: expect.stringContaining("the price is per hours, the quantity in GB"),
    });
  });

  it.each([
    [["nothing"], "no price of nothing. State it."],
    [["nothing", "nothing"], "no price of nothing. State it."],
    [["nothing", "else"], "no price of nothing. State it; 1 more of its lines lacks its own"],
    [["nothing", "else", "more"], "no price of nothing. State it; 2 more of its lines lack theirs"],
  ])("is told once as the reason of its resource, however many lack one: %j", (items, reason) => {
    expect(rateOne(items.map((item) => line({ item }))).reason).toBe(reason);
  });

  it("keeps the range of its price", () => {
    const [priced] = rateOne([line({ item: "instance/spot" })]).lines;
    expect([priced?.price?.range?.low.toFixed(), priced?.price?.range?.high.toFixed()]).toEqual(["0.5", "1.25"]);
  });

  it("names the assumptions behind its price, with the resource once and in the figure", () => {
    const result = rateOne(
      [line({ region: "eu-west-3" }), line({ meter: "more", region: "eu-west-3" })],
      [],
      ["8 GB root volume"],
    );
    expect(result.assumptions).toEqual(["8 GB root volume", "price of us-east-1 used for eu-west-3"]);
    expect(result.lines[0]?.unitPrice.assumption).toBe("price of us-east-1 used for eu-west-3");
  });
});

describe("the status of a resource", () => {
  const missing = line({ item: "nothing" });
  const cases: readonly (readonly [string, readonly CostLine[], readonly Gap[], string, boolean])[] = [
    ["with every amount known", [line(), data(hours(5))], [], "priced", true],
    ["of which usage is left out", [line(), data(unstated)], [], "priced", false],
    ["with a gap that decides little", [line()], [MINOR], "priced", false],
    ["that costs nothing for a quantity of zero", [line({ quantity: hours(0) })], [], "priced", true],
    ["known by usage only, which nobody states", [data(unstated)], [], "usage-dependent", false],
    ["with one price missing", [line(), missing], [], "unpriced", false],
    [
      "with a price missing and nothing to be paid",
      [line({ item: "nothing", quantity: hours(0) })],
      [],
      "unpriced",
      false,
    ],
    ["with a gap that decides its cost", [line()], [DECISIVE], "unpriced", false],
    ["without any charge", [], [], "free", true],
    ["of which nothing could be read", [], [MINOR], "usage-dependent", false],
  ];

  it.each(cases)("%s", (_, lines, gaps, status, complete) => {
    expect(rateOne(lines, gaps)).toMatchObject({ status, complete, gaps });
  });

  it("comes with the reason: which price is missing, or what is not known", () => {
    expect(rateOne([line(), missing, missing]).reason).toBe("no price of nothing. State it.");
    expect(rateOne([line()], [DECISIVE, MINOR]).reason).toBe("the instance type is not known");
  });

  it("is that of the assessment where it is free or unsupported", () => {
    const [free, unsupported] = rate(
      [assessed({ kind: "free", reason: "IAM" }), assessed({ kind: "unsupported", reason: "new" })],
      book,
    );
    expect(free).toMatchObject({ status: "free", complete: true, reason: "IAM", lines: [] });
    expect(unsupported).toMatchObject({ status: "unsupported", complete: false, reason: "new", lines: [] });
  });
});

describe("whatever the quantity", () => {
  const quantity = fc.integer({ min: 0, max: 50_000_000 }).map((thousandths) => new Decimal(thousandths).div(1000));
  const costOf = (amount: Decimal): Decimal => {
    const { lines } = rateOne([
      line({ item: "internet/out", unit: "GB", quantity: stated("data out", amount, "GB/month", "usage") }),
    ]);
    return sum(lines.map((each) => each.amount.value!));
  };

  it("no amount is negative, and more never costs less", () => {
    fc.assert(
      fc.property(quantity, quantity, (amount, more) => {
        expect(costOf(amount).gte(0)).toBe(true);
        expect(costOf(amount.plus(more)).gte(costOf(amount))).toBe(true);
      }),
    );
  });

  it("the tiers' lines add up to the price read off step by step", () => {
    const expected = (amount: Decimal) =>
      Decimal.max(0, Decimal.min(amount, 10_240).minus(100))
        .times("0.09")
        .plus(Decimal.max(0, amount.minus(10_240)).times("0.085"));
    fc.assert(
      fc.property(quantity, (amount) => {
        expect(costOf(amount).toFixed()).toBe(expected(amount).toFixed());
      }),
    );
  });
});
