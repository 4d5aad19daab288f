import { Decimal, sum } from "../core/decimal.ts";
import { derive, type Figure, product, stated, total, unknownFigure } from "../core/figure.ts";
import { countedMonths } from "../core/period.ts";
import type { Capacity } from "../model/cost.ts";
import type { Ranged } from "../model/estimate.ts";
import type { Settings } from "../model/settings.ts";
import { ranged } from "./ranged.ts";

/**
 * Greenhouse gas of the accelerators' servers over the horizon: power × PUE × hours × months × grid intensity. What one
 * kilowatt comes to is the same for all servers of a site and is worked out once. `unseen` says why
 * machines may be missing among them: what those emit is left out.
 */
export const carbonOf = (
  capacities: readonly Capacity[],
  unseen: readonly string[],
  settings: Pick<Settings, "hoursPerMonth" | "horizonMonths">,
): Ranged => {
  const { horizonMonths } = settings;
  const hoursPerMonth = stated("hours per month", settings.hoursPerMonth, "hours/month", "rackrate.yaml hoursPerMonth");
  const name = `carbon over ${countedMonths(horizonMonths)}`;
  const months: Figure = { name: "horizon", value: new Decimal(horizonMonths), unit: "months" };
  const perKilowatt = (pue: Figure, gridCarbon: Figure): Figure =>
    derive(
      "carbon of a kilowatt",
      "kg CO2e/kW",
      "PUE × hours × months × grid carbon ÷ 1000",
      [pue, hoursPerMonth, months, gridCarbon],
      (usage, hours, count, grams) => usage.times(hours).times(count).times(grams).div(1000),
    );
  // Figures of a site are the same objects for all its servers.
  let site: { readonly pue: Figure; readonly gridCarbon: Figure; readonly carbon: Figure } | undefined;
  const carbonOfSite = (pue: Figure, gridCarbon: Figure): Figure => {
    if (site?.pue !== pue || site.gridCarbon !== gridCarbon)
      site = { pue, gridCarbon, carbon: perKilowatt(pue, gridCarbon) };
    return site.carbon;
  };
  const parts = capacities.map(({ accelerator, powerKw, pue, gridCarbon }) =>
    powerKw && pue && gridCarbon
      ? product(`${accelerator} servers`, "kg CO2e", [powerKw, carbonOfSite(pue, gridCarbon)])
      : unknownFigure(`${accelerator} servers`, "kg CO2e", `power or grid of the ${accelerator} servers is not known`),
  );
  if (parts.length === 0)
    return { expected: unknownFigure(name, "kg CO2e", unseen[0] ?? "no accelerator in the plan") };
  const open = unseen.map((why) => unknownFigure(why, "kg CO2e", why));
  const at = (end: "low" | "high"): Decimal =>
    sum(
      parts.flatMap(({ value }, index) => {
        const span = capacities[index]?.carbonSpan;
        return value === null ? [] : span === undefined ? value : value.times(span[end]);
      }),
    );
  return ranged(total(name, "kg CO2e", [...parts, ...open]), [at("low"), at("high")]);
};
