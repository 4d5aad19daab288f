import type { PropertyMap } from "../../core/value.ts";
import type { Urn } from "../../model/plan.ts";
import { resolveAliases } from "./aliases.ts";
import { answerTo } from "./answer.ts";
import { Refused, type RunContext } from "./context.ts";
import { HookError } from "./hooks.ts";
import { describePosition } from "./position.ts";
import type { ResourceProto, StructProto } from "./protocol.ts";
import { MOST_RESOURCES, type Registered } from "./registry.ts";
import type { Goal } from "./transforms.ts";
import { makeUrn, packageOf, providerUrnOf, STACK_TYPE } from "./urn.ts";
import { NotFiniteError, readStruct } from "./wire.ts";

/**
 * Registers what the program declares and answers as the engine does in a first preview, where everything is created.
 * @throws Refused when the session has been ended, with the reason noted there.
 */
export const registerResource = async (
  run: RunContext,
  request: ResourceProto.RegisterResourceRequest,
): Promise<ResourceProto.RegisterResourceResponse> => {
  const { registry, protocol } = run;
  const type = request.getType();
  const name = request.getName();
  const custom = request.getCustom();
  const position = describePosition(run.root, request.getSourceposition?.());
  const parent = parentOf(run, request);
  const urn = makeUrn(run.stack, run.project, parent, type, name);
  const goal = await transformed(run, request, parent, urn, position);
  const inputs = readInputs(run, goal.properties, urn, position);
  const subject = { urn, type, name };
  const state = custom
    ? answerTo(protocol, subject, goal.properties, goal.options.getAdditionalSecretOutputsList())
    : new protocol.struct.Struct();
  const hooked = { ...subject, inputs: goal.properties, outputs: state };
  const hooks = goal.options.getHooks?.();
  await callHooks(run, urn, position, run.hooks.beforeCreate(hooks?.getBeforeCreateList() ?? [], hooked));
  const provider = custom ? providerOf(run, type, goal.options) : undefined;
  if (type.startsWith("pulumi:providers:")) run.regions.addProvider(urn, type, inputs);
  const parentAliases = parent === undefined ? [] : (registry.get(parent)?.aliases ?? []);
  add(run, {
    ...subject,
    ...(parent !== undefined && { parent }),
    custom,
    external: false,
    ...(provider !== undefined && { provider }),
    region: custom
      ? run.regions.of(type, inputs, provider ?? urn)
      : run.regions.ofComponent({ urn, parent, type, inputs, providers: goal.options.getProvidersMap().entries() }),
    inputs,
    propertyDependencies: dependenciesOf(request),
    aliases: resolveAliases(
      { ...subject, parent, parentAliases },
      goal.options.getAliasesList(),
      request.getAliasurnsList(),
    ),
    ...(position !== undefined && { position }),
    state,
    id: goal.options.getImport?.() || request.getImportid(),
  });
  run.transforms.remember(urn, request.getTransformsList());
  if (type === STACK_TYPE) registry.setStack(urn);
  if (request.getRemote()) noteRemoteComponent(run, type, name);
  await callHooks(run, urn, position, run.hooks.afterCreate(hooks?.getAfterCreateList() ?? [], hooked));
  const response = new protocol.resource.RegisterResourceResponse();
  response.setUrn(urn);
  response.setId(registry.get(urn)?.id ?? "");
  response.setObject(state);
  return response;
};

/** A resource of another owner that the program only reads; what it reads of a foreign stack is unknown. */
export const readResource = async (
  run: RunContext,
  request: ResourceProto.ReadResourceRequest,
): Promise<ResourceProto.ReadResourceResponse> => {
  const type = request.getType();
  const name = request.getName();
  const position = describePosition(run.root, request.getSourceposition?.());
  const parent = request.getParent() || run.registry.stack;
  const urn = makeUrn(run.stack, run.project, parent, type, name);
  const properties = request.getProperties() ?? new run.protocol.struct.Struct();
  const inputs = readInputs(run, properties, urn, position);
  const provider = providerFor(run, type, request.getProvider(), request.getVersion(), request.getPlugindownloadurl());
  const state = answerTo(run.protocol, { urn, type, name }, properties, request.getAdditionalsecretoutputsList());
  add(run, {
    urn,
    type,
    name,
    ...(parent !== undefined && { parent }),
    custom: true,
    external: true,
    ...(provider !== undefined && { provider }),
    region: run.regions.of(type, inputs, provider),
    inputs,
    propertyDependencies: {},
    aliases: [],
    ...(position !== undefined && { position }),
    state,
    id: request.getId(),
  });
  if (type === "pulumi:pulumi:StackReference") {
    run.session.assume(
      "stack-reference-unknown",
      `The outputs of stack ${request.getId()} are not read; they count as unknown.`,
    );
  }
  const response = new run.protocol.resource.ReadResourceResponse();
  response.setUrn(urn);
  response.setProperties(state);
  return response;
};

