import { InputError } from "../core/diagnostic.ts";
import type { Operation, PlanResource, Urn } from "../model/plan.ts";
import { malformed } from "./document.ts";
import { OPERATIONS, type Step } from "./steps.ts";

/** What the steps of one URN come to. */
export interface Change {
  readonly urn: Urn;
  readonly operation: Operation;
  readonly before?: PlanResource;
  readonly after?: PlanResource;
  /** Something stood here before, but the preview does not say what. */
  readonly beforeIsMissing: boolean;
}

/** The changes of a preview and the URNs of replaced resources that an earlier update left to be deleted. */
export interface Folded {
  readonly changes: ReadonlyMap<Urn, Change>;
  readonly leftOvers: readonly Urn[];
}

/**
 * Folds the steps of each URN into one change, whatever their order: a replacement may be shown as one step or as
 * three, a refresh may go before the step proper, and the clean-up of an earlier replacement may stand beside either.
 * Throws InputError for a URN that two steps claim.
 */
export const foldSteps = (steps: readonly Step[], file: string): Folded => {
  const byUrn = new Map<Urn, Step[]>();
  for (const step of steps) {
    const siblings = byUrn.get(step.urn);
    if (siblings === undefined) byUrn.set(step.urn, [step]);
    else siblings.push(step);
  }
  const changes = new Map<Urn, Change>();
  const leftOvers: Urn[] = [];
  for (const [urn, siblings] of byUrn) {
    const change = foldUrn(urn, siblings, file);
    if (change !== undefined) changes.set(urn, change);
    if (change?.operation !== "replace" && siblings.some((step) => step.oldAwaitsDeletion)) leftOvers.push(urn);
  }
  return { changes, leftOvers };
};

const CLEAN_UP: ReadonlySet<string> = new Set(["delete-replaced", "discard-replaced", "remove-pending-replace"]);
const isCleanUp = ({ operation, oldAwaitsDeletion }: Step): boolean =>
  CLEAN_UP.has(operation) || (operation === "delete" && oldAwaitsDeletion);

const hasTwins = (steps: readonly Step[]): boolean =>
  steps.length > 1 && new Set(steps.map(({ operation }) => operation)).size !== steps.length;

const foldUrn = (urn: Urn, steps: readonly Step[], file: string): Change | undefined => {
  const [first] = steps;
  // Nearly always there is one, and nothing to fold.
  if (steps.length === 1 && first !== undefined && !isCleanUp(first))
    return changeOf(urn, OPERATIONS[first.operation], steps, steps, file);
  const claims = steps.filter((step) => !isCleanUp(step));
  const kinds = new Set(claims.map(({ operation }) => OPERATIONS[operation]));
  const refreshed = kinds.delete("refresh");
  const recreated = kinds.size === 2 && kinds.has("create") && kinds.has("delete");
  if ((kinds.size > 1 && !recreated) || hasTwins(claims)) throw duplicate(urn, file);

  const of = (kind: Operation): Step[] => claims.filter(({ operation }) => OPERATIONS[operation] === kind);
  if (recreated) return change(urn, "replace", of("delete")[0]?.old, of("create")[0]?.new, file);
  const [kind = refreshed ? "refresh" : undefined] = kinds;
  if (kind === undefined) return undefined;
  return changeOf(urn, kind, of(kind), steps, file);
};

/** The change that a group of steps of one kind makes, among all of its URN. */
const changeOf = (urn: Urn, kind: Operation, group: readonly Step[], steps: readonly Step[], file: string): Change => {
  const after = group.find((step) => step.new)?.new;
  const before = group.find((step) => step.old)?.old;
  switch (kind) {
    case "create":
    // An imported resource exists already, but this stack did not hold it: it is no part of the stack's cost before.
    case "import":
      return change(urn, kind, undefined, after, file);
    case "same":
      return change(urn, kind, before ?? after, after ?? before, file);
    case "replace":
      if (steps.some((step) => step.oldIsGone)) return change(urn, "create", undefined, after, file);
      return change(urn, kind, before ?? steps.find((step) => step.old)?.old, after, file);
    case "refresh":
      return change(urn, after ? kind : "delete", before, after, file);
    default:
      return change(urn, kind, before, after, file);
  }
};

const change = (
  urn: Urn,
  operation: Operation,
  before: PlanResource | undefined,
  after: PlanResource | undefined,
  file: string,
): Change => {
  if (after === undefined && operation !== "delete") {
    throw malformed({ file, urn }, `the step "${operation}" does not say what the resource will be`);
  }
  const isNew = operation === "create" || operation === "import" || operation === "read";
  const renamed = after !== undefined && before !== undefined && before.urn !== after.urn;
  return {
    urn,
    operation,
    ...(before && { before }),
    ...(after && operation !== "delete" && { after: renamed ? withAlias(after, before.urn) : after }),
    beforeIsMissing: before === undefined && !isNew,
  };
};

const withAlias = (resource: PlanResource, alias: Urn): PlanResource =>
  resource.aliases.includes(alias) ? resource : { ...resource, aliases: [...resource.aliases, alias] };

const duplicate = (urn: Urn, file: string): InputError =>
  new InputError({
    severity: "error",
    code: "plan-duplicate-urn",
    message: "two steps of one preview claim the same resource",
    place: { file, urn },
    hint: "Two resources of the program have the same type, name and parent, or the file holds two previews.",
  });
