import { type DecimalValue, decimal } from "../../src/core/decimal.ts";
import type { Figure } from "../../src/core/figure.ts";
import type { CostLine, PricedResource } from "../../src/model/cost.ts";
import { type Estimate, MEASURES, type Measure, type Ranged, type SideEstimate } from "../../src/model/estimate.ts";
import type { LedgerEntry } from "../../src/model/ledger.ts";
import type { PlanResource, Snapshot } from "../../src/model/plan.ts";
import { type Settings, settingsSchema } from "../../src/model/settings.ts";

/** What a test wants to say of one side; the rest is a small, complete, priced side. */
export interface SampleSide {
  readonly completeness?: Snapshot["completeness"];
  readonly missing?: readonly string[];
  /** `null` is unknown. */
  readonly measures?: Partial<Record<Measure, DecimalValue | null>>;
  /** Why measures are unknown or too low. */
  readonly leavesOut?: Partial<Record<Measure, readonly string[]>>;
  readonly resources?: readonly PricedResource[];
  readonly entries?: readonly LedgerEntry[];
}

export interface SampleEstimate {
  readonly before?: SampleSide;
  readonly after?: SampleSide;
  readonly settings?: Partial<Settings>;
}

const figure = (name: string, value: DecimalValue | null, leavesOut?: readonly string[]): Figure => ({
  name,
  value: value === null ? null : decimal(value),
  unit: "1",
  ...(leavesOut && { leavesOut }),
});

/** A plan's resource: an EC2 instance called `trainer` unless said otherwise. */
export const samplePlanResource = (overrides: Partial<PlanResource> = {}): PlanResource => {
  const name = overrides.name ?? "trainer";
  const type = overrides.type ?? "aws:ec2/instance:Instance";
  return {
    urn: `urn:pulumi:dev::shop::${type}::${name}`,
    type,
    name,
    custom: true,
    external: false,
    region: "us-east-1",
    inputs: {},
    propertyDependencies: {},
    aliases: [],
    ...overrides,
  };
};

/** A priced, complete compute resource without lines. */
export const sampleResource = ({
  resource,
  ...overrides
}: Partial<Omit<PricedResource, "resource">> & { readonly resource?: Partial<PlanResource> } = {}): PricedResource => ({
  resource: samplePlanResource(resource),
  title: "EC2 instance",
  compute: true,
  status: "priced",
  complete: true,
  lines: [],
  assumptions: [],
  gaps: [],
  ...overrides,
});

/** A bucket whose cost waits for usage that nobody stated. */
export const sampleBucketWithoutUsage = (): PricedResource => {
  const line: CostLine = {
    meter: "storage",
    description: "Standard storage",
    category: "storage",
    quantity: figure("storage_gb", null, ["usage storage_gb is not stated"]),
    unit: "GB",
    usageBased: true,
    query: { vendor: "aws", service: "AmazonS3", region: "us-east-1", item: "storage/standard" },
  };
  return sampleResource({
    resource: { type: "aws:s3/bucket:Bucket", name: "data" },
    title: "S3 bucket",
    compute: false,
    status: "usage-dependent",
    complete: false,
    lines: [{ ...line, price: null, unitPrice: figure("price", "0.023"), amount: figure("storage", null) }],
  });
};

/** A benefit on the ledger; a `null` amount is unknown. */
export const sampleBenefit = (amount: DecimalValue | null = 1000): LedgerEntry => ({
  id: "benefit#tokens",
  kind: "benefit",
  urn: null,
  label: "Tokens served",
  category: "tokens",
  amount: figure("tokens", amount),
  steadyMonth: figure("tokens", amount),
  schedule: { kind: "monthly", from: 1, rampMonths: 0 },
  drivers: [],
});

const snapshotOf = ({ completeness = "complete", missing = [], resources = [] }: SampleSide): Snapshot => ({
  completeness,
  missing,
  resources: resources.map(({ resource }) => resource),
});

const sideOf = (
  { measures = {}, leavesOut = {}, resources = [], entries = [] }: SampleSide,
  horizonMonths: number,
): SideEstimate => {
  const ranged = (measure: Measure): Ranged => {
    const value = measures[measure];
    return { expected: figure(measure, value === undefined ? 0 : value, leavesOut[measure]) };
  };
  return {
    resources,
    demand: { workloads: [] },
    ledger: { currency: "USD", horizonMonths, entries, drivers: [] },
    cashFlow: { costs: [], benefits: [] },
    measures: Object.fromEntries(MEASURES.map((measure) => [measure, ranged(measure)])) as Record<Measure, Ranged>,
    internalRates: { state: "none", roots: [] },
    assumptions: [],
  };
};

/** An estimate for tests of gates and reports: every measure is 0 unless said, both sides are complete and empty. */
export const sampleEstimate = ({
  before = {},
  after = {},
  settings = {},
}: SampleEstimate = {}): Omit<Estimate, "verdicts"> => {
  const whole: Settings = { ...settingsSchema.parse({}), ...settings };
  const sides = { before: sideOf(before, whole.horizonMonths), after: sideOf(after, whole.horizonMonths) };
  const expectedOf = (side: SideEstimate, measure: Measure) => side.measures[measure].expected.value;
  const delta = MEASURES.map((measure): [Measure, Figure] => {
    const [now, then] = [expectedOf(sides.after, measure), expectedOf(sides.before, measure)];
    return [measure, figure(measure, now === null || then === null ? null : now.minus(then))];
  });
  const count = (status: PricedResource["status"]) =>
    sides.after.resources.filter((priced) => priced.status === status).length;
  return {
    plan: {
      project: "shop",
      stack: "dev",
      origin: "preview",
      before: snapshotOf(before),
      after: snapshotOf(after),
      operations: new Map(),
      assumptions: [],
    },
    settings: whole,
    startMonth: "2026-12",
    priceList: { id: "test", digest: "sha256:0", oldest: null, newest: null },
    ...sides,
    delta: Object.fromEntries(delta) as Record<Measure, Figure>,
    coverage: {
      priced: count("priced"),
      free: count("free"),
      usageDependent: count("usage-dependent"),
      unpriced: count("unpriced"),
      unsupported: count("unsupported"),
      computeComplete: sides.after.resources.every(({ compute, complete }) => !compute || complete),
    },
    assumptions: [],
    diagnostics: [],
  };
};
