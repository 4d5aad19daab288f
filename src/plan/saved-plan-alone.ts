import { type PropertyMap, propertyMap, UNKNOWN, type Value } from "../core/value.ts";
import type { PlanResource } from "../model/plan.ts";
import { type Goal, isNew } from "./saved-plan.ts";

/**
 * A goal's resource without the state that its differences are of, as far as the saved plan itself says. The values of
 * inputs that stay come from the outputs that the preview expected, which a resource keeps them in under the same names
 * ("purely advisory": Pulumi, `sdk/go/common/apitype/plan.go`, 3.259); what neither holds is unknown. Before a change the
 * inputs that it adds were not there, and those that it changes or removes are unknown.
 */
export const withoutState = (goal: Goal): { readonly before?: PlanResource; readonly after?: PlanResource } => {
  const { resource } = goal;
  if (resource === undefined) return {};
  if (isNew(goal)) return { after: resource };
  const kept = keptInputs(goal);
  // Of a resource without outputs nobody knows which inputs it has. A component states what it is priced by.
  if (kept === undefined) return resource.custom ? {} : { before: resource, after: resource };
  const added = new Set(goal.addedInputs);
  const gone = [...goal.updatedInputs, ...goal.removedInputs].map((key) => [key, UNKNOWN] as const);
  const before = Object.entries(kept).filter(([key]) => !added.has(key));
  return {
    before: { ...resource, inputs: propertyMap([...before, ...gone]) },
    after: { ...resource, inputs: propertyMap([...Object.entries(kept), ...Object.entries(resource.inputs)]) },
  };
};

/** The inputs that the program states, each as the preview expected it; where its SDK names none, all outputs. */
const keptInputs = ({ statedInputs, outputs, removedInputs }: Goal): PropertyMap | undefined => {
  if (outputs === undefined) return undefined;
  if (statedInputs.length === 0) return outputs;
  const removed = new Set(removedInputs);
  const value = (key: string): Value => (Object.hasOwn(outputs, key) ? outputs[key]! : UNKNOWN);
  return propertyMap(statedInputs.filter((key) => !removed.has(key)).map((key) => [key, value(key)] as const));
};
