import type { Outcome } from "../core/diagnostic.ts";
import type { Operation, Plan, Urn } from "../model/plan.ts";
import type { StackIdentity } from "./identity.ts";
import { joinSnapshots } from "./join.ts";
import { applyGoal, type Goal, type SavedPlan } from "./saved-plan.ts";
import { makeSnapshot } from "./snapshot.ts";
import type { StateDocument } from "./state.ts";
import { misfit } from "./state-fit.ts";

/**
 * A plan from a saved plan and the state it was made from. Alone, a saved plan tells only of resources it creates: it
 * holds differences of inputs, and not what they differ from.
 */
export const planFromSavedPlan = (identity: StackIdentity, saved: SavedPlan, state?: StateDocument): Outcome<Plan> => {
  const standing = new Map(state?.resources.map((resource) => [resource.urn, resource]));
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
    before: makeSnapshot(standing.values(), configuration, state ? [] : [ALONE], state?.name ?? name),
    after: makeSnapshot(after.values(), configuration, state ? missingBases(lost) : [ALONE], name),
    assumptions: [],
    recorded,
  });
  const diagnostics = [...(state?.diagnostics ?? [])];
  if (state && known.length > 0) {
    diagnostics.push(
      misfit(state.name, `it holds ${known.toSorted()[0]}, which the plan is to create (${known.length} in all)`),
    );
  }
  return { value: plan, diagnostics };
};

const ALONE = "A saved plan holds only differences to what is deployed: add the state export (`pulumi stack export`).";

const isNew = ({ operation }: Goal): boolean =>
  operation === "create" || operation === "import" || operation === "read";

const missingBases = (urns: readonly Urn[]): readonly string[] =>
  urns.toSorted().map((urn) => `The saved plan changes ${urn}, which the state export does not hold.`);
