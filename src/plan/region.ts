import type { PropertyMap } from "../core/value.ts";
import type { PlanResource, Urn } from "../model/plan.ts";

/** Plain stack configuration, `namespace:key` → value; secrets are not in it. */
export type StackConfiguration = ReadonlyMap<string, string>;

/**
 * Gives every resource of one snapshot, which `byUrn` holds too, its region: its own `region` input, else its provider's, else the stack
 * configuration of its package (`aws:region`). A component stands where its children stand if they agree. Where nothing
 * says, or it is unknown, it stays `null`.
 */
export const withRegions = (
  resources: readonly PlanResource[],
  byUrn: ReadonlyMap<Urn, PlanResource>,
  configuration: StackConfiguration,
): PlanResource[] => {
  const regions = resources.map((resource) =>
    resource.custom ? customRegion(resource, byUrn, configuration) : undefined,
  );
  const shared = regionsOfChildren(resources, byUrn, regions);
  return resources.map((resource, at) => {
    const region = resource.custom
      ? (regions[at] ?? null)
      : (knownRegion(resource.inputs) ??
        (shared.has(resource.urn) ? shared.get(resource.urn)! : configured("aws", configuration)));
    return region === resource.region ? resource : { ...resource, region };
  });
};

const customRegion = (
  resource: PlanResource,
  byUrn: ReadonlyMap<Urn, PlanResource>,
  configuration: StackConfiguration,
): string | null => {
  if (Object.hasOwn(resource.inputs, "region")) return knownRegion(resource.inputs) ?? null;
  const provider = resource.provider === undefined ? undefined : byUrn.get(resource.provider);
  if (provider !== undefined && Object.hasOwn(provider.inputs, "region")) return knownRegion(provider.inputs) ?? null;
  return configured(resource.type.slice(0, resource.type.indexOf(":")), configuration);
};

/**
 * Component → the one region of all resources under it, or `null` where they differ; absent where none has a region.
 */
const regionsOfChildren = (
  resources: readonly PlanResource[],
  byUrn: ReadonlyMap<Urn, PlanResource>,
  regions: readonly (string | null | undefined)[],
): Map<Urn, string | null> => {
  const shared = new Map<Urn, string | null>();
  for (const [at, { parent }] of resources.entries()) {
    const region = regions[at];
    if (region === undefined || region === null) continue;
    for (let up = parent; up !== undefined; up = byUrn.get(up)?.parent) {
      const known = shared.get(up);
      const merged = known === undefined || known === region ? region : null;
      // Everything above has heard this already: one climb a region and component, not one a resource.
      if (known === merged) break;
      shared.set(up, merged);
    }
  }
  return shared;
};

const knownRegion = (inputs: PropertyMap): string | undefined => {
  const region = inputs.region;
  return typeof region === "string" && region !== "" ? region : undefined;
};

const configured = (pulumiPackage: string, configuration: StackConfiguration): string | null =>
  configuration.get(`${pulumiPackage}:region`) ?? null;
