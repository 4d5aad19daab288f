import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decimal, ONE, ZERO } from "../../src/core/decimal.ts";
import { monthlyRateOf } from "../../src/finance/rate.ts";
import { post } from "../../src/ledger/post.ts";
import { viewsOf } from "../../src/ledger/views.ts";
import type { PricedResource } from "../../src/model/cost.ts";
import { settingsSchema } from "../../src/model/settings.ts";
import { openPriceBook } from "../../src/prices/book.ts";
import { rate } from "../../src/prices/rate.ts";
import { assess } from "../../src/resources/assess.ts";
import { HARDWARE } from "./hardware.ts";
import { snapshotOf, urnOf, type WrittenResource } from "./snapshot.ts";

const BOOK = openPriceBook({ facility: {}, hardware: HARDWARE });

interface Written extends WrittenResource {
  readonly usage?: Readonly<Record<string, unknown>>;
}

const priced = (...written: readonly Written[]): readonly PricedResource[] => {
  const usage = Object.fromEntries(written.flatMap((one) => (one.usage ? [[urnOf(one), one.usage]] : [])));
  const assessed = assess(snapshotOf(written), {
    settings: settingsSchema.parse({ usage }),
    hardware: HARDWARE,
    today: "2026-11-24",
  });
  expect(assessed.diagnostics).toEqual([]);
  return rate(assessed.value, BOOK);
};

const costOf = (resources: readonly PricedResource[]): Decimal =>
  resources
    .flatMap(({ lines }) => lines)
    .reduce((sum, { amount }) => (amount.value === null ? sum : sum.plus(amount.value)), ZERO);

const natural = (max: number) => fc.nat(max);

/** Numbers of a resource that may grow, and what it looks like with them. */
interface Law {
  readonly type: string;
  readonly numbers: Readonly<Record<string, fc.Arbitrary<number>>>;
  readonly write: (numbers: Readonly<Record<string, number>>) => Pick<Written, "props" | "usage">;
}

const LAWS: readonly Law[] = [
  {
    type: "aws:ec2/instance:Instance",
    numbers: { size: natural(16_000), iops: natural(16_000), throughput: natural(1000), hours: natural(730) },
    write: ({ size = 0, iops = 0, throughput = 0, hours = 0 }) => ({
      props: {
        instanceType: "p5.48xlarge",
        rootBlockDevice: { volumeType: "gp3", volumeSize: size, iops, throughput },
        associatePublicIpAddress: true,
      },
      usage: { monthly_hrs: hours },
    }),
  },
  {
    type: "aws:autoscaling/group:Group",
    numbers: { desired: natural(500), base: natural(50), percent: natural(100) },
    write: ({ desired = 0, base = 0, percent = 0 }) => ({
      props: {
        desiredCapacity: desired,
        minSize: 0,
        maxSize: 1000,
        mixedInstancesPolicy: {
          launchTemplate: { overrides: [{ instanceType: "p5.48xlarge" }] },
          instancesDistribution: {
            onDemandBaseCapacity: base,
            onDemandPercentageAboveBaseCapacity: percent,
          },
        },
      },
    }),
  },
  {
    type: "aws:ec2/fleet:Fleet",
    numbers: { total: natural(500) },
    write: ({ total = 0 }) => ({
      props: {
        launchTemplateConfigs: [{ overrides: [{ instanceType: "p5.48xlarge", weightedCapacity: 3 }] }],
        targetCapacitySpecification: {
          totalTargetCapacity: total,
          onDemandTargetCapacity: 20,
          defaultTargetCapacityType: "spot",
        },
      },
    }),
  },
  {
    type: "aws:fsx/lustreFileSystem:LustreFileSystem",
    numbers: { capacity: natural(100_000) },
    write: ({ capacity = 0 }) => ({
      props: {
        deploymentType: "PERSISTENT_2",
        storageCapacity: capacity,
        perUnitStorageThroughput: 250,
        subnetIds: "s",
      },
    }),
  },
  {
    type: "aws:rds/instance:Instance",
    numbers: { storage: natural(10_000), iops: natural(20_000), backup: natural(10_000) },
    write: ({ storage = 0, iops = 0, backup = 0 }) => ({
      props: {
        engine: "mysql",
        instanceClass: "db.t3.large",
        storageType: "io1",
        allocatedStorage: storage,
        iops,
        backupRetentionPeriod: 7,
      },
      usage: { additional_backup_storage_gb: backup },
    }),
  },
  {
    type: "aws:lb/loadBalancer:LoadBalancer",
    numbers: { fresh: natural(1e9), open: natural(1e7), bytes: natural(1e7), rules: natural(1e9) },
    write: ({ fresh = 0, open = 0, bytes = 0, rules = 0 }) => ({
      props: { internal: true },
      usage: { new_connections: fresh, active_connections: open, processed_bytes_gb: bytes, rule_evaluations: rules },
    }),
  },
  {
    type: "aws:s3/bucket:Bucket",
    numbers: { stored: natural(1e7), puts: natural(1e9), gets: natural(1e9) },
    write: ({ stored = 0, puts = 0, gets = 0 }) => ({
      usage: { standard: { storage_gb: stored, monthly_tier_1_requests: puts, monthly_tier_2_requests: gets } },
    }),
  },
  {
    type: "aws:lambda/function:Function",
    numbers: { requests: natural(1e9), duration: natural(900_000), memory: fc.integer({ min: 128, max: 10_240 }) },
    write: ({ requests = 0, duration = 0, memory = 128 }) => ({
      props: { memorySize: memory, role: "r" },
      usage: { monthly_requests: requests, request_duration_ms: duration },
    }),
  },
  {
    type: "aws:cloudfront/distribution:Distribution",
    numbers: { internet: natural(2e7), https: natural(1e9), paths: natural(10_000) },
    write: ({ internet = 0, https = 0, paths = 0 }) => ({
      usage: {
        monthly_data_transfer_to_internet_gb: { japan: internet },
        monthly_https_requests: { japan: https },
        monthly_invalidation_requests: paths,
      },
    }),
  },
  {
    type: "aws:ec2/vpc:Vpc",
    numbers: { zones: natural(1e7), internet: natural(1e7), regions: natural(1e7) },
    write: ({ zones = 0, internet = 0, regions = 0 }) => ({
      usage: {
        monthly_intra_region_gb: zones,
        monthly_outbound_internet_gb: internet,
        monthly_outbound_other_regions_gb: regions,
      },
    }),
  },
  {
    type: "aws:savingsplans/savingsPlan:SavingsPlan",
    numbers: { commitment: natural(1000), covered: natural(1000), upfront: natural(1e6) },
    write: ({ commitment = 0, covered = 0, upfront = 0 }) => ({
      props: { commitment: String(commitment), savingsPlanOfferingId: "o", upfrontPaymentAmount: String(upfront) },
      usage: { covered_usd_per_hour: covered, term: "3_year" },
    }),
  },
  {
    type: "aws:amp/workspace:Workspace",
    numbers: { samples: natural(2e12), stored: natural(1e6) },
    write: ({ samples = 0, stored = 0 }) => ({ usage: { monthly_samples_ingested: samples, storage_gb: stored } }),
  },
];

