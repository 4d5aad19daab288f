import type { Resource } from "@pulumi/pulumi";
import { type PropertyMap, propertyMap, SECRET } from "../core/value.ts";
import type { PlanResource, Urn } from "../model/plan.ts";
import type { LiveValues } from "./live-value.ts";
import { parentOf, type Recorded, type Recorder } from "./recorder.ts";

/**
 * What a program knows of its stack from within: what it declares, and of what stands today the part that it changes or
 * leaves as it is. What it takes away, and what stood where something is replaced, is never shown to it.
 */
export interface Declared {
  /** `null` where SDK and engine show nothing of what stands today. */
  readonly before: readonly PlanResource[] | null;
  readonly after: readonly PlanResource[];
  /** What is not seen of the after side, in sentences. */
  readonly missing: readonly string[];
}

/** The same with the live resource behind each URN that is created, changed or replaced. */
export interface LiveDeclared extends Declared {
  readonly changed: ReadonlyMap<Urn, Resource>;
}

/** What the SDK's resources know of themselves beside what their types tell. */
interface Inside {
  readonly __pulumiCustomResource?: boolean;
  readonly __remote?: boolean;
  readonly __prov?: Resource;
}

/** Reads what was recorded of a program that is through. */
export const readDeclared = async (
  recorder: Pick<Recorder, "resources" | "seesChanges">,
  live: LiveValues,
): Promise<LiveDeclared> => {
  const changed = new Map<Urn, Resource>();
  const before: PlanResource[] = [];
  const after: PlanResource[] = [];
  for (const one of recorder.resources) {
    const resource = await readResource(one, live);
    if (resource === null) continue;
    after.push(resource);
    if (one.change === undefined) {
      before.push(resource);
      continue;
    }
    changed.set(resource.urn, one.resource);
    if (one.change.oldInputs === undefined) continue;
    const stood = await live.properties(one.change.oldInputs);
    before.push({ ...resource, inputs: withSecretsOf(resource.inputs, stood) });
  }
  const missing = recorder.resources.filter(({ resource }) => (resource as Inside).__remote).map(notSeenIn);
  return { before: recorder.seesChanges ? before : null, after, missing, changed };
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