const refuse = (
  run: RunContext,
  code: string,
  message: string,
  urn: Urn,
  position: string | undefined,
  hint?: string,
): never => {
  const [file, line, column] = position?.split(":") ?? [];
  const place = file === undefined ? { urn } : { file, line: Number(line), column: Number(column), urn };
  run.session.fail({ severity: "error", code, message, place, ...(hint !== undefined && { hint }) });
  throw new Refused(message);
};

const parentOf = (run: RunContext, request: ResourceProto.RegisterResourceRequest): Urn | undefined => {
  const parent = request.getParent();
  if (parent === "") return request.getType() === STACK_TYPE ? undefined : run.registry.stack;
  if (run.registry.get(parent) === undefined) {
    refuse(
      run,
      "unknown-parent",
      `The parent of ${request.getName()} is not a resource of this program.`,
      parent,
      undefined,
    );
  }
  return parent;
};

const transformed = async (
  run: RunContext,
  request: ResourceProto.RegisterResourceRequest,
  parent: Urn | undefined,
  urn: Urn,
  position: string | undefined,
): Promise<Goal> => {
  try {
    return await run.transforms.apply(request, run.registry.ancestors(parent));
  } catch (error) {
    return refuse(run, "transform-failed", (error as Error).message, urn, position);
  }
};

const callHooks = async (
  run: RunContext,
  urn: Urn,
  position: string | undefined,
  hooks: Promise<void>,
): Promise<void> => {
  try {
    await hooks;
  } catch (error) {
    const message = error instanceof HookError ? error.message : `a resource hook failed: ${(error as Error).message}`;
    refuse(run, "hook-failed", message, urn, position);
  }
};

const readInputs = (
  run: RunContext,
  properties: StructProto.Struct,
  urn: Urn,
  position: string | undefined,
): PropertyMap => {
  // A dynamic provider travels as the source of its closure: megabytes that say nothing about cost.
  if (properties.getFieldsMap().has("__provider")) properties = withoutProviderSource(properties);
  try {
    return readStruct(properties, run.secrets);
  } catch (error) {
    if (!(error instanceof NotFiniteError)) throw error;
    return refuse(run, "not-a-number", `${error.path} is not a finite number.`, urn, position);
  }
};

const withoutProviderSource = (properties: StructProto.Struct): StructProto.Struct => {
  const copy = properties.clone() as StructProto.Struct;
  copy.getFieldsMap().del("__provider");
  return copy;
};

const add = (run: RunContext, resource: Registered): void => {
  const { registry } = run;
  const twin = registry.get(resource.urn);
  if (twin !== undefined) {
    const elsewhere = twin.position === undefined ? "" : `, first at ${twin.position}`;
    const hint = "Give each resource of one type under one parent its own name.";
    refuse(
      run,
      "duplicate-urn",
      `Two resources have the same URN ${resource.urn}${elsewhere}.`,
      resource.urn,
      resource.position,
      hint,
    );
  }
  if (registry.size >= MOST_RESOURCES) {
    refuse(
      run,
      "too-many-resources",
      `The program declares more than ${MOST_RESOURCES} resources.`,
      resource.urn,
      resource.position,
    );
  }
  registry.add(resource);
  run.onProgress?.(registry.size);
};

const providerOf = (run: RunContext, type: string, options: ResourceProto.TransformResourceOptions): Urn | undefined =>
  providerFor(run, type, options.getProvider(), options.getVersion(), options.getPluginDownloadUrl());

/** The explicit provider, else the package's default one. Providers and Pulumi's own resources have none. */
const providerFor = (
  run: RunContext,
  type: string,
  reference: string,
  version: string,
  url: string,
): Urn | undefined => {
  if (reference !== "") return providerUrnOf(reference);
  if (type.startsWith("pulumi:")) return undefined;
  return run.defaultProviders.urnFor({ packageName: packageOf(type), version, pluginDownloadUrl: url });
};

const dependenciesOf = (request: ResourceProto.RegisterResourceRequest): Record<string, readonly Urn[]> => {
  const dependencies: Record<string, readonly Urn[]> = Object.create(null);
  for (const [property, urns] of request.getPropertydependenciesMap().entries()) {
    const list = urns.getUrnsList();
    if (list.length > 0) dependencies[property] = list;
  }
  return dependencies;
};

const noteRemoteComponent = (run: RunContext, type: string, name: string): void => {
  run.session.missing.add(
    `The component ${name} (${type}) is made by its provider plugin, which is not run: the resources inside it are not seen.`,
  );
};
