import { join } from "node:path";
import { InputError } from "./core/diagnostic.ts";
import { estimate, startMonthOf } from "./estimate.ts";
import { openHardware } from "./hardware/catalogue.ts";
import type { Estimate } from "./model/estimate.ts";
import type { HardwareCatalogue } from "./model/hardware.ts";
import type { Assumption, Plan } from "./model/plan.ts";
import type { PriceBook } from "./model/price.ts";
import type { Settings } from "./model/settings.ts";
import type { AwsList } from "./prices/aws-list.ts";
import { openPriceBook } from "./prices/book.ts";
import { openExchange } from "./prices/exchange.ts";
import { LOCK_NAME } from "./prices/lock/lock-file.ts";
import { projectLists } from "./prices/project-list.ts";
import type { SettingsPlace } from "./settings/project-layers.ts";

/** A run of a project, as it is known before its resources are. */
export interface ProjectRun extends SettingsPlace {
  readonly stack: string;
  readonly assumptions: readonly Assumption[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Where imported prices lie in a project, unless told otherwise. */
export const PRICE_FOLDER = join(".rackrate", "prices");

/** The prices of a run with the hardware they know: a list under the user's own prices. */
export const openPrices = (
  settings: Settings,
  aws: AwsList,
  today: string,
): { readonly prices: PriceBook; readonly hardware: HardwareCatalogue } => {
  const exchange = openExchange(settings.currency, settings.prices.exchangeRates, aws);
  const hardware = openHardware(settings.facility, exchange);
  const { horizonMonths, hoursPerMonth } = settings;
  const own = { prices: settings.prices, startMonth: startMonthOf(settings, today), horizonMonths, hoursPerMonth };
  return { prices: openPriceBook({ facility: settings.facility, hardware, exchange, aws, own }), hardware };
};

/**
 * Estimates plans with the prices of a project's folder, as its lock pins them: for callers that are handed a plan, as the
 * policy pack and the preview hook, so that they price as the command line does. Price files are read once for all plans;
 * what an estimate says of its prices is of its own plan alone. It throws InputError where nothing
 * may be shown.
 * @throws InputError for a broken lock.
 */
export const estimatorOfProject = (settings: Settings, today: string, folder: string): ((plan: Plan) => Estimate) => {
  const openList = projectLists(join(folder, PRICE_FOLDER), join(folder, LOCK_NAME));
  return (plan) => {
    const { value, diagnostics } = estimate({ plan, settings, today, ...openPrices(settings, openList(), today) });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length > 0) throw new InputError(errors);
    return value;
  };
};
