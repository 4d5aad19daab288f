import type { PlanDocument } from "../../src/plan/document.ts";

/** A short description of one resource's change, from which documents of each form are written as the engine writes them. */
export interface Scene {
  readonly op: string;
  readonly type: string;
  readonly name: string;
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
  /** Anything else of the resource: `parent`, `provider`, `external`, `propertyDependencies`, `sourcePosition` … */
  readonly fields?: Record<string, unknown>;
  /** Fields of the old state alone. */
  readonly oldFields?: Record<string, unknown>;
}

export const STACK = "prod";
export const PROJECT = "training";
export const INSTANCE = "aws:ec2/instance:Instance";

export const urnOf = (type: string, name: string, parentTypes = ""): string =>
  `urn:pulumi:${STACK}::${PROJECT}::${parentTypes}${type}::${name}`;
export const stackUrn = urnOf("pulumi:pulumi:Stack", `${PROJECT}-${STACK}`);

/** The resource that stands for the stack itself; first in every real preview. */
export const root = (op: string): Scene => ({
  op,
  type: "pulumi:pulumi:Stack",
  name: `${PROJECT}-${STACK}`,
  ...(op !== "create" && { before: {} }),
  ...(op !== "delete" && { after: {} }),
  fields: { custom: false },
});

export const created = (name: string, after: Record<string, unknown>, fields = {}): Scene => ({
  op: "create",
  type: INSTANCE,
  name,
  after,
  fields,
});
export const updated = (
  name: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  fields = {},
): Scene => ({ op: "update", type: INSTANCE, name, before, after, fields });
export const deleted = (name: string, before: Record<string, unknown>, fields = {}): Scene => ({
  op: "delete",
  type: INSTANCE,
  name,
  before,
  fields,
});
export const kept = (name: string, inputs: Record<string, unknown>, fields = {}): Scene => ({
  op: "same",
  type: INSTANCE,
  name,
  before: inputs,
  after: inputs,
  fields,
});

const urn = (scene: Scene): string => (scene.fields?.urn as string | undefined) ?? urnOf(scene.type, scene.name);
const record = (scene: Scene, inputs: Record<string, unknown>, old: boolean): Record<string, unknown> => ({
  urn: urn(scene),
  custom: true,
  type: scene.type,
  inputs,
  ...(scene.type !== "pulumi:pulumi:Stack" && { parent: stackUrn }),
  ...scene.fields,
  ...(old && scene.oldFields),
});

const counts = (scenes: readonly Scene[]): Record<string, number> => {
  const summary: Record<string, number> = {};
  for (const { op } of scenes) summary[op] = (summary[op] ?? 0) + 1;
  return summary;
};

const json = (name: string, value: unknown): PlanDocument => ({ name, text: JSON.stringify(value, null, 4) });

/** `pulumi preview --json`; without `showSames` it holds no unchanged resource but the stack. */
export const digest = (
  scenes: readonly Scene[],
  { showSames = false, ...extra }: { showSames?: boolean } & Record<string, unknown> = {},
): PlanDocument =>
  json("preview.json", {
    config: {},
    steps: scenes
      .filter((scene) => showSames || scene.op !== "same" || scene.type === "pulumi:pulumi:Stack")
      .map((scene) => ({
        op: scene.op,
        urn: urn(scene),
        ...(scene.before && { oldState: record(scene, scene.before, true) }),
        ...(scene.after && { newState: record(scene, scene.after, false) }),
        detailedDiff: null,
      })),
    duration: 1,
    changeSummary: counts(scenes),
    ...extra,
  });

/** The streaming form of the same preview. */
export const events = (scenes: readonly Scene[], result = "succeeded"): PlanDocument => {
  const step = (scene: Scene): unknown => ({
    metadata: {
      op: scene.op,
      urn: urn(scene),
      type: scene.type,
      old: scene.before ? record(scene, scene.before, true) : null,
      new: scene.after ? record(scene, scene.after, false) : null,
      detailedDiff: null,
      logical: true,
    },
    planning: true,
  });
  const list: Record<string, unknown>[] = [
    { preludeEvent: { config: {} } },
    { diagnosticEvent: { prefix: "debug: ", message: "Found ts-node", severity: "debug" } },
    ...scenes.flatMap((scene) => [{ resourcePreEvent: step(scene) }, { resOutputsEvent: step(scene) }]),
    { summaryEvent: { resourceChanges: counts(scenes), isPreview: true, result } },
    { cancelEvent: {} },
  ];
  const lines = list.map((event, sequence) => JSON.stringify({ sequence, timestamp: 1, ...event }));
  return { name: "events.ndjson", text: `${lines.join("\n")}\n` };
};

/** The state export from before the change. */
export const state = (
  scenes: readonly Scene[],
  extra: Record<string, unknown> = {},
  version: unknown = 3,
): PlanDocument =>
  json("state.json", {
    version,
    deployment: {
      manifest: { time: "2026-01-01T00:00:00Z" },
      resources: scenes.flatMap((scene) => (scene.before ? [record(scene, scene.before, true)] : [])),
      ...extra,
    },
  });

/** `pulumi preview --save-plan` of the change; the engine writes outputs, which here are the inputs. */
export const savedPlan = (
  scenes: readonly Scene[],
  { withOutputs = false }: { withOutputs?: boolean } = {},
): PlanDocument =>
  json("plan.json", {
    manifest: {},
    config: {},
    resourcePlans: Object.fromEntries(
      scenes.map((scene) => {
        const { inputs: _, urn: name, ...goal } = record(scene, scene.after ?? {}, false);
        return [
          name,
          {
            ...(scene.after && { goal: { ...goal, name: scene.name, inputDiff: diff(scene) } }),
            steps: [scene.op],
            ...(withOutputs && scene.after && { state: scene.after }),
          },
        ];
      }),
    ),
  });

const diff = ({ before = {}, after = {} }: Scene): Record<string, unknown> => {
  const entries = Object.entries(after);
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  return {
    adds: Object.fromEntries(entries.filter(([key]) => !Object.hasOwn(before, key))),
    updates: Object.fromEntries(
      entries.filter(([key, value]) => Object.hasOwn(before, key) && !isSame(value, before[key])),
    ),
    deletes: Object.keys(before).filter((key) => !Object.hasOwn(after, key)),
  };
};
