import { Decimal } from "../core/decimal.ts";
import { derive, type Figure, product, stated, total, unknownFigure } from "../core/figure.ts";
import type { Capacity } from "../model/cost.ts";
import type { Demand, WorkloadDemand } from "../model/demand.ts";
import type { Ranged } from "../model/estimate.ts";
import type { Settings } from "../model/settings.ts";

export type UnitCosts = Readonly<
  Record<"costPerGpuHour" | "costPerMillionInputTokens" | "costPerMillionOutputTokens" | "carbonKg", Ranged>
>;

export interface UnitCostInputs {
  readonly monthlyCost: Figure;
  readonly capacities: readonly Capacity[];
  readonly demand: Demand;
  readonly settings: Pick<Settings, "hoursPerMonth" | "horizonMonths" | "currency">;
}

/**
 * What a unit of the stack's output costs in a steady month. All of the stack's cost is carried by its accelerators; a
 * served model bears its share by the accelerator-hours that its traffic needs, so that sharing a cluster is a zero-sum
 * split and idle hours stay visible as the rest. Input tokens bear the prefill's hours, output tokens the decoding's.
 */
export const unitCostsOf = (inputs: UnitCostInputs): UnitCosts => {
  const hours = total(
    "GPU-hours per month",
    "GPU-hours/month",
    inputs.capacities.map((capacity) => ({ ...capacity.hours, name: `${capacity.accelerator} hours` })),
  );
  const { currency } = inputs.settings;
  const perHour =
    inputs.capacities.length === 0
      ? unknownFigure("cost per GPU-hour", `${currency}/GPU-hour`, "no accelerator in the plan")
      : perUnit("cost per GPU-hour", `${currency}/GPU-hour`, inputs.monthlyCost, hours);
  const serving = inputs.demand.workloads.filter((workload) => workload.kind === "inference");
  return {
    costPerGpuHour: { expected: perHour },
    costPerMillionInputTokens: {
      expected: perMillion(
        "input",
        currency,
        perHour,
        serving,
        (workload) => workload.inputTokens,
        (workload) => workload.inputAcceleratorHours,
      ),
    },
    costPerMillionOutputTokens: {
      expected: perMillion(
        "output",
        currency,
        perHour,
        serving,
        (workload) => workload.outputTokens,
        (workload) => workload.outputAcceleratorHours,
      ),
    },
    carbonKg: { expected: carbonOf(inputs) },
  };
};

const perUnit = (name: string, unit: string, cost: Figure, count: Figure): Figure =>
  count.value?.isZero()
    ? unknownFigure(name, unit, `${count.name} are 0`)
    : derive(name, unit, `${cost.name} ÷ ${count.name}`, [cost, count], (amount, units) => amount.div(units));

const perMillion = (
  direction: string,
  currency: string,
  perHour: Figure,
  serving: readonly WorkloadDemand[],
  tokensOf: (workload: WorkloadDemand) => Figure | undefined,
  hoursOf: (workload: WorkloadDemand) => Figure | undefined,
): Figure => {
  const name = `cost per million ${direction} tokens`;
  const unit = `${currency}/million tokens`;
  const served = serving.flatMap((workload) => {
    const tokens = tokensOf(workload);
    const hours = hoursOf(workload);
    return tokens && hours ? [{ tokens, hours }] : [];
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
  return derive(
    name,
    unit,
    "cost per GPU-hour × GPU-hours ÷ tokens × 10⁶",
    [perHour, hours, tokens],
    (rate, used, count) => rate.times(used).div(count).times(1e6),
  );
};

/**
 * Greenhouse gas of the accelerators' servers over the horizon: power × PUE × hours × months × grid intensity. What one
 * kilowatt comes to is the same for all servers of a site and is worked out once.
 */
const carbonOf = ({ capacities, settings }: UnitCostInputs): Figure => {
  const { horizonMonths } = settings;
  const hoursPerMonth = stated("hours per month", settings.hoursPerMonth, "hours/month", "rackrate.yaml hoursPerMonth");
  const name = `carbon over ${horizonMonths} months`;
  const months: Figure = { name: "horizon", value: new Decimal(horizonMonths), unit: "months" };
  let site: Figure | undefined;
  const perKilowatt = (pue: Figure, gridCarbon: Figure): Figure => {
    if (site?.inputs?.[0] !== pue || site.inputs[3] !== gridCarbon) {
      site = derive(
        "carbon of a kilowatt",
        "kg CO2e/kW",
        "PUE × hours × months × grid carbon ÷ 1000",
        [pue, hoursPerMonth, months, gridCarbon],
        (usage, hours, count, grams) => usage.times(hours).times(count).times(grams).div(1000),
      );
    }
    return site;
  };
  const parts = capacities.map(({ accelerator, powerKw, pue, gridCarbon }) =>
    powerKw && pue && gridCarbon
      ? product(`${accelerator} servers`, "kg CO2e", [powerKw, perKilowatt(pue, gridCarbon)])
      : unknownFigure(`${accelerator} servers`, "kg CO2e", `power or grid of the ${accelerator} servers is not known`),
  );
  return parts.length === 0
    ? unknownFigure(name, "kg CO2e", "no accelerator in the plan")
    : total(name, "kg CO2e", parts);
};
