import type { Outcome } from "../core/diagnostic.ts";
import type { Plan } from "../model/plan.ts";
import type { Host } from "./host.ts";
import type { EstimateArguments } from "./options.ts";

/** The plans of a run: those of the documents, or that of the program in the folder. Only what is needed is loaded. */
export const plansOf = async (
  args: EstimateArguments,
  host: Host,
  folder: string,
): Promise<Outcome<readonly Plan[]>> => {
  if (args.from === undefined) return (await import("./program-plan.ts")).programPlan(args, host, folder);
  return (await import("./document-plans.ts")).documentPlans(args, args.from, host);
};
