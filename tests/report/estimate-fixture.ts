import { type DecimalValue, decimal, ZERO } from "../../src/core/decimal.ts";
import { type Figure, fact, product, stated, total, unknownFigure } from "../../src/core/figure.ts";
import type { PricedLine, PricedResource, Status } from "../../src/model/cost.ts";
import { type Estimate, MEASURES, type Measure, type Ranged, type SideEstimate } from "../../src/model/estimate.ts";
import type { LedgerEntry } from "../../src/model/ledger.ts";
import type { Operation, PlanResource, Snapshot } from "../../src/model/plan.ts";
import { settingsSchema } from "../../src/model/settings.ts";
import type { Verdict } from "../../src/model/verdict.ts";

const SOURCE = { title: "Example price list", asOf: "2026-03-01" };
const HORIZON = 12;

export const urnOf = (name: string, type = "aws:ec2/instance:Instance"): string =>
  `urn:pulumi:prod::shop::${type}::${name}`;

/** A resource with one charge of `quantity × price`; a `null` quantity depends on usage, a `null` price is missing. */
export interface ExampleResource {
  readonly name: string;
  readonly type?: string;
  readonly title?: string;
  readonly parent?: string;
  readonly quantity?: DecimalValue | null;
  readonly price?: DecimalValue | null;
  readonly unit?: string;
  readonly status?: Status;
  readonly reason?: string;
  readonly aliases?: readonly string[];
  readonly assumptions?: readonly string[];
}

const lineOf = ({ name, quantity = 730, price = "0.1", unit = "hours" }: ExampleResource): PricedLine => {
  const amountUnit = "USD/month";
  const used =
    quantity === null
      ? unknownFigure("usage", `${unit}/month`, "usage monthly_gb is not stated")
      : stated("time in use", quantity, `${unit}/month`, "index.ts:3:1");
  const rate =
    price === null
      ? unknownFigure("price", `USD/${unit}`, "no price")
      : fact(`price of ${name}`, price, `USD/${unit}`, SOURCE);
  const query = { vendor: "aws", service: "AmazonEC2", region: "eu-west-1", item: `example/${name}` } as const;
  return {
    meter: "use",
    description: "Use of it",
    category: "compute",
    quantity: used,
    unit,
    usageBased: quantity === null,
    query,
    price:
      price === null
        ? null
        : { query, unit, currency: "USD", tiers: [{ upTo: null, amount: decimal(price) }], source: SOURCE },
    unitPrice: rate,
    amount: product(`cost of ${name}`, amountUnit, [used, rate]),
    ...(price === null && { missing: `no price for ${name} in eu-west-1` }),
  };
};

const planResource = ({
  name,
  type = "aws:ec2/instance:Instance",
  parent,
  aliases = [],
}: ExampleResource): PlanResource => ({
  urn: urnOf(name, type),
  type,
  name,
  ...(parent !== undefined && { parent }),
  custom: true,
  external: false,
  region: "eu-west-1",
  inputs: {},
  propertyDependencies: {},
  aliases,
});

const priced = (example: ExampleResource): PricedResource => {
  const status =
    example.status ?? (example.price === null ? "unpriced" : example.quantity === null ? "usage-dependent" : "priced");
  const hasLines = status !== "free" && status !== "unsupported";
  return {
    resource: planResource(example),
    title: example.title ?? "EC2 instance",
    compute: status === "unsupported",
    status,
    complete: status === "priced" || status === "free",
    ...(example.reason !== undefined && { reason: example.reason }),
    lines: hasLines ? [lineOf(example)] : [],
    assumptions: example.assumptions ?? [],
    gaps: [],
  };
};

const BENEFIT: LedgerEntry = {
  id: "benefit#calls",
  kind: "benefit",
  urn: null,
  label: "calls answered",
  category: "other",
  amount: stated("calls answered", 500, "USD/month", "rackrate.yaml benefits[0]"),
  steadyMonth: stated("calls answered", 500, "USD/month", "rackrate.yaml benefits[0]"),
  schedule: { kind: "monthly", from: 1, rampMonths: 0 },
  drivers: [],
};

const entriesOf = ({ resource, lines }: PricedResource): readonly LedgerEntry[] =>
  lines.map((line) => ({
    id: `${resource.urn}#${line.meter}`,
    kind: "cost",
    urn: resource.urn,
    label: `${resource.name}: ${line.description}`,
    category: line.category,
    amount: line.amount,
    steadyMonth: line.amount,
    schedule: { kind: "monthly", from: 1, rampMonths: 0 },
    drivers: [],
  }));

