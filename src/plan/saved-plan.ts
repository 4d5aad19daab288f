import type { Place } from "../core/diagnostic.ts";
import { type PropertyMap, propertyMap, type Value } from "../core/value.ts";
import type { Operation, PlanResource, Urn } from "../model/plan.ts";
import { deserializeProperties } from "./deserialize.ts";
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
  readonly addedInputs: readonly string[];
  readonly updatedInputs: readonly string[];
  readonly removedInputs: readonly string[];
  /** Every input that the program states, whether it changes or not; none where its SDK does not say. */
  readonly statedInputs: readonly string[];
  /** The outputs that the preview expected; absent where it had none. */
  readonly outputs?: PropertyMap;
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
    const outputs = asRecord(field(record, "state"));
    const keysOf = (key: string): readonly string[] => Object.keys(asRecord(field(diff, key)) ?? {});
    const operation = isImport(record, goal)
      ? "import"
      : foldOperations(strings(field(record, "steps")), goal !== undefined);
    if (operation === undefined) throw malformed(place, "a resource's plan has no step that is known");
    // Of an import nothing differs from what stands already: it is described by the state alone.
    const inputs =
      operation === "import" ? outputs : { ...asRecord(field(diff, "adds")), ...asRecord(field(diff, "updates")) };
    goals.set(urn, {
      urn,
      operation,
      ...(goal && operation !== "delete" && { resource: readGoal(goal, urn, inputs, place) }),
      addedInputs: keysOf("adds"),
      updatedInputs: keysOf("updates"),
      removedInputs: strings(field(diff, "deletes")),
      statedInputs: Object.keys(asRecord(goal && field(goal, "propertyDependencies")) ?? {}),
      ...(outputs && { outputs: deserializeProperties(outputs) }),
    });
  }
  return { name, configuration: readConfiguration(field(body, "config")), goals };
};

/** True for a goal that describes its resource in full: nothing of the stack stands there before. */
export const isNew = ({ operation }: Goal): boolean =>
  operation === "create" || operation === "import" || operation === "read";

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
