import { type Diagnostic, InputError, type Outcome } from "../core/diagnostic.ts";
import { estimate } from "../estimate.ts";
import type { Estimate } from "../model/estimate.ts";
import { openPrices } from "../project-estimate.ts";
import type { Host } from "./host.ts";
import type { EstimateArguments } from "./options.ts";
import { plansOf } from "./plans.ts";
import { listOfRun } from "./price-book.ts";
import { dateOf, workFolder } from "./run-context.ts";
import { settingsOf } from "./settings.ts";

/** The estimates that a command line asks for, one a stack. Throws InputError where nothing may be shown. */
export const estimatesOf = async (args: EstimateArguments, host: Host): Promise<Outcome<readonly Estimate[]>> => {
  const folder = workFolder(host, args.cwd);
  const today = dateOf(host, args.today);
  // A fault in the settings is told before a program runs for a minute.
  const settings = settingsOf(args, host, folder);
  const plans = await plansOf(args, host, folder);
  const { prices, hardware } = openPrices(settings, listOfRun(host, folder, args.prices), today);
  const outcomes = plans.value.map((plan) => estimate({ plan, settings, prices, hardware, today }));
  const diagnostics: readonly Diagnostic[] = [
    ...plans.diagnostics,
    ...outcomes.flatMap((outcome) => outcome.diagnostics),
  ];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InputError(errors);
  return { value: outcomes.map(({ value }) => value), diagnostics };
};
