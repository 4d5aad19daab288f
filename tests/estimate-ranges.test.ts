import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../src/core/decimal.ts";
import { estimate } from "../src/estimate.ts";
import { gateSettingsSchema } from "../src/gate/list.ts";
import type { Measure, Ranged } from "../src/model/estimate.ts";
import { GPU_CLUSTER, INFERENCE_SERVICE } from "../src/model/specification.ts";
import { joinSnapshots } from "../src/plan/join.ts";
import { openAwsList } from "../src/prices/aws-list.ts";
import { openPrices } from "../src/project-estimate.ts";
import { settingsSchemaWith } from "../src/settings/schema.ts";
import { snapshotOf } from "./resources/snapshot.ts";

const TODAY = "2026-11-24";
const LIST = openAwsList();
const SCHEMA = settingsSchemaWith(gateSettingsSchema);

const AFTER = snapshotOf([
  {
    type: GPU_CLUSTER,
    name: "gpu",
    component: true,
    region: null,
    props: {
      specification: {
        kind: "gpu-cluster",
        version: 1,
        platform: "on-premises",
        server: "DGX H100",
        servers: 3,
        storageTib: 50,
      },
    },
  },
  {
    type: INFERENCE_SERVICE,
    name: "chat",
    component: true,
    region: null,
    props: {
      specification: {
        kind: "inference-service",
        version: 1,
        cluster: "gpu",
        model: { name: "m", parametersB: 70 },
        precision: "fp8",
        accelerator: "H100-SXM5-80GB",
        acceleratorsPerReplica: 4,
        replicas: { min: 1, max: 3 },
      },
    },
  },
]);
const PLAN = joinSnapshots({
  project: "shop",
  stack: "prod",
  origin: "preview",
  before: { completeness: "absent", missing: [], resources: [] },
  after: { ...AFTER, completeness: "complete", missing: [] },
  assumptions: [],
});

/** A number that may state a range: where it stands, and between which ends it may lie. */
interface RangedNumber {
  readonly path: readonly string[];
  readonly least: number;
  readonly most: number;
}

const at = (path: string, least: number, most: number): RangedNumber => ({ path: path.split("/"), least, most });

const OF_COSTS: readonly RangedNumber[] = [
  at("facility/pue", 1, 3),
  at("facility/electricityPerKwh", 0.01, 1),
  at("facility/colocationPerKwMonth", 10, 500),
  at("facility/buildCostPerMw", 1e6, 3e7),
  at("facility/load", 0.01, 1),
  at("facility/networkShare", 0.01, 0.9),
  at("facility/storagePerTib", 10, 1000),
  at("facility/supportPerYear", 0.001, 0.5),
  at("facility/staffFte", 0.1, 10),
  at("facility/staffPerFteYear", 1e4, 5e5),
  at("facility/residualPerYear", 0.05, 0.95),
  at("facility/gridCarbonGramsPerKwh", 10, 900),
  at("facility/servers/DGX H100/price", 1e4, 1e6),
  at("facility/servers/DGX H100/maxKw", 8, 15),
  at("facility/servers/DGX H100/idleKw", 0.5, 8),
];

const OF_WORKLOADS: readonly RangedNumber[] = [
  at("workloads/chat/requestsPerMonth", 1e5, 1e8),
  at("workloads/chat/inputTokensPerRequest", 100, 4000),
  at("workloads/chat/outputTokensPerRequest", 50, 2000),
  at("workloads/chat/measuredTokensPerSecondPerAccelerator", 10, 2000),
];

type Stated = number | { readonly value: number; readonly low: number; readonly high: number };

/** The settings of a project with these numbers; its benefit has no range of its own. */
const settingsOf = (given: Frame, numbers: readonly (readonly [RangedNumber, Stated])[]) => {
  const whole: Record<string, unknown> = {
    horizonMonths: given.horizonMonths,
    facility: { kind: given.kind, refreshMonths: given.refreshMonths },
    benefits: [
      {
        id: "served",
        kind: "tokens",
        workload: "chat",
        mode: "sold",
        pricePerMillionInputTokens: 1,
        pricePerMillionOutputTokens: 4,
      },
    ],
  };
  for (const [{ path }, stated] of numbers) {
    let inside = whole;
    for (const step of path.slice(0, -1)) {
      inside[step] ??= {};
      inside = inside[step] as Record<string, unknown>;
    }
    inside[path.at(-1)!] = stated;
  }
  return SCHEMA.parse(whole);
};

const measuresAt = (given: Frame, numbers: readonly (readonly [RangedNumber, Stated])[]) => {
  const settings = settingsOf(given, numbers);
  const { value, diagnostics } = estimate({ plan: PLAN, settings, today: TODAY, ...openPrices(settings, LIST, TODAY) });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return value.after.measures;
};

