import { Decimal } from "../core/decimal.ts";
import { derive, type Figure, total, unknownFigure } from "../core/figure.ts";
import type { Capacity } from "../model/cost.ts";
import type { Demand, WorkloadDemand } from "../model/demand.ts";
import type { Ranged } from "../model/estimate.ts";
import type { LedgerViews, Outlook } from "../model/ledger.ts";
import type { Settings } from "../model/settings.ts";
import { usesOf } from "../model/stated-range.ts";
import { carbonOf } from "./carbon.ts";
import { leavingOutAsItsParts } from "./left-out.ts";
import { ranged } from "./ranged.ts";

export type UnitCosts = Readonly<
  Record<"costPerGpuHour" | "costPerMillionInputTokens" | "costPerMillionOutputTokens" | "carbonKg", Ranged>
>;

export interface UnitCostInputs {
  readonly views: Pick<LedgerViews, "monthlyCost" | "outlooks">;
  readonly capacities: readonly Capacity[];
  /** Why accelerators may be missing among these, in sentences. */
  readonly unseen: readonly string[];
  readonly demand: Demand;
  readonly settings: Pick<Settings, "hoursPerMonth" | "horizonMonths" | "currency">;
}

/** What of a served model's work is counted. */
interface Direction {
  readonly name: "input" | "output";
  readonly tokensOf: (workload: WorkloadDemand) => Figure | undefined;
  readonly hoursOf: (workload: WorkloadDemand) => Figure | undefined;
}

const INPUT: Direction = {
  name: "input",
  tokensOf: ({ inputTokens }) => inputTokens,
  hoursOf: ({ inputAcceleratorHours }) => inputAcceleratorHours,
};
const OUTPUT: Direction = {
  name: "output",
  tokensOf: ({ outputTokens }) => outputTokens,
  hoursOf: ({ outputAcceleratorHours }) => outputAcceleratorHours,
};

/**
 * What a unit of the stack's output costs in a steady month. All of the stack's cost is carried by its accelerators; a
 * served model bears its share by the accelerator-hours that its traffic needs, so that sharing a cluster is a zero-sum
 * split and idle hours stay visible as the rest. Input tokens bear the prefill's hours, output tokens the decoding's.
 */
export const unitCostsOf = ({ views, capacities, unseen, demand, settings }: UnitCostInputs): UnitCosts => {
  const { currency } = settings;
  const perHour = perGpuHour(views, capacities, currency);
  return {
    costPerGpuHour: perHour,
    costPerMillionInputTokens: perMillionRanged(INPUT, currency, perHour, demand),
    costPerMillionOutputTokens: perMillionRanged(OUTPUT, currency, perHour, demand),
    carbonKg: carbonOf(capacities, unseen, settings),
  };
};

const perGpuHour = (
  { monthlyCost, outlooks }: UnitCostInputs["views"],
  capacities: readonly Capacity[],
  currency: string,
): Ranged => {
  const [name, unit] = ["cost per GPU-hour", `${currency}/GPU-hour`];
  if (capacities.length === 0) return { expected: unknownFigure(name, unit, "no accelerator in the plan") };
  const hours = total(
    "GPU-hours per month",
    "GPU-hours/month",
    capacities.map((capacity) => ({ ...capacity.hours, name: `${capacity.accelerator} hours` })),
  );
  const expected = perUnit(name, unit, monthlyCost, hours);
  const at = (outlook: Outlook): Decimal | null =>
    expected.value === null || hours.value === null ? null : (outlook.monthlyCostAtSize?.div(hours.value) ?? null);
  return ranged(expected, outlooks && [at(outlooks.optimistic), at(outlooks.pessimistic)]);
};

/** The cost of tokens, between the ends that the cost of a GPU-hour and the traffic's own ranges give it. */
const perMillionRanged = (direction: Direction, currency: string, perHour: Ranged, demand: Demand): Ranged => {
  const at = ({ workloads }: Demand): Figure => perMillion(direction, currency, perHour.expected, workloads);
  const expected = at(demand);
  const rate = perHour.expected.value;
  if (expected.value === null || rate === null || rate.isZero()) return { expected };
  let low = (perHour.range?.low.value ?? rate).div(rate);
  let high = (perHour.range?.high.value ?? rate).div(rate);
  for (const { shape } of usesOf(demand, demand.steps ?? [], (step) => at(step).value)) {
    if (shape.kind !== "curve") continue;
    low = low.times(Decimal.min(shape.low, shape.high));
    high = high.times(Decimal.max(shape.low, shape.high));
  }
  return ranged(expected, [expected.value.times(low), expected.value.times(high)]);
};

const perUnit = (name: string, unit: string, cost: Figure, count: Figure): Figure =>
  count.value?.isZero()
    ? unknownFigure(name, unit, `${count.name} are 0`)
    : leavingOutAsItsParts(
        derive(name, unit, `${cost.name} ÷ ${count.name}`, [cost, count], (amount, units) => amount.div(units)),
      );

const perMillion = (
  { name: direction, tokensOf, hoursOf }: Direction,
  currency: string,
  perHour: Figure,
  workloads: readonly WorkloadDemand[],
): Figure => {
  const name = `cost per million ${direction} tokens`;
  const unit = `${currency}/million tokens`;
  const served = workloads.flatMap((workload) => {
    const tokens = tokensOf(workload);
    const hours = hoursOf(workload);
    return workload.kind === "inference" && tokens && hours ? [{ tokens, hours }] : [];
  });
  if (served.length === 0) return unknownFigure(name, unit, "no served model with known traffic in the plan");
  const tokens = total(
    `${direction} tokens per month`,
    "tokens/month",
    served.map((workload) => workload.tokens),
  );
  const hours = total(
    `GPU-hours for ${direction} tokens`,
    "GPU-hours/month",
    served.map((workload) => workload.hours),
  );
  if (tokens.value === null || tokens.value.isZero()) return unknownFigure(name, unit, "no traffic is stated");
  return leavingOutAsItsParts(
    derive(name, unit, "cost per GPU-hour × GPU-hours ÷ tokens × 10⁶", [perHour, hours, tokens], (rate, used, count) =>
      rate.times(used).div(count).times(1e6),
    ),
  );
};
