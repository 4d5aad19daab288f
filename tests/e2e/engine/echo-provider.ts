import {
  empty,
  type ProviderProto,
  plugin,
  provider,
  ResourceProviderService,
  type StructProto,
  serve,
  struct,
  unary,
} from "./protocol.ts";

type Properties = Record<string, unknown>;

/** What a provider of the tests is told beforehand; everything else it answers by echoing what it is asked. */
export interface EchoOptions {
  /** Answers of data sources, by token. A data source that is not here fails the program. */
  readonly invokes?: Readonly<Record<string, (args: Properties) => Properties>>;
  /** Top-level properties of a type whose change replaces the resource. */
  readonly replaceOn?: Readonly<Record<string, readonly string[]>>;
  /** What only the cloud knows of a resource once it stands: unknown in a preview. */
  readonly computed?: (type: string, inputs: Properties) => Properties;
  /** What stands already, by id: for `import`, `get` and drift. */
  readonly standing?: Readonly<Record<string, Properties>>;
  /** Registers a remote component and its children. */
  readonly construct?: (request: ProviderProto.ConstructRequest) => Promise<ProviderProto.ConstructResponse>;
}

export interface EchoProvider {
  readonly port: number;
  close(): void;
}

/** Serves a provider that the engine is attached to by `PULUMI_DEBUG_PROVIDERS`. */
export const serveEchoProvider = (options: EchoOptions = {}): Promise<EchoProvider> => {
  let created = 0;
  return serve(ResourceProviderService, {
    getPluginInfo: unary(() => {
      const info = new plugin.PluginInfo();
      // Newer than any that a program may ask for.
      info.setVersion("99.0.0");
      return info;
    }),
    attach: unary(() => new empty.Empty()),
    handshake: unary(() => {
      const response = new provider.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      response.setAcceptResources(true);
      response.setAcceptOutputs(true);
      return response;
    }),
    checkConfig: unary(check),
    diffConfig: unary(() => new provider.DiffResponse()),
    configure: unary(() => {
      const response = new provider.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setSupportspreview(true);
      response.setAcceptresources(true);
      response.setAcceptoutputs(true);
      return response;
    }),
    check: unary(check),
    diff: unary((request: ProviderProto.DiffRequest) => diff(request, options)),
    create: unary((request: ProviderProto.CreateRequest) => {
      const response = new provider.CreateResponse();
      const type = typeOf(request.getUrn());
      if (request.getPreview()) {
        response.setProperties(request.getProperties());
        return response;
      }
      created += 1;
      response.setId(`${type.split(":").at(-1)?.toLowerCase()}-${created}`);
      response.setProperties(withComputed(request.getProperties(), type, options));
      return response;
    }),
    read: unary((request: ProviderProto.ReadRequest) => read(request, options)),
    update: unary((request: ProviderProto.UpdateRequest) => {
      const response = new provider.UpdateResponse();
      const properties = request.getNews();
      response.setProperties(
        request.getPreview() ? properties : withComputed(properties, typeOf(request.getUrn()), options),
      );
      return response;
    }),
    delete: unary(() => new empty.Empty()),
    invoke: unary((request: ProviderProto.InvokeRequest) => {
      const answer = options.invokes?.[request.getTok()];
      if (answer === undefined) throw new Error(`the tests have no answer for the data source ${request.getTok()}`);
      const response = new provider.InvokeResponse();
      response.setReturn(toStruct(answer(toProperties(request.getArgs()))));
      return response;
    }),
    construct: unary((request: ProviderProto.ConstructRequest) => {
      if (options.construct === undefined) throw new Error(`the tests have no component ${request.getType()}`);
      return options.construct(request);
    }),
    getSchema: unary(() => {
      const response = new provider.GetSchemaResponse();
      response.setSchema("{}");
      return response;
    }),
    cancel: unary(() => new empty.Empty()),
  });
};

/** Properties as the wire has them; unknowns and secrets stay what they are there. */
export const toStruct = (properties: Properties): StructProto.Struct =>
  struct.Struct.fromJavaScript(properties as Parameters<typeof struct.Struct.fromJavaScript>[0]);

export const toProperties = (message: StructProto.Struct | undefined): Properties => message?.toJavaScript() ?? {};

const check = (request: ProviderProto.CheckRequest): ProviderProto.CheckResponse => {
  const response = new provider.CheckResponse();
  response.setInputs(request.getNews());
  return response;
};

const diff = (request: ProviderProto.DiffRequest, options: EchoOptions): ProviderProto.DiffResponse => {
  const olds = toProperties(request.getOldInputs());
  const news = toProperties(request.getNews());
  const changed = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter(
    (key) => canonical(olds[key]) !== canonical(news[key]),
  );
  const replacing = options.replaceOn?.[typeOf(request.getUrn())] ?? [];
  const response = new provider.DiffResponse();
  response.setChanges(
    changed.length > 0 ? provider.DiffResponse.DiffChanges.DIFF_SOME : provider.DiffResponse.DiffChanges.DIFF_NONE,
  );
  response.setDiffsList(changed);
  response.setReplacesList(changed.filter((key) => replacing.includes(key)));
  return response;
};

const read = (request: ProviderProto.ReadRequest, options: EchoOptions): ProviderProto.ReadResponse => {
  const response = new provider.ReadResponse();
  response.setId(request.getId());
  const standing = options.standing?.[request.getId()];
  if (standing === undefined) {
    response.setProperties(request.getProperties());
    response.setInputs(request.getInputs());
  } else {
    response.setProperties(toStruct(standing));
    response.setInputs(toStruct(standing));
  }
  return response;
};

const withComputed = (message: StructProto.Struct | undefined, type: string, { computed }: EchoOptions) => {
  if (computed === undefined) return message;
  const inputs = toProperties(message);
  return toStruct({ ...computed(type, inputs), ...inputs });
};

/** The type proper of a URN: the last of its chain of parents' types. */
const typeOf = (urn: string): string => urn.split("::")[2]?.split("$").at(-1) ?? "";

/** JSON in which the order of keys says nothing. */
const canonical = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