interface Frame {
  readonly horizonMonths: number;
  readonly refreshMonths: number;
  readonly kind: "colocation" | "own";
}

const frames: fc.Arbitrary<Frame> = fc.record({
  horizonMonths: fc.integer({ min: 1, max: 72 }),
  refreshMonths: fc.integer({ min: 6, max: 72 }),
  kind: fc.constantFrom("colocation", "own"),
});

/** Three values of a number in order, the middle one expected. */
const spreads = ({ least, most }: RangedNumber) =>
  fc
    .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 1000 })))
    .map((parts) => parts.sort((a, b) => a - b).map((part) => least + ((most - least) * part) / 1000))
    .map(([low = 0, value = 0, high = 0]) => ({ low, value, high }));

const project = fc.record({
  frame: frames,
  numbers: fc.tuple(...[...OF_COSTS, ...OF_WORKLOADS].map((one) => spreads(one))),
});
const ALL = [...OF_COSTS, ...OF_WORKLOADS];

const COSTS = [
  "monthlyCost",
  "upfrontCost",
  "tco",
  "equivalentAnnualCost",
  "tcoPresentValue",
  "carbonKg",
] as const satisfies readonly Measure[];
const RETURNS = ["monthlyBenefit", "npv", "roi"] as const satisfies readonly Measure[];
const PER_UNIT = [
  "costPerGpuHour",
  "costPerMillionInputTokens",
  "costPerMillionOutputTokens",
] as const satisfies readonly Measure[];

/** A value, or the one that it is compared with where the two differ in what 34 digits leave of a long way alone. */
const nearly = (value: Decimal | null, other: Decimal): string =>
  value?.minus(other).abs().lte(other.abs().times("1e-12")) ? other.toString() : String(value);

/** The range that a measure shows, and the one that its values at the ends give it. */
const expectRange = (name: string, { expected, range }: Ranged, ends: readonly Ranged[]): void => {
  const values = [expected, ...ends.map((end) => end.expected)].flatMap(({ value }) => value ?? []);
  if (values.length <= ends.length) return;
  const shown = range ? [range.low.value, range.high.value] : [expected.value, expected.value];
  const wanted = [Decimal.min(...values), Decimal.max(...values)] as const;
  expect([name, ...wanted.map((value, index) => nearly(shown[index] ?? null, value))]).toEqual([
    name,
    ...wanted.map(String),
  ]);
};

describe.each(ALL.map((one) => [one.path.join("."), one] as const))("a range of %s alone", (_, one) => {
  it("goes exactly as far as the measures do when its ends are stated in its place", () => {
    fc.assert(
      fc.property(project, ({ frame, numbers }) => {
        const stated = (of: (number: { low: number; value: number; high: number }) => Stated) =>
          ALL.map((each, index) => [each, each === one ? of(numbers[index]!) : numbers[index]!.value] as const);
        const shown = measuresAt(
          frame,
          stated((number) => number),
        );
        const ends = [
          measuresAt(
            frame,
            stated(({ low }) => low),
          ),
          measuresAt(
            frame,
            stated(({ high }) => high),
          ),
        ];
        for (const measure of [...COSTS, ...RETURNS, ...PER_UNIT])
          expectRange(
            measure,
            shown[measure],
            ends.map((end) => end[measure]),
          );
      }),
      { numRuns: 6 },
    );
  });
});

/** What keeps its value is cheaper; of all else, less is. */
const cheapEnd = ({ path }: RangedNumber): "low" | "high" => (path[1] === "residualPerYear" ? "high" : "low");

describe("ranges of every number of a data centre together", () => {
  it("go from what all cheap ends cost to what all dear ends do", () => {
    fc.assert(
      fc.property(project, ({ frame, numbers }) => {
        const stated = (of: (one: RangedNumber, number: { low: number; value: number; high: number }) => Stated) =>
          ALL.map((each, index) => {
            const number = numbers[index]!;
            return [each, OF_COSTS.includes(each) ? of(each, number) : number.value] as const;
          });
        const shown = measuresAt(
          frame,
          stated((_, number) => number),
        );
        const cheap = measuresAt(
          frame,
          stated((one, number) => number[cheapEnd(one)]),
        );
        const dear = measuresAt(
          frame,
          stated((one, number) => number[cheapEnd(one) === "low" ? "high" : "low"]),
        );
        for (const measure of COSTS) expectRange(measure, shown[measure], [cheap[measure], dear[measure]]);
      }),
      { numRuns: 15 },
    );
  });
});
