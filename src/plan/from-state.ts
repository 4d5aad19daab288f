import { InputError, type Outcome } from "../core/diagnostic.ts";
import type { Assumption, Plan, Snapshot } from "../model/plan.ts";
import { detectDocument } from "./detect.ts";
import type { PlanDocument } from "./document.ts";
import { asksForTheSame } from "./equal.ts";
import { nameStack, type StackIdentity, stackIdentity } from "./identity.ts";
import { joinSnapshots } from "./join.ts";
import type { StackConfiguration } from "./region.ts";
import { makeSnapshot } from "./snapshot.ts";
import { readState, type StateDocument } from "./state.ts";

/** The plan of what stands today: nothing changes. */
export const planFromState = (identity: StackIdentity, state: StateDocument): Outcome<Plan> => {
  const snapshot = makeSnapshot(state.resources, new Map(), [], state.name);
  const plan = joinSnapshots({ ...identity, origin: "state", before: snapshot, after: snapshot, assumptions: [] });
  return { value: plan, diagnostics: state.diagnostics };
};

/** What a program run says of the stack it would leave behind. */
export interface ProgramSide extends StackIdentity {
  readonly origin: string;
  readonly after: Snapshot;
  readonly assumptions: readonly Assumption[];
  readonly configuration: StackConfiguration;
}

/**
 * Gives a program run what is deployed as its before side, from a state export. Defaults that a provider added, and
 * values that a program cannot know without deploying, are no change.
 * Throws InputError where the document is no state export, or of another stack.
 */
export const withState = (program: ProgramSide, document: PlanDocument): Outcome<Plan> => {
  const detected = detectDocument(document);
  if (detected.kind !== "state") {
    throw new InputError({
      severity: "error",
      code: "state-expected",
      message: `expected a state export beside a program, found a document of kind "${detected.kind}"`,
      place: { file: document.name },
      hint: "Write one with `pulumi stack export --file state.json`.",
    });
  }
  const state = readState(document.name, detected.body);
  const identity = stackIdentity(state.resources, document.name);
  if (identity !== undefined && nameStack(identity) !== nameStack(program)) {
    throw new InputError({
      severity: "error",
      code: "state-of-another-stack",
      message: `the state is of ${nameStack(identity)}, the program of ${nameStack(program)}`,
      place: { file: document.name },
    });
  }
  const { configuration, ...sides } = program;
  const before = makeSnapshot(state.resources, configuration, [], document.name);
  return { value: joinSnapshots({ ...sides, before, isSame: asksForTheSame }), diagnostics: state.diagnostics };
};
