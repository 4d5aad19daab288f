import { randomUUID } from "node:crypto";
import type { RunContext } from "./context.ts";
import { answerCall, answerInvoke } from "./invoke.ts";
import type { CallbackProto, EngineProto, GrpcModule, ResourceProto } from "./protocol.ts";
import { channelOptions } from "./protocol.ts";
import { readResource, registerResource } from "./register.ts";

/** What `supportsFeature` asks for; each is truly served. */
const FEATURES = new Set([
  "secrets",
  "resourceReferences",
  "outputValues",
  "aliasSpecs",
  "deletedWith",
  "replaceWith",
  "transforms",
  "invokeTransforms",
  "parameterization",
  "resourceHooks",
  "errorHooks",
]);

/** A running server and where it listens. */
export interface Server {
  readonly address: string;
  close(): void;
}

/** Serves the two contracts that a program talks to, on a free port of this machine only. */
export const serve = async (run: RunContext): Promise<Server> => {
  const { grpc, services } = run.protocol;
  const server = new grpc.Server(channelOptions);
  server.addService(services.monitor, monitorOf(run));
  server.addService(services.engine, engineOf(run));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { address: `127.0.0.1:${port}`, close: () => server.forceShutdown() };
};

/** Makes a gRPC handler of a function; an error's text is all that the program gets to see. */
const unary =
  <Request, Response>(answer: (request: Request) => Response | Promise<Response>) =>
  async (call: { readonly request: Request }, done: GrpcModule.sendUnaryData<Response>): Promise<void> => {
    try {
      done(null, await answer(call.request));
    } catch (error) {
      done({ code: 2, details: (error as Error).message });
    }
  };

const monitorOf = (run: RunContext): GrpcModule.UntypedServiceImplementation => {
  const { resource, empty } = run.protocol;
  const nothing = () => new empty.Empty();
  return {
    supportsFeature: unary((request: ResourceProto.SupportsFeatureRequest) => {
      const response = new resource.SupportsFeatureResponse();
      response.setHassupport(FEATURES.has(request.getId()));
      return response;
    }),
    getDeploymentInfo: unary(() => deploymentInfo(run)),
    registerResource: unary((request: ResourceProto.RegisterResourceRequest) => registerResource(run, request)),
    readResource: unary((request: ResourceProto.ReadResourceRequest) => readResource(run, request)),
    existsResource: unary(() => {
      const response = new resource.ExistsResourceResponse();
      response.setUnknown(true);
      return response;
    }),
    registerResourceOutputs: unary((request: ResourceProto.RegisterResourceOutputsRequest) => {
      if (request.getUrn() === run.registry.stack) run.session.finished = true;
      return nothing();
    }),
    invoke: unary((request: ResourceProto.ResourceInvokeRequest) => answerInvoke(run, request)),
    call: unary((request: ResourceProto.ResourceCallRequest) => answerCall(run, request)),
    registerStackTransform: unary((callback: CallbackProto.Callback) => {
      run.transforms.addForStack(callback);
      return nothing();
    }),
    registerStackInvokeTransform: unary((callback: CallbackProto.Callback) => {
      run.transforms.addForInvokes(callback);
      return nothing();
    }),
    registerResourceHook: unary((hook: ResourceProto.RegisterResourceHookRequest) => {
      run.hooks.add(hook);
      return nothing();
    }),
    // An error hook is called when an operation fails; in a preview none does.
    registerErrorHook: unary(nothing),
    registerPackage: unary(() => {
      const response = new resource.RegisterPackageResponse();
      response.setRef(randomUUID());
      return response;
    }),
    signalAndWaitForShutdown: unary(() => {
      run.session.signalled = true;
      return nothing();
    }),
  };
};

/**
 * The newer way to ask for features, all at once. "Depends on" of invokes is left to the SDK, which then does itself
 * what the engine would: an invoke that waits for something unknown is unknown.
 */
const deploymentInfo = (run: RunContext): ResourceProto.DeploymentInfo => {
  const { resource } = run.protocol;
  const features = resource.ResourceMonitorFeature;
  const info = new resource.DeploymentInfo();
  info.setProject(run.project);
  info.setStack(run.stack);
  info.setDryrun(true);
  const served = Object.values(features).filter(
    (feature) => typeof feature === "number" && feature !== features.RESOURCE_MONITOR_FEATURE_INVOKE_DEPENDS_ON,
  );
  info.setSupportedfeaturesList(served);
  return info;
};

const SEVERITIES = ["debug", "info", "warning", "error"] as const;

const engineOf = (run: RunContext): GrpcModule.UntypedServiceImplementation => {
  const { engine, empty } = run.protocol;
  let root = "";
  return {
    log: unary((request: EngineProto.LogRequest) => {
      const severity = SEVERITIES[request.getSeverity()] ?? "info";
      run.session.note({ severity, message: request.getMessage(), urn: request.getUrn() });
      return new empty.Empty();
    }),
    getRootResource: unary(() => {
      const response = new engine.GetRootResourceResponse();
      response.setUrn(root);
      return response;
    }),
    setRootResource: unary((request: EngineProto.SetRootResourceRequest) => {
      root = request.getUrn();
      return new engine.SetRootResourceResponse();
    }),
    startDebugging: unary(() => new empty.Empty()),
    // The program asks for a version of the Pulumi CLI; there is none here, and nothing that needs one.
    requirePulumiVersion: unary(() => new engine.RequirePulumiVersionResponse()),
  };
};
