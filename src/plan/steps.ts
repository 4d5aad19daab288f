import type { Place } from "../core/diagnostic.ts";
import type { Operation, PlanResource, Urn } from "../model/plan.ts";
import { asRecord, field, type JsonRecord, malformed, text } from "./document.ts";
import { readResource } from "./resource.ts";

/** Every operation of the engine, in the words of the plan. */
export const OPERATIONS = {
  same: "same",
  create: "create",
  update: "update",
  delete: "delete",
  replace: "replace",
  "create-replacement": "replace",
  "delete-replaced": "replace",
  read: "read",
  "read-replacement": "replace",
  refresh: "refresh",
  import: "import",
  "import-replacement": "replace",
  discard: "delete",
  "discard-replaced": "replace",
  "remove-pending-replace": "delete",
} as const satisfies Record<string, Operation>;

export type EngineOperation = keyof typeof OPERATIONS;

/** One step of a preview, as recorded. */
export interface Step {
  readonly operation: EngineOperation;
  readonly urn: Urn;
  readonly old?: PlanResource;
  readonly new?: PlanResource;
  /**
   * The old resource is marked for deletion: a replaced one that an update left behind, or the old half of this very
   * replacement.
   */
  readonly oldAwaitsDeletion: boolean;
  /** The old resource was deleted by an earlier update that did not come to its replacement. */
  readonly oldIsGone: boolean;
}

/**
 * Reads one step. Throws InputError for an operation this version does not know, or without a readable URN.
 */
export const readStep = (record: JsonRecord, fields: readonly [string, string], place: Place): Step => {
  const operation = text(record, "op") ?? "";
  if (!isEngineOperation(operation)) {
    throw malformed(
      place,
      `unknown operation "${operation}"`,
      "This preview may come from a newer Pulumi than this rackrate knows.",
    );
  }
  const old = asRecord(field(record, fields[0]));
  const next = asRecord(field(record, fields[1]));
  const urn = text(record, "urn");
  if (urn === undefined) throw malformed(place, "a step has no URN");
  const isRead = operation === "read" || operation === "read-replacement";
  const after = next && readResource(next, place, urn);
  return {
    operation,
    urn,
    ...(old && { old: readResource(old, place, urn) }),
    ...(after && { new: isRead ? { ...after, external: true } : after }),
    oldAwaitsDeletion: old !== undefined && field(old, "delete") === true,
    oldIsGone: old !== undefined && field(old, "pendingReplacement") === true,
  };
};

/** True for a word that the engine uses for an operation. */
export const isEngineOperation = (operation: string): operation is EngineOperation =>
  Object.hasOwn(OPERATIONS, operation);
