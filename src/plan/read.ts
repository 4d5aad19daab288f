import { InputError, type Outcome } from "../core/diagnostic.ts";
import type { Plan } from "../model/plan.ts";
import { detectDocument } from "./detect.ts";
import { readDigest } from "./digest.ts";
import type { PlanDocument } from "./document.ts";
import { readEvents } from "./events.ts";
import { planFromPreview } from "./from-preview.ts";
import { planFromSavedPlan } from "./from-saved-plan.ts";
import { planFromState } from "./from-state.ts";
import { nameStack, type StackIdentity, stackIdentity } from "./identity.ts";
import type { Recording } from "./recording.ts";
import { readSavedPlan, type SavedPlan } from "./saved-plan.ts";
import { readState, type StateDocument } from "./state.ts";

/** The documents of one stack, at most one of each kind. */
interface Documents {
  readonly identity: StackIdentity;
  preview?: Recording;
  saved?: SavedPlan;
  state?: StateDocument;
}

/** What one document brings; an empty state does not know its stack. */
type Part = { identity: StackIdentity | undefined; name: string } & Partial<Omit<Documents, "identity">>;

/**
 * Reads the plan that documents of one stack describe together: a preview (digest or engine events) or a saved plan,
 * each best beside the state export it was made from, or a state export alone.
 * Throws InputError for anything that cannot be read or does not fit together.
 */
export const readPlan = (documents: readonly PlanDocument[]): Outcome<Plan> => {
  const plans = readPlans(documents);
  const [first, second] = plans;
  if (first === undefined) throw refuse("no document was given", undefined);
  if (second !== undefined) {
    throw refuse(
      `the documents are of several stacks: ${plans.map(({ value }) => nameStack(value)).join(", ")}`,
      undefined,
    );
  }
  return first;
};

/** Reads documents of any number of stacks: one plan a stack, in the order in which the stacks first appear. */
export const readPlans = (documents: readonly PlanDocument[]): readonly Outcome<Plan>[] =>
  groupByStack(documents.map(readPart)).map(({ identity, preview, saved, state }) => {
    if (preview) return planFromPreview(identity, preview, state);
    if (saved) return planFromSavedPlan(identity, saved, state);
    return planFromState(identity, state!);
  });

const readPart = (document: PlanDocument): Part => {
  const detected = detectDocument(document);
  const { name } = detected;
  switch (detected.kind) {
    case "preview": {
      const preview = readDigest(name, detected.body);
      return {
        name,
        preview,
        identity: stackIdentity(preview.steps, name),
      };
    }
    case "events": {
      const preview = readEvents(name, detected.lines());
      return {
        name,
        preview,
        identity: stackIdentity(preview.steps, name),
      };
    }
    case "saved-plan": {
      const saved = readSavedPlan(name, detected.body);
      return { name, saved, identity: stackIdentity(saved.goals.values(), name) };
    }
    case "state": {
      const state = readState(name, detected.body);
      return {
        name,
        state,
        identity: stackIdentity(state.resources, name),
      };
    }
  }
};

const groupByStack = (parts: readonly Part[]): readonly Documents[] => {
  const groups = new Map<string, Documents>();
  for (const { identity } of parts) {
    if (identity && !groups.has(nameStack(identity))) groups.set(nameStack(identity), { identity });
  }
  for (const { identity, name, ...kinds } of parts) {
    // An empty state names no stack: it is that of the only other document.
    const group = identity ? groups.get(nameStack(identity)) : groups.size === 1 ? [...groups.values()][0] : undefined;
    if (group === undefined) throw refuse("the document holds no resource, so it names no stack", name);
    if ((kinds.preview ?? kinds.saved) && (group.preview ?? group.saved)) {
      throw refuse(`a second preview or saved plan of ${nameStack(group.identity)}`, name);
    }
    if (kinds.state && group.state) throw refuse(`a second state export of ${nameStack(group.identity)}`, name);
    Object.assign(group, kinds);
  }
  return [...groups.values()];
};

const refuse = (message: string, file: string | undefined): InputError =>
  new InputError({
    severity: "error",
    code: "plan-documents",
    message,
    ...(file !== undefined && { place: { file } }),
  });