const sideOf = (
  examples: readonly ExampleResource[],
  earns: boolean,
  missing: readonly string[] = [],
): SideEstimate => {
  const resources = examples.map(priced);
  const costs = resources.flatMap(entriesOf);
  const monthly = total(
    "monthly cost",
    "USD/month",
    costs.map(({ label, amount }) => ({ ...amount, name: label })),
  );
  const unsupported = examples.filter(({ status }) => status === "unsupported").map(({ name }) => name);
  const left = [...(monthly.leavesOut ?? []), ...unsupported, ...missing];
  const leavesOut = left.length === 0 ? {} : { leavesOut: left };
  const value = monthly.value ?? ZERO;
  const income = earns ? 500 : 0;
  const known: Partial<Record<Measure, Figure>> = {
    monthlyCost: { ...monthly, ...leavesOut },
    upfrontCost: { name: "upfront cost", unit: "USD", value: ZERO },
    tco: {
      name: "total cost",
      unit: "USD",
      value: value.times(HORIZON),
      formula: "monthly cost × months",
      inputs: [monthly],
      ...leavesOut,
    },
    tcoPresentValue: { name: "present value", unit: "USD", value: value.times("11.5"), ...leavesOut },
    monthlyBenefit: { name: "monthly benefit", unit: "USD/month", value: decimal(income) },
    ...(earns && {
      roi: {
        name: "ROI",
        unit: "1",
        value: decimal(income)
          .minus(value)
          .div(value.isZero() ? 1 : value),
        ...leavesOut,
      },
    }),
  };
  const measures = Object.fromEntries(
    MEASURES.map((name): [Measure, Ranged] => [
      name,
      { expected: known[name] ?? unknownFigure(name, "USD", "not asked for") },
    ]),
  ) as Record<Measure, Ranged>;
  const range = { low: { ...monthly, value: value.times("0.9") }, high: { ...monthly, value: value.times("1.2") } };
  return {
    resources,
    demand: { workloads: [] },
    ledger: { currency: "USD", horizonMonths: HORIZON, entries: earns ? [...costs, BENEFIT] : costs, drivers: [] },
    cashFlow: {
      costs: Array.from({ length: HORIZON + 1 }, (_, month) => (month === 0 ? ZERO : value)),
      benefits: Array.from({ length: HORIZON + 1 }, (_, month) => decimal(month === 0 ? 0 : income)),
    },
    measures:
      monthly.value === null
        ? measures
        : { ...measures, monthlyCost: { expected: { ...monthly, ...leavesOut }, range } },
    internalRates: { state: "none", roots: [] },
    assumptions: resources.flatMap((one) =>
      one.assumptions.map((message) => ({ code: "resource", message, urn: one.resource.urn })),
    ),
  };
};

export interface ExampleEstimate {
  /** Absent where nothing is deployed. */
  readonly before?: readonly ExampleResource[];
  readonly after: readonly ExampleResource[];
  readonly operations?: ReadonlyMap<string, Operation>;
  readonly verdicts?: readonly Verdict[];
  readonly earns?: boolean;
  readonly project?: string;
  readonly missing?: readonly string[];
}

/** An estimate made by hand, with every figure known beforehand. */
export const estimateOf = ({
  before,
  after,
  operations = new Map(),
  verdicts = [],
  earns = false,
  project = "shop",
  missing = [],
}: ExampleEstimate): Estimate => {
  const sides = {
    before: before === undefined ? sideOf([], false) : sideOf(before, earns, missing),
    after: sideOf(after, earns, missing),
  };
  const snapshot = (examples: readonly ExampleResource[] | undefined): Snapshot => ({
    completeness: examples === undefined ? "absent" : missing.length > 0 ? "partial" : "complete",
    missing: examples === undefined ? [] : missing,
    resources: (examples ?? []).map(planResource),
  });
  const count = (status: Status): number => sides.after.resources.filter((one) => one.status === status).length;
  const differenceOf = (name: Measure): Figure => {
    const [from, to] = [sides.before, sides.after].map((side) => side.measures[name].expected.value);
    return { name, unit: "USD", value: from && to ? to.minus(from) : null };
  };
  return {
    plan: {
      project,
      stack: "prod",
      origin: "preview",
      before: snapshot(before),
      after: snapshot(after),
      operations,
      assumptions: [],
    },
    settings: settingsSchema.parse({ horizonMonths: HORIZON }),
    startMonth: "2026-04",
    priceList: { id: "example", digest: "sha256:00", oldest: "2026-03-01", newest: "2026-03-01" },
    ...sides,
    delta: Object.fromEntries(MEASURES.map((name) => [name, differenceOf(name)])) as Record<Measure, Figure>,
    verdicts,
    coverage: {
      priced: count("priced"),
      free: count("free"),
      usageDependent: count("usage-dependent"),
      unpriced: count("unpriced"),
      unsupported: count("unsupported"),
      computeComplete: true,
    },
    assumptions: [],
    diagnostics: [],
  };
};
