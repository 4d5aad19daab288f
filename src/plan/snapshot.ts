import { InputError } from "../core/diagnostic.ts";
import type { PlanResource, Snapshot, Urn } from "../model/plan.ts";
import { type StackConfiguration, withRegions } from "./region.ts";

/**
 * One side of a plan from its resources: in the order of their URNs (an engine registers in any order, a report must
 * not), each with its region. `missing` says in sentences what is not known; it makes the side partial. `file` is named
 * in errors.
 * Throws InputError for a URN that stands twice or a resource that is its own ancestor.
 */
export const makeSnapshot = (
  resources: Iterable<PlanResource>,
  configuration: StackConfiguration,
  missing: readonly string[] = [],
  file?: string,
): Snapshot => {
  const sorted = [...resources].sort((a, b) => (a.urn < b.urn ? -1 : a.urn > b.urn ? 1 : 0));
  checkUrns(sorted, file);
  const byUrn = new Map(sorted.map((resource) => [resource.urn, resource]));
  checkParents(sorted, byUrn, file);
  const completeness = missing.length > 0 ? "partial" : sorted.length === 0 ? "absent" : "complete";
  return { completeness, missing, resources: withRegions(sorted, byUrn, configuration) };
};

const checkUrns = (sorted: readonly PlanResource[], file: string | undefined): void => {
  const twin = sorted.find((resource, index) => resource.urn === sorted[index + 1]?.urn);
  if (twin === undefined) return;
  throw new InputError({
    severity: "error",
    code: "plan-duplicate-urn",
    message: "the same resource stands twice",
    place: { ...(file !== undefined && { file }), urn: twin.urn },
  });
};

const checkParents = (
  resources: readonly PlanResource[],
  byUrn: ReadonlyMap<Urn, PlanResource>,
  file: string | undefined,
): void => {
  // Those from which one climb has found the way up: the others stop there.
  const rooted = new Set<Urn>();
  for (const { urn, parent } of resources) {
    if (parent === undefined || rooted.has(parent)) continue;
    const path = new Set<Urn>([urn]);
    for (let up: Urn | undefined = parent; up !== undefined && !rooted.has(up); up = byUrn.get(up)?.parent) {
      if (path.has(up)) {
        throw new InputError({
          severity: "error",
          code: "plan-circular-parents",
          message: "a resource is its own ancestor",
          place: { ...(file !== undefined && { file }), urn: up },
        });
      }
      path.add(up);
    }
    for (const visited of path) rooted.add(visited);
  }
};
