import type { Outcome } from "../core/diagnostic.ts";
import type { Plan } from "../model/plan.ts";
import { readPlans } from "../plan/read.ts";
import { badUse } from "./bad-use.ts";
import type { Host } from "./host.ts";
import type { EstimateArguments } from "./options.ts";
import { readDocuments } from "./run-context.ts";

/** Options that say how to run a program. */
const PROGRAM_ONLY = ["base", "c", "timeout", "memory"] as const;

/** The plans that the documents of `--from` describe, one a stack; `--stack` picks from them. */
export const documentPlans = async (
  args: EstimateArguments,
  names: readonly string[],
  host: Host,
): Promise<Outcome<readonly Plan[]>> => {
  const idle = PROGRAM_ONLY.find((name) => args[name] !== undefined);
  if (idle !== undefined) {
    throw badUse(
      `--from reads a finished plan, so ${idle === "c" ? "-c" : `--${idle}`} has no meaning beside it.`,
      "Leave one of the two out.",
    );
  }
  const outcomes = readPlans(await readDocuments(host, names));
  const plans = outcomes.map(({ value }) => value);
  return { value: pick(plans, args.stack), diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics) };
};

const pick = (plans: readonly Plan[], stack: string | undefined): readonly Plan[] => {
  if (stack === undefined) return plans;
  const chosen = plans.filter((plan) => stack === plan.stack || stack === `${plan.project}/${plan.stack}`);
  if (chosen.length > 0) return chosen;
  throw badUse(
    `There is no stack ${stack} in the documents.`,
    `They hold ${plans.map((plan) => `${plan.project}/${plan.stack}`).join(", ")}.`,
  );
};
