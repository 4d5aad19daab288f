import { createRequire } from "node:module";
import type * as GrpcModule from "@grpc/grpc-js";
import type * as AliasProto from "@pulumi/pulumi/proto/alias_pb.js";
import type * as CallbackProto from "@pulumi/pulumi/proto/callback_pb.js";
import type * as EngineProto from "@pulumi/pulumi/proto/engine_pb.js";
import type * as ProviderProto from "@pulumi/pulumi/proto/provider_pb.js";
import type * as ResourceProto from "@pulumi/pulumi/proto/resource_pb.js";
import type * as EmptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import type * as StructProto from "google-protobuf/google/protobuf/struct_pb.js";
import { InputError } from "../../core/diagnostic.ts";

export type { AliasProto, CallbackProto, EngineProto, GrpcModule, ResourceProto, StructProto };

/** The generated service descriptions; they ship without types of their own. */
interface Services {
  readonly monitor: GrpcModule.ServiceDefinition;
  readonly engine: GrpcModule.ServiceDefinition;
  readonly CallbacksClient: new (
    target: string,
    credentials: GrpcModule.ChannelCredentials,
    options: object,
  ) => CallbacksClient;
}

export interface CallbacksClient {
  invoke(
    request: CallbackProto.CallbackInvokeRequest,
    done: (error: GrpcModule.ServiceError | null, response?: CallbackProto.CallbackInvokeResponse) => void,
  ): void;
  close(): void;
}

/** Everything of the SDK's gRPC contract that the runner speaks: one set of protos, whatever SDK the program uses. */
export interface Protocol {
  readonly grpc: typeof GrpcModule;
  readonly struct: typeof StructProto;
  readonly empty: typeof EmptyProto;
  readonly resource: typeof ResourceProto;
  readonly engine: typeof EngineProto;
  readonly callback: typeof CallbackProto;
  readonly services: Services;
  /** The answer to an invoke: its class was renamed between SDK versions, its tags were not. */
  readonly InvokeResponse: typeof ResourceProto.ResourceInvokeResponse;
  readonly CallResponse: typeof ProviderProto.CallResponse;
}

/** Messages up to 400 MB, as the SDK allows for itself. */
export const channelOptions = {
  "grpc.max_receive_message_length": 400 * 1024 * 1024,
  "grpc.max_send_message_length": 400 * 1024 * 1024,
};

/**
 * Loads the protos from the `@pulumi/pulumi` beside rackrate, never from the program's: that one is untrusted code and
 * runs only in the child. gRPC and protobuf are taken from the same place, so that there is one copy of each.
 * @throws InputError when `@pulumi/pulumi` is not installed beside rackrate.
 */
export const loadProtocol = (): Protocol => {
  const require = createRequire(import.meta.url);
  let manifest: string;
  try {
    manifest = require.resolve("@pulumi/pulumi/package.json");
  } catch {
    throw new InputError({
      severity: "error",
      code: "pulumi-sdk-missing",
      message: "Running a Pulumi program needs the package @pulumi/pulumi beside rackrate.",
      hint: "Run `npm install --save-dev @pulumi/pulumi`, or hand over a plan with `--from`.",
    });
  }
  const load = createRequire(manifest);
  const resource = load("./proto/resource_pb.js");
  const provider = load("./proto/provider_pb.js");
  const { CallbacksClient } = load("./proto/callback_grpc_pb.js");
  return {
    grpc: load("@grpc/grpc-js"),
    struct: load("google-protobuf/google/protobuf/struct_pb.js"),
    empty: load("google-protobuf/google/protobuf/empty_pb.js"),
    resource,
    engine: load("./proto/engine_pb.js"),
    callback: load("./proto/callback_pb.js"),
    services: {
      monitor: load("./proto/resource_grpc_pb.js").ResourceMonitorService,
      engine: load("./proto/engine_grpc_pb.js").EngineService,
      CallbacksClient,
    },
    InvokeResponse: resource.ResourceInvokeResponse ?? provider.InvokeResponse,
    CallResponse: resource.ResourceCallResponse ?? provider.CallResponse,
  };
};
