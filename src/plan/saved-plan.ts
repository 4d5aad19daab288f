import type { Place } from "../core/diagnostic.ts";
import { propertyMap, type Value } from "../core/value.ts";
import type { Operation, PlanResource, Urn } from "../model/plan.ts";
import { asRecord, field, type JsonRecord, malformed, strings, text } from "./document.ts";
import { readPlannedAliases } from "./planned-aliases.ts";
import { readConfiguration } from "./recording.ts";
import type { StackConfiguration } from "./region.ts";
import { readResource } from "./resource.ts";
import { isEngineOperation, OPERATIONS } from "./steps.ts";

/** What a saved plan intends for one URN. */
export interface Goal {
  readonly urn: Urn;
  readonly operation: Operation;
  /** The resource with only those inputs that are added or changed; `undefined` where it goes away. */
  readonly resource?: PlanResource;
  readonly removedInputs: readonly string[];
}

/** A plan written by `pulumi preview --save-plan`: it holds differences to a state, not inputs. */
export interface SavedPlan {
  readonly name: string;
  readonly configuration: StackConfiguration;
  readonly goals: ReadonlyMap<Urn, Goal>;
}

/** Reads a saved plan. Throws InputError for a goal that cannot be read. */
export const readSavedPlan = (name: string, body: JsonRecord): SavedPlan => {
  const plans = asRecord(field(body, "resourcePlans"));
  if (plans === undefined)
    throw malformed({ file: name, property: "resourcePlans" }, "`resourcePlans` is not an object");
  const goals = new Map<Urn, Goal>();
  for (const [urn, json] of Object.entries(plans)) {
    const place = { file: name, property: `resourcePlans[${JSON.stringify(urn)}]` };
    const record = asRecord(json);
    if (record === undefined) throw malformed(place, "a resource's plan is not an object");
    const goal = asRecord(field(record, "goal"));
    const diff = asRecord(goal && field(goal, "inputDiff")) ?? {};
    const operation = isImport(record, goal)
      ? "import"
      : foldOperations(strings(field(record, "steps")), goal !== undefined);
    if (operation === undefined) throw malformed(place, "a resource's plan has no step that is known");
    // Of an import nothing differs from what stands already: it is described by the state alone.
    const inputs =
      operation === "import"
        ? field(record, "state")
        : { ...asRecord(field(diff, "adds")), ...asRecord(field(diff, "updates")) };
    goals.set(urn, {
      urn,
      operation,
      ...(goal && operation !== "delete" && { resource: readGoal(goal, urn, inputs, place) }),
      removedInputs: strings(field(diff, "deletes")),
    });
  }
  return { name, configuration: readConfiguration(field(body, "config")), goals };
};

/** An import has an id to import and, unlike anything else, no steps (seen with CLI 3.259). */
const isImport = (record: JsonRecord, goal: JsonRecord | undefined): boolean =>
  goal !== undefined && text(goal, "id") !== undefined && strings(field(record, "steps")).length === 0;

const readGoal = (goal: JsonRecord, urn: Urn, inputs: unknown, place: Place): PlanResource => {
  const resource = readResource({ ...goal, urn, inputs }, place);
  const planned = readPlannedAliases(field(goal, "structuredAliases"), resource);
  return { ...resource, aliases: [...new Set([...resource.aliases, ...planned])] };
};

/** The goal's resource in full, given the resource as it stands. */
export const applyGoal = (
  resource: PlanResource,
  removedInputs: readonly string[],
  standing: PlanResource,
): PlanResource => {
  const removed = new Set(removedInputs);
  const kept = Object.entries(standing.inputs).filter(([key]) => !removed.has(key));
  const inputs: Iterable<[string, Value]> = [...kept, ...Object.entries(resource.inputs)];
  const position = resource.position ?? standing.position;
  return { ...resource, inputs: propertyMap(inputs), ...(position !== undefined && { position }) };
};

const foldOperations = (steps: readonly string[], hasGoal: boolean): Operation | undefined => {
  const kinds = steps.filter(isEngineOperation).map((step) => OPERATIONS[step]);
  if (kinds.length === 0) return undefined;
  if (!hasGoal) return "delete";
  if (kinds.includes("replace") || (kinds.includes("create") && kinds.includes("delete"))) return "replace";
  return kinds.find((kind) => kind !== "refresh") ?? "refresh";
};
