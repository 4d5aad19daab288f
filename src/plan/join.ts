import type { PropertyMap } from "../core/value.ts";
import type { Assumption, Operation, Plan, PlanResource, Snapshot, Urn } from "../model/plan.ts";
import { equalValues, isAlike } from "./equal.ts";

/** Two snapshots and what is known of the way between them. */
export interface Sides {
  readonly project: string;
  readonly stack: string;
  readonly origin: string;
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly assumptions: readonly Assumption[];
  /** What an engine decided, by URN; where it is silent, inputs are compared. */
  readonly recorded?: ReadonlyMap<Urn, Operation>;
  /** Whether two inputs of one resource are the same; deep equality unless told. */
  readonly isSame?: (before: PropertyMap, after: PropertyMap) => boolean;
}

/**
 * Joins two snapshots of one stack into a plan: by URN, then by alias, so that a renamed resource is updated and not
 * deleted and created. Linear in the number of resources and aliases.
 */
export const joinSnapshots = (sides: Sides): Plan => {
  const { project, stack, origin, before, after, assumptions, recorded, isSame = equalValues } = sides;
  const unmatched = new Map(before.resources.map((resource) => [resource.urn, resource]));
  const take = (urn: Urn): PlanResource | undefined => {
    const resource = unmatched.get(urn);
    unmatched.delete(urn);
    return resource;
  };

  // All URNs are matched before any alias: an alias may be the URN of another resource.
  const namesakes = after.resources.map(({ urn }) => take(urn));
  const operations = new Map<Urn, Operation>();
  for (const [at, resource] of after.resources.entries()) {
    const { urn, aliases } = resource;
    const alias = namesakes[at] ? undefined : aliases.find((name) => unmatched.has(name));
    const old = alias === undefined ? namesakes[at] : take(alias);
    operations.set(urn, recorded?.get(urn) ?? compare(old, resource, isSame));
  }
  for (const urn of unmatched.keys()) operations.set(urn, "delete");
  return {
    project,
    stack,
    origin,
    before,
    after: before === after ? after : sharing(after, namesakes),
    operations,
    assumptions,
  };
};

/** What stands alike on both sides is one object on both, so that later stages see at a glance that nothing of it changes. */
const sharing = (after: Snapshot, namesakes: readonly (PlanResource | undefined)[]): Snapshot => {
  if (namesakes.every((old) => old === undefined)) return after;
  const resources = after.resources.map((resource, at) => {
    const old = namesakes[at];
    return old !== undefined && isAlike(old, resource) ? old : resource;
  });
  return { ...after, resources };
};

const compare = (
  before: PlanResource | undefined,
  after: PlanResource,
  isSame: (before: PropertyMap, after: PropertyMap) => boolean,
): Operation => {
  if (after.external) return "read";
  if (before === undefined) return "create";
  return before.type === after.type && isSame(before.inputs, after.inputs) ? "same" : "update";
};