/** The most that some numbers can be: a percentage, and the hours of a month. */
const LIMITS: Readonly<Record<string, number>> = { percent: 100, hours: 744 };

/** What more of it makes cheaper, on purpose: capacity that other usage pays already. */
const LOWERS: ReadonlySet<string> = new Set(["covered"]);

describe.each(LAWS)("what $type costs", ({ type, numbers, write }) => {
  const values = fc.record(numbers);

  it("is never negative", () => {
    fc.assert(
      fc.property(values, (chosen) => {
        for (const { lines } of priced({ type, ...write(chosen) }))
          for (const { amount } of lines) expect(amount.value?.isNegative() ?? false).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it.each(Object.keys(numbers).filter((name) => !LOWERS.has(name)))("is never less with more %s", (name) => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 5000 }), (chosen, more) => {
        const limit = LIMITS[name] ?? Number.POSITIVE_INFINITY;
        const grown = { ...chosen, [name]: Math.min(limit, (chosen[name] ?? 0) + more) };
        const [before, after] = [chosen, grown].map((one) => costOf(priced({ type, ...write(one) })));
        expect(after?.gte(before ?? ZERO)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe("the total of a stack", () => {
  const some = fc
    .subarray([...LAWS], { minLength: 1 })
    .chain((laws) =>
      fc
        .tuple(...laws.map(({ numbers }) => fc.record(numbers)))
        .map((chosen) => laws.map(({ type, write }, index): Written => ({ type, ...write(chosen[index] ?? {}) }))),
    );

  it("is the sum of its lines, each month's share of what is paid in advance included", () => {
    const settings = settingsSchema.parse({});
    fc.assert(
      fc.property(some, (written) => {
        const resources = priced(...written.map((one, index) => ({ ...one, name: `resource-${index}` })));
        const ledger = post({ resources, benefits: { entries: [], drivers: [] }, settings });
        const expected = resources
          .flatMap(({ lines }) => lines)
          .reduce((sum, { amount, schedule }) => {
            const months = schedule?.kind === "prepaid" ? (schedule.termMonths.value ?? ONE) : ONE;
            return amount.value === null ? sum : sum.plus(amount.value.div(months));
          }, ZERO);
        const { monthlyCost } = viewsOf(ledger, monthlyRateOf(settings));
        expect(monthlyCost.value?.minus(expected).abs().lt("1e-20")).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe("what groups cost", () => {
  const group = (nodes: number, name: string): Written => ({
    type: "aws:eks/nodeGroup:NodeGroup",
    name,
    props: {
      instanceTypes: ["p5.48xlarge"],
      diskSize: 100,
      scalingConfig: { desiredSize: nodes, minSize: 0, maxSize: 10_000 },
    },
  });

  it("is the same when one is split in two", () => {
    fc.assert(
      fc.property(natural(500), natural(500), (a, b) => {
        const whole = costOf(priced(group(a + b, "whole")));
        expect(costOf(priced(group(a, "left"), group(b, "right"))).eq(whole)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("is nothing for a group of none, and known to be", () => {
    const [none] = priced(group(0, "none"));
    expect(costOf([none!]).isZero()).toBe(true);
    expect(none).toMatchObject({ status: "priced", complete: true });
  });
});
