import type { Outcome } from "../core/diagnostic.ts";
import type { Operation, Plan, PlanResource, Urn } from "../model/plan.ts";
import type { StackIdentity } from "./identity.ts";
import { joinSnapshots } from "./join.ts";
import { applyGoal, isNew, type SavedPlan } from "./saved-plan.ts";
import { withoutState } from "./saved-plan-alone.ts";
import { makeSnapshot } from "./snapshot.ts";
import type { StateDocument } from "./state.ts";
import { misfit } from "./state-fit.ts";

/**
 * A plan from a saved plan and the state it was made from. A saved plan holds differences of inputs, and not what they
 * differ from: alone it is partial on both sides.
 */
export const planFromSavedPlan = (identity: StackIdentity, saved: SavedPlan, state?: StateDocument): Outcome<Plan> =>
  state ? fromState(identity, saved, state) : fromGoals(identity, saved);

const fromState = (identity: StackIdentity, saved: SavedPlan, state: StateDocument): Outcome<Plan> => {
  const standing = new Map(state.resources.map((resource) => [resource.urn, resource]));
  const after = new Map(standing);
  const recorded = new Map<Urn, Operation>();
  const lost: Urn[] = [];
  const known: Urn[] = [];
  for (const goal of saved.goals.values()) {
    const { urn, operation, resource } = goal;
    const base = standing.get(urn) ?? resource?.aliases.map((alias) => standing.get(alias)).find((old) => old);
    after.delete(urn);
    if (base) after.delete(base.urn);
    if (base && isNew(goal)) known.push(urn);
    else recorded.set(urn, operation);
    if (resource === undefined) continue;
    if (base || isNew(goal)) after.set(urn, base ? applyGoal(resource, goal.removedInputs, base) : resource);
    else lost.push(urn);
  }
  const { configuration, name } = saved;
  const plan = joinSnapshots({
    ...identity,
    origin: "saved-plan",
    before: makeSnapshot(standing.values(), configuration, [], state.name),
    after: makeSnapshot(after.values(), configuration, missingBases(lost), name),
    assumptions: [],
    recorded,
  });
  const diagnostics = [...state.diagnostics];
  if (known.length > 0) {
    diagnostics.push(
      misfit(state.name, `it holds ${known.toSorted()[0]}, which the plan is to create (${known.length} in all)`),
    );
  }
  return { value: plan, diagnostics };
};

const missingBases = (urns: readonly Urn[]): readonly string[] =>
  urns.toSorted().map((urn) => `The saved plan changes ${urn}, which the state export does not hold.`);

const fromGoals = (identity: StackIdentity, { goals, configuration, name }: SavedPlan): Outcome<Plan> => {
  const before: PlanResource[] = [];
  const after: PlanResource[] = [];
  const unseen = { before: [] as Urn[], after: [] as Urn[] };
  for (const goal of goals.values()) {
    const sides = withoutState(goal);
    if (sides.before) before.push(sides.before);
    else if (!isNew(goal)) unseen.before.push(goal.urn);
    if (sides.after) after.push(sides.after);
    else if (goal.resource) unseen.after.push(goal.urn);
  }
  const missing = (urns: readonly Urn[]): readonly string[] => [
    ALONE,
    ...urns.toSorted().map((urn) => `The saved plan does not say how ${urn} stands.`),
  ];
  const plan = joinSnapshots({
    ...identity,
    origin: "saved-plan",
    before: makeSnapshot(before, configuration, missing(unseen.before), name),
    after: makeSnapshot(after, configuration, missing(unseen.after), name),
    assumptions: [],
    recorded: new Map([...goals.values()].map(({ urn, operation }) => [urn, operation])),
  });
  return { value: plan, diagnostics: [] };
};

const ALONE =
  "A saved plan alone holds differences to what is deployed, and of what stays only the outputs that the preview expected: add the state export (`pulumi stack export`).";
