import { createRequire } from "node:module";
import type * as GrpcModule from "@grpc/grpc-js";
import type * as AnalyzerProto from "@pulumi/pulumi/proto/analyzer_pb.js";
import type * as LanguageProto from "@pulumi/pulumi/proto/language_pb.js";
import type * as PluginProto from "@pulumi/pulumi/proto/plugin_pb.js";
import type * as ProviderProto from "@pulumi/pulumi/proto/provider_pb.js";
import type * as ResourceProto from "@pulumi/pulumi/proto/resource_pb.js";
import type * as EmptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import type * as StructProto from "google-protobuf/google/protobuf/struct_pb.js";

export type { AnalyzerProto, GrpcModule, LanguageProto, PluginProto, ProviderProto, ResourceProto, StructProto };

const load = createRequire(createRequire(import.meta.url).resolve("@pulumi/pulumi/package.json"));

/** The contracts between the engine, language hosts and providers, as the SDK ships them. */
export const grpc: typeof GrpcModule = load("@grpc/grpc-js");
export const empty: typeof EmptyProto = load("google-protobuf/google/protobuf/empty_pb.js");
export const struct: typeof StructProto = load("google-protobuf/google/protobuf/struct_pb.js");
export const analyzer: typeof AnalyzerProto = load("./proto/analyzer_pb.js");
export const language: typeof LanguageProto = load("./proto/language_pb.js");
export const plugin: typeof PluginProto = load("./proto/plugin_pb.js");
export const provider: typeof ProviderProto = load("./proto/provider_pb.js");
export const resource: typeof ResourceProto = load("./proto/resource_pb.js");

/** Service descriptions; they ship without types. */
export const AnalyzerService: GrpcModule.ServiceDefinition = load("./proto/analyzer_grpc_pb.js").AnalyzerService;
export const LanguageRuntimeService: GrpcModule.ServiceDefinition =
  load("./proto/language_grpc_pb.js").LanguageRuntimeService;
export const ResourceProviderService: GrpcModule.ServiceDefinition =
  load("./proto/provider_grpc_pb.js").ResourceProviderService;
export const ResourceMonitorClient: new (address: string, credentials: GrpcModule.ChannelCredentials) => MonitorClient =
  load("./proto/resource_grpc_pb.js").ResourceMonitorClient;

/** The part of the engine's monitor that a remote component calls. */
export interface MonitorClient {
  registerResource(
    request: ResourceProto.RegisterResourceRequest,
    done: (error: GrpcModule.ServiceError | null, response?: ResourceProto.RegisterResourceResponse) => void,
  ): void;
  registerResourceOutputs(
    request: ResourceProto.RegisterResourceOutputsRequest,
    done: (error: GrpcModule.ServiceError | null) => void,
  ): void;
  close(): void;
}

/** Serves one contract on a free port of this machine only. */
export const serve = async (
  service: GrpcModule.ServiceDefinition,
  implementation: GrpcModule.UntypedServiceImplementation,
): Promise<{ readonly port: number; close(): void }> => {
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(service, implementation);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { port, close: () => server.forceShutdown() };
};

/** A handler of one request and one answer; an error's text is what the engine gets to see. */
export const unary =
  <Request, Response>(answer: (request: Request) => Response | Promise<Response>) =>
  async (call: { readonly request: Request }, done: GrpcModule.sendUnaryData<Response>): Promise<void> => {
    try {
      done(null, await answer(call.request));
    } catch (error) {
      done({ code: 2, details: error instanceof Error ? error.message : String(error) });
    }
  };
