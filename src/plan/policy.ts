import { type PropertyMap, propertyMap } from "../core/value.ts";
import type { Assumption, Plan, PlanResource, Snapshot, Urn } from "../model/plan.ts";
import { deserializeProperties } from "./deserialize.ts";
import { joinSnapshots } from "./join.ts";
import { isProviderType } from "./provider.ts";
import type { StackConfiguration } from "./region.ts";
import { makeSnapshot } from "./snapshot.ts";

/** A provider as the policy SDK hands it over. */
export interface PolicyProvider {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  readonly props: unknown;
}

/** A resource as the policy SDK hands it to a stack policy: only what is read, so that no SDK is needed to read it. */
export interface PolicyResource {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  /** The resource's outputs; reading an unknown one throws. */
  readonly props: unknown;
  readonly opts?: { readonly parent?: Urn; readonly aliases?: readonly Urn[] };
  readonly provider?: PolicyProvider;
  readonly parent?: { readonly urn: Urn };
  readonly propertyDependencies?: Readonly<Record<string, readonly { readonly urn: Urn }[]>>;
}

/** What a stack policy sees and what its adapter knows besides. */
export interface PolicyRun {
  readonly project: string;
  readonly stack: string;
  readonly resources: readonly PolicyResource[];
  /** What each resource asks for, by URN, as a resource policy saw it: a stack policy sees outputs, computed ones included. */
  readonly inputs: ReadonlyMap<Urn, PropertyMap>;
  readonly configuration: StackConfiguration;
  readonly assumptions: readonly Assumption[];
}

/** The key under which the SDK's guarding proxies give out what they guard (`@pulumi/policy`, proxy.ts). */
const GUARDED = "__getSpecialProxyTarget";
/** The engine's own stand-in for an unknown, which the reader of values knows. */
const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const DEEPEST = 64;

/** The plain object behind a guarding proxy: reading an unknown in it does not throw. */
export const unguarded = (props: unknown): unknown => {
  if (typeof props !== "object" || props === null) return props;
  const target = readSafely(props, GUARDED);
  return typeof target === "object" && target !== null ? target : copySafely(props, 0);
};

const readSafely = (holder: object, key: string): unknown => {
  try {
    return Reflect.get(holder, key);
  } catch {
    return UNKNOWN_TEXT;
  }
};

/** A copy in which every property that cannot be read is unknown: for a proxy that does not give out its target. */
const copySafely = (value: unknown, depth: number): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) return UNKNOWN_TEXT;
  const entries = Object.keys(value).map((key): [string, unknown] => [
    key,
    copySafely(readSafely(value, key), depth + 1),
  ]);
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
};

/** Properties of a policy's argument as ours; unknowns become marks. Secrets are in them as plain text. */
export const policyProperties = (props: unknown): PropertyMap => deserializeProperties(unguarded(props));

/**
 * The plan that a stack policy sees: what will stand, and nothing of what stands today.
 * @throws InputError for a URN that stands twice.
 */
export const planFromPolicy = (run: PolicyRun): Plan => {
  const { project, stack, assumptions } = run;
  const before: Snapshot = {
    completeness: "partial",
    missing: ["a policy pack is not shown what is deployed, and no baseline is named"],
    resources: [],
  };
  return joinSnapshots({ project, stack, origin: "policy", before, after: snapshotOf(run), assumptions });
};

const snapshotOf = ({ resources, inputs, configuration }: PolicyRun): Snapshot => {
  const listed = new Set(resources.map(({ urn }) => urn));
  const providers = new Map(
    resources.flatMap(({ provider }) =>
      provider === undefined || listed.has(provider.urn) ? [] : [[provider.urn, provider]],
    ),
  );
  const isCustom = customTest(resources);
  const read = [
    ...resources.map((resource) => readResource(resource, inputs, isCustom(resource))),
    ...[...providers.values()].map((provider) => readResource(provider, inputs, true)),
  ];
  return makeSnapshot(read, configuration, missingFrom(resources));
};

/**
 * Tells a custom resource from a component. The SDK does not say; a custom resource has its provider. Where the engine
 * could not find one, what is nobody's parent and comes from a package with a provider is taken for custom: a component
 * would cost nothing.
 */
const customTest = (resources: readonly PolicyResource[]): ((resource: PolicyResource) => boolean) => {
  const parents = new Set(resources.map(parentOf));
  const packages = new Set(resources.filter(({ type }) => isProviderType(type)).map(({ type }) => type.split(":")[2]));
  return ({ urn, type, provider }) =>
    provider !== undefined || isProviderType(type) || (!parents.has(urn) && packages.has(type.split(":")[0]));
};

const parentOf = ({ parent, opts }: PolicyResource): Urn | undefined => parent?.urn ?? (opts?.parent || undefined);

/** A component is described by the outputs it registers, everything else by what was asked for, where that was seen. */
const readResource = (
  resource: PolicyResource | PolicyProvider,
  inputs: ReadonlyMap<Urn, PropertyMap>,
  custom: boolean,
): PlanResource => {
  const { urn, type, name, props } = resource;
  const { opts, provider, propertyDependencies } = resource as PolicyResource;
  const parent = parentOf(resource);
  const asked = inputs.get(urn);
  const shown = custom && asked !== undefined ? asked : policyProperties(props);
  return {
    urn,
    type,
    name,
    ...(parent !== undefined && { parent }),
    custom,
    external: false,
    ...(provider !== undefined && { provider: provider.urn }),
    region: null,
    inputs: custom ? shown : propertyMap([...Object.entries(asked ?? {}), ...Object.entries(shown)]),
    propertyDependencies: dependenciesOf(propertyDependencies ?? {}),
    aliases: opts?.aliases ?? [],
  };
};

const dependenciesOf = (
  given: NonNullable<PolicyResource["propertyDependencies"]>,
): PlanResource["propertyDependencies"] => {
  const dependencies: Record<string, readonly Urn[]> = Object.create(null);
  for (const property of Object.keys(given)) {
    const urns = given[property]!.map(({ urn }) => urn);
    if (urns.length > 0) dependencies[property] = urns;
  }
  return dependencies;
};

/** A run that is limited to targets leaves out resources, and shows it only where one of them is another's parent. */
const missingFrom = (resources: readonly PolicyResource[]): readonly string[] => {
  const listed = new Set(resources.map(({ urn }) => urn));
  const orphan = resources.find((resource) => {
    const parent = parentOf(resource);
    return parent !== undefined && !listed.has(parent);
  });
  return orphan === undefined
    ? []
    : [`the parent of ${orphan.name} is not among the resources shown, as in a run that is limited to targets`];
};
