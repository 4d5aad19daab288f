import type { Outcome } from "../core/diagnostic.ts";
import type { Operation, Plan, PlanResource, Urn } from "../model/plan.ts";
import { type Change, foldSteps } from "./fold.ts";
import type { StackIdentity } from "./identity.ts";
import { joinSnapshots } from "./join.ts";
import { hiddenSames, type Recording } from "./recording.ts";
import { makeSnapshot } from "./snapshot.ts";
import { leftOverDiagnostics, type StateDocument } from "./state.ts";
import { compareWithState } from "./state-fit.ts";

/**
 * A plan from a preview, and the state it was made from where given: the preview is right about every resource it
 * shows, the state about the rest. Without the state, unchanged resources that the preview does not show make both
 * sides partial.
 */
export const planFromPreview = (
  identity: StackIdentity,
  recording: Recording,
  state?: StateDocument,
): Outcome<Plan> => {
  const { changes, leftOvers } = foldSteps(recording.steps, recording.name);
  const before: PlanResource[] = [];
  const after: PlanResource[] = [];
  const recorded = new Map<Urn, Operation>();
  const standing = new Map(state?.resources.map((resource) => [resource.urn, resource]));
  const untouched = new Set(standing.keys());
  for (const change of changes.values()) {
    const old = standing.get(change.before?.urn ?? change.urn);
    const complete = (resource: PlanResource) => (recording.origin === "events" ? withLinks(resource, old) : resource);
    if (change.before) before.push(complete(change.before));
    if (change.after) after.push(complete(change.after));
    recorded.set(change.urn, change.operation);
    untouched.delete(change.urn);
    if (change.before) untouched.delete(change.before.urn);
  }
  for (const urn of untouched) {
    const resource = standing.get(urn)!;
    before.push(resource);
    after.push(resource);
    recorded.set(urn, "same");
  }

  const { configuration, name } = recording;
  const { lost, diagnostics } = state
    ? compareWithState(recording, changes, state, untouched)
    : { lost: missingSames(hiddenSames(recording)), diagnostics: [] };
  const plan = joinSnapshots({
    ...identity,
    origin: recording.origin,
    before: makeSnapshot(before, configuration, [...lost, ...missingOld(changes)], name),
    after: makeSnapshot(after, configuration, [...lost, ...missingUntargeted(recording)], name),
    assumptions: [],
    recorded,
  });
  return {
    value: plan,
    diagnostics: [...recording.diagnostics, ...leftOverDiagnostics(name, leftOvers), ...diagnostics],
  };
};

/**
 * Engine events say nothing of property dependencies and positions; the state knows those of a resource that stands.
 */
const withLinks = (resource: PlanResource, standing: PlanResource | undefined): PlanResource =>
  standing === undefined
    ? resource
    : {
        ...resource,
        propertyDependencies: standing.propertyDependencies,
        ...(standing.position !== undefined && { position: standing.position }),
      };

const missingSames = (hidden: number | undefined): readonly string[] => {
  if (hidden === 0) return [];
  const subject =
    hidden === undefined
      ? "Unchanged resources are"
      : hidden === 1
        ? "1 unchanged resource is"
        : `${hidden} unchanged resources are`;
  return [
    `${subject} not in the preview: add the state export (\`pulumi stack export\`), or preview with \`--show-sames\`.`,
  ];
};

const missingOld = (changes: ReadonlyMap<Urn, Change>): readonly string[] =>
  [...changes.values()]
    .filter((change) => change.beforeIsMissing)
    .map(({ urn }) => `The preview does not say how ${urn} stands today.`)
    .sort();

const missingUntargeted = ({ forced }: Recording): readonly string[] => (forced.length === 0 ? [] : [TARGETED]);

const TARGETED =
  "The preview replaces a resource that is not changed, as `--target-replace` does: other changes may be left out.";
