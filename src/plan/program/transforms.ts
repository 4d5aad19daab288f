import type { Urn } from "../../model/plan.ts";
import type { Callbacks } from "./callbacks.ts";
import type { CallbackProto, Protocol, ResourceProto, StructProto } from "./protocol.ts";

type Request = ResourceProto.RegisterResourceRequest;
type Options = ResourceProto.TransformResourceOptions;

/** What is being registered, before and after transforms: its properties and the options that a transform may change. */
export interface Goal {
  readonly properties: StructProto.Struct;
  readonly options: Options;
}

/** The transforms of a run and the order in which the engine applies them: the resource's own, its ancestors', the stack's. */
export class Transforms {
  readonly #protocol: Protocol;
  readonly #callbacks: Callbacks;
  readonly #byUrn = new Map<Urn, readonly CallbackProto.Callback[]>();
  readonly #stack: CallbackProto.Callback[] = [];
  readonly #invoke: CallbackProto.Callback[] = [];

  constructor(protocol: Protocol, callbacks: Callbacks) {
    this.#protocol = protocol;
    this.#callbacks = callbacks;
  }

  addForStack(callback: CallbackProto.Callback): void {
    this.#stack.push(callback);
  }

  addForInvokes(callback: CallbackProto.Callback): void {
    this.#invoke.push(callback);
  }

  /** Keeps a resource's transforms for its future children. */
  remember(urn: Urn, callbacks: readonly CallbackProto.Callback[]): void {
    if (callbacks.length > 0) this.#byUrn.set(urn, callbacks);
  }

  /** Applies every transform to a registration; `ancestors` starts at the parent. */
  async apply(request: Request, ancestors: Iterable<Urn>): Promise<Goal> {
    let properties = request.getObject() ?? new this.#protocol.struct.Struct();
    let options = optionsOf(this.#protocol, request);
    const chain = [...request.getTransformsList()];
    if (this.#byUrn.size > 0) for (const urn of ancestors) chain.push(...(this.#byUrn.get(urn) ?? []));
    // The stack's transforms speak about what the program declares, not about the stack itself.
    if (request.getParent() !== "" || request.getType() !== "pulumi:pulumi:Stack") chain.push(...this.#stack);
    for (const callback of chain) {
      const message = new this.#protocol.resource.TransformRequest();
      message.setType(request.getType());
      message.setName(request.getName());
      message.setCustom(request.getCustom());
      message.setParent(request.getParent());
      message.setProperties(properties);
      message.setOptions(options);
      const bytes = await this.#callbacks.invoke(callback, message.serializeBinary());
      const response = this.#protocol.resource.TransformResponse.deserializeBinary(bytes);
      properties = response.getProperties() ?? properties;
      options = response.getOptions() ?? options;
    }
    return { properties, options };
  }

  /** Applies the invoke transforms to a data-source call. */
  async applyToInvoke(request: ResourceProto.ResourceInvokeRequest): Promise<InvokeGoal> {
    let args = request.getArgs();
    let provider = request.getProvider();
    for (const callback of this.#invoke) {
      const options = new this.#protocol.resource.TransformInvokeOptions();
      options.setProvider(provider);
      options.setVersion(request.getVersion());
      options.setPluginDownloadUrl(request.getPlugindownloadurl());
      const message = new this.#protocol.resource.TransformInvokeRequest();
      message.setToken(request.getTok());
      message.setArgs(args);
      message.setOptions(options);
      const bytes = await this.#callbacks.invoke(callback, message.serializeBinary());
      const response = this.#protocol.resource.TransformInvokeResponse.deserializeBinary(bytes);
      args = response.getArgs() ?? args;
      provider = response.getOptions()?.getProvider() || provider;
    }
    return { args, provider };
  }
}

/** A data-source call after its transforms. */
export interface InvokeGoal {
  readonly args: StructProto.Struct | undefined;
  readonly provider: string;
}

/** The registration's options in the form that transforms read and write. */
const optionsOf = (protocol: Protocol, request: Request): Options => {
  const options = new protocol.resource.TransformResourceOptions();
  options.setDependsOnList(request.getDependenciesList());
  if (request.hasProtect()) options.setProtect(request.getProtect()!);
  options.setIgnoreChangesList(request.getIgnorechangesList());
  options.setReplaceOnChangesList(request.getReplaceonchangesList());
  options.setVersion(request.getVersion());
  options.setAliasesList(request.getAliasesList());
  options.setProvider(request.getProvider());
  options.setCustomTimeouts(request.getCustomtimeouts());
  options.setPluginDownloadUrl(request.getPlugindownloadurl());
  if (request.hasRetainondelete()) options.setRetainOnDelete(request.getRetainondelete()!);
  options.setDeletedWith(request.getDeletedwith());
  if (request.getDeletebeforereplacedefined()) options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
  for (const [name, reference] of request.getProvidersMap().entries()) options.getProvidersMap().set(name, reference);
  // Newer options, absent from the protos of older SDKs.
  options.setHooks?.(request.getHooks?.());
  options.setImport?.(request.getImportid());
  options.setReplaceWithList?.(request.getReplaceWithList());
  options.setHideDiffList?.(request.getHidediffsList());
  options.setReplacementTrigger?.(request.getReplacementTrigger());
  return options;
};
