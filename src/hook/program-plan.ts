import type { Resource } from "@pulumi/pulumi";
import { type PropertyMap, propertyMap, SECRET } from "../core/value.ts";
import type { Assumption, Plan, PlanResource, Snapshot, Urn } from "../model/plan.ts";
import { joinSnapshots } from "../plan/join.ts";
import type { StackConfiguration } from "../plan/region.ts";
import { makeSnapshot } from "../plan/snapshot.ts";
import type { LiveValues } from "./live-value.ts";
import { parentOf, type Recorded, type Recorder } from "./recorder.ts";

/** A program's stack and what is known of it beside its resources. */
export interface ProgramFacts {
  readonly project: string;
  readonly stack: string;
  readonly configuration: StackConfiguration;
  readonly assumptions: readonly Assumption[];
}

/** A plan, and which live resource each URN is. */
export interface ProgramPlan {
  readonly plan: Plan;
  readonly resources: ReadonlyMap<Urn, Resource>;
}

/** What the SDK's resources know of themselves beside what their types tell. */
interface Inside {
  readonly __pulumiCustomResource?: boolean;
  readonly __remote?: boolean;
  readonly __prov?: Resource;
}

/**
 * The plan that a program knows from within: what it declares, and of what stands today the part that it changes or
 * leaves as it is. What it takes away, and what stood where something is replaced, is never shown to it.
 */
export const planOfProgram = async (
  recorder: Pick<Recorder, "resources" | "seesChanges">,
  live: LiveValues,
  { project, stack, configuration, assumptions }: ProgramFacts,
): Promise<ProgramPlan> => {
  const resources = new Map<Urn, Resource>();
  const before: PlanResource[] = [];
  const after: PlanResource[] = [];
  for (const one of recorder.resources) {
    const resource = await readResource(one, live);
    if (resource === null) continue;
    resources.set(resource.urn, one.resource);
    after.push(resource);
    if (one.change === undefined) before.push(resource);
    else if (one.change.oldInputs !== undefined) {
      const stood = await live.properties(one.change.oldInputs);
      before.push({ ...resource, inputs: withSecretsOf(resource.inputs, stood) });
    }
  }
  const missing = recorder.resources.filter(({ resource }) => (resource as Inside).__remote).map(notSeenIn);
  const sides = {
    before: recorder.seesChanges ? makeSnapshot(before, configuration) : NOT_SHOWN,
    after: makeSnapshot(after, configuration, missing),
  };
  return { plan: joinSnapshots({ project, stack, origin: "program", ...sides, assumptions }), resources };
};

const NOT_SHOWN: Snapshot = {
  completeness: "partial",
  missing: ["what stands today, for which a newer Pulumi (3.182 or later) is needed"],
  resources: [],
};

const notSeenIn = ({ name, type }: Recorded): string =>
  `The component ${name} (${type}) is made by its provider plugin: the resources inside it are not seen.`;

const readResource = async (recorded: Recorded, live: LiveValues): Promise<PlanResource | null> => {
  const { resource, type, name, props, options, change } = recorded;
  const urn = await live.text(resource.urn);
  if (urn === null) return null;
  const { __pulumiCustomResource: custom = false, __prov: provider } = resource as Inside;
  const [parent, providerUrn] = [await urnOf(parentOf(resource), live), await urnOf(provider, live)];
  const declared = await live.properties(props);
  // What the engine is told is what counts: other transforms may have changed what was declared.
  const told = change === undefined ? declared : withSecretsOf(declared, await live.properties(change.newInputs));
  return {
    urn,
    type,
    name,
    ...(parent !== null && { parent }),
    custom,
    external: options.id !== undefined || options.urn !== undefined,
    ...(providerUrn !== null && { provider: providerUrn }),
    region: null,
    inputs: told,
    propertyDependencies: await dependenciesOf(props, live),
    aliases: [],
  };
};

/** Hooks are handed a whole property as secret where anything in it is; the declaration says more exactly what. */
const withSecretsOf = (declared: PropertyMap, told: PropertyMap): PropertyMap =>
  propertyMap(
    Object.entries(told).map(([key, value]) => [key, value === SECRET ? (declared[key] ?? SECRET) : value] as const),
  );

const urnOf = async (resource: Resource | undefined, live: LiveValues): Promise<Urn | null> =>
  resource === undefined ? null : live.text(resource.urn);

const dependenciesOf = async (
  props: Recorded["props"],
  live: LiveValues,
): Promise<PlanResource["propertyDependencies"]> => {
  const dependencies: Record<string, readonly Urn[]> = Object.create(null);
  for (const [property, value] of Object.entries(props)) {
    const urns = await Promise.all(
      (await live.resourcesIn(value)).map((resource) => urnOf(resource as Resource, live)),
    );
    const known = urns.filter((urn) => urn !== null);
    if (known.length > 0) dependencies[property] = [...new Set(known)];
  }
  return dependencies;
};
