import { Decimal, sum } from "../core/decimal.ts";
import { derive, type Figure, product, stated, total, unknownFigure } from "../core/figure.ts";
import { countedMonths } from "../core/period.ts";
import type { Capacity } from "../model/cost.ts";
import type { Ranged } from "../model/estimate.ts";
import type { Settings } from "../model/settings.ts";
import { ranged } from "./ranged.ts";

/**
 * Greenhouse gas of the accelerators' servers over the horizon: power × PUE × hours × months × grid intensity. What one
 * kilowatt comes to is the same for all servers of a site and is worked out once.
 */
export const carbonOf = (
  capacities: readonly Capacity[],
  settings: Pick<Settings, "hoursPerMonth" | "horizonMonths">,
): Ranged => {
  const { horizonMonths } = settings;
  const hoursPerMonth = stated("hours per month", settings.hoursPerMonth, "hours/month", "rackrate.yaml hoursPerMonth");
  const name = `carbon over ${countedMonths(horizonMonths)}`;
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
  if (parts.length === 0) return { expected: unknownFigure(name, "kg CO2e", "no accelerator in the plan") };
  const at = (end: "low" | "high"): Decimal =>
    sum(parts.flatMap(({ value }, index) => value?.times(capacities[index]?.carbonSpan?.[end] ?? 1) ?? []));
  return ranged(total(name, "kg CO2e", parts), [at("low"), at("high")]);
};
