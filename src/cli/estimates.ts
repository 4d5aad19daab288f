import { type Diagnostic, InputError, type Outcome } from "../core/diagnostic.ts";
import { estimate } from "../estimate.ts";
import { openHardware } from "../hardware/catalogue.ts";
import type { Estimate } from "../model/estimate.ts";
import type { PriceQuery } from "../model/price.ts";
import { unmatchedPrices } from "../prices/own/unmatched.ts";
import { openPrices } from "../project-estimate.ts";
import type { Host } from "./host.ts";
import type { EstimateArguments } from "./options.ts";
import { plansOf } from "./plans.ts";
import { listsOfRun } from "./price-book.ts";
import { priceFolder } from "./project-folder.ts";
import { dateOf, workFolder } from "./run-context.ts";
import { settingsOf } from "./settings.ts";

/** The estimates that a command line asks for, one a stack. Throws InputError where nothing may be shown. */
export const estimatesOf = async (args: EstimateArguments, host: Host): Promise<Outcome<readonly Estimate[]>> => {
  const folder = workFolder(host, args.cwd);
  const today = dateOf(host, args.today);
  // A fault in the settings or the prices is told before a program runs for a minute.
  const settings = settingsOf(args, host, folder);
  const openList = listsOfRun(host, folder, args.prices);
  const plans = await plansOf(args, host, folder);
  // What an estimate says of its prices is of its own stack alone.
  const outcomes = plans.value.map((plan) =>
    estimate({ plan, settings, today, ...openPrices(settings, openList(), today) }),
  );
  const diagnostics: readonly Diagnostic[] = [
    ...plans.diagnostics,
    ...outcomes.flatMap((outcome) => outcome.diagnostics),
    ...unmatchedPrices(
      settings.prices,
      askedIn(outcomes.map(({ value }) => value)),
      priceFolder(host, folder, args.prices),
      openHardware(settings.facility),
    ),
  ];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InputError(errors);
  return { value: outcomes.map(({ value }) => value), diagnostics };
};

/** All that estimates asked a price of. */
function* askedIn(estimates: readonly Estimate[]): Generator<PriceQuery> {
  for (const { before, after } of estimates)
    for (const { lines, later = [] } of [...before.resources, ...after.resources])
      for (const { query } of [...lines, ...later]) yield query;
}
