import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { isDeepStrictEqual } from "node:util";
import { Callbacks } from "../../src/plan/program/callbacks.ts";
import {
  type GrpcModule,
  loadProtocol,
  type ResourceProto,
  type StructProto,
} from "../../src/plan/program/protocol.ts";

/** What a program's run came to. */
export interface PreviewEnd {
  readonly code: number | null;
  readonly log: readonly {
    readonly severity: "debug" | "info" | "warning" | "error";
    readonly message: string;
    readonly urn: string;
  }[];
  readonly stdout: string;
  readonly stderr: string;
}

export interface PreviewOptions {
  readonly cwd: string;
  readonly entry?: string;
  readonly config?: Readonly<Record<string, string>>;
  /** Inputs of what stands today, by the resource's name; what is not in it is created. */
  readonly deployed?: Readonly<Record<string, unknown>>;
  /** Features that this engine does not have, as `resourceHooks`. */
  readonly without?: readonly string[];
  /** False runs the program as an update does. */
  readonly dryRun?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

const SEVERITIES = ["debug", "info", "warning", "error"] as const;

/** Runs a program as the engine does in a preview of a stack that is deployed already, as far as hooks can tell. */
export const previewProgram = async ({
  cwd,
  entry = ".",
  config = {},
  deployed = {},
  without = [],
  dryRun = true,
  env = {},
}: PreviewOptions): Promise<PreviewEnd> => {
  const protocol = loadProtocol();
  const { grpc, struct, empty, resource, engine, services } = protocol;
  const callbacks = new Callbacks(protocol);
  const hooks = new Map<string, ResourceProto.RegisterResourceHookRequest>();
  const log: PreviewEnd["log"][number][] = [];
  let stack = "";

  const run = async (names: readonly string[], request: ResourceProto.ResourceHookRequest): Promise<void> => {
    for (const name of names) {
      const hook = hooks.get(name)!;
      if (dryRun && !hook.getOnDryRun()) continue;
      const answer = await callbacks.invoke(hook.getCallback()!, request.serializeBinary());
      const error = resource.ResourceHookResponse.deserializeBinary(answer).getError();
      if (error !== "") throw new Error(error);
    }
  };

  const register = async (request: ResourceProto.RegisterResourceRequest) => {
    const [type, name, parent] = [request.getType(), request.getName(), request.getParent()];
    const above = parent === "" || parent === stack ? "" : `${parent.split("::")[2]}$`;
    const urn = `urn:pulumi:dev::shop::${above}${type}::${name}`;
    if (type === "pulumi:pulumi:Stack") stack = urn;
    const inputs = request.getObject() ?? new struct.Struct();
    const old = deployed[name];
    const hooked = new resource.ResourceHookRequest();
    hooked.setUrn(urn);
    hooked.setName(name);
    hooked.setType(type);
    hooked.setNewInputs(inputs);
    const wanted = request.getHooks();
    if (old === undefined) await run(wanted?.getBeforeCreateList() ?? [], hooked);
    else if (!isDeepStrictEqual(old, inputs.toJavaScript())) {
      hooked.setOldInputs(struct.Struct.fromJavaScript(old as Parameters<typeof struct.Struct.fromJavaScript>[0]));
      await run(wanted?.getBeforeUpdateList() ?? [], hooked);
    }
    const response = new resource.RegisterResourceResponse();
    response.setUrn(urn);
    response.setId(old === undefined ? "" : `${name}-id`);
    response.setObject(inputs as StructProto.Struct);
    return response;
  };

  const answer =
    (make: (request: never) => unknown) =>
    async (call: { request: unknown }, done: GrpcModule.sendUnaryData<unknown>) => {
      try {
        done(null, await make(call.request as never));
      } catch (error) {
        done({ code: 2, details: (error as Error).message });
      }
    };
  const nothing = answer(() => new empty.Empty());

  const server = new grpc.Server();
  const unserved = (service: GrpcModule.ServiceDefinition, served: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.keys(service).map((name) => [name, served[name] ?? nothing]),
    ) as GrpcModule.UntypedServiceImplementation;
  server.addService(
    services.monitor,
    unserved(services.monitor, {
      supportsFeature: answer((request: ResourceProto.SupportsFeatureRequest) => {
        const response = new resource.SupportsFeatureResponse();
        response.setHassupport(!without.includes(request.getId()));
        return response;
      }),
      // Absent, so that features are asked for one by one, as of an older engine.
      getDeploymentInfo: (_: unknown, done: GrpcModule.sendUnaryData<unknown>) =>
        done({ code: grpc.status.UNIMPLEMENTED }),
      registerResource: answer(register),
      registerResourceHook: answer((hook: ResourceProto.RegisterResourceHookRequest) => {
        hooks.set(hook.getName(), hook);
        return new empty.Empty();
      }),
    }),
  );
  server.addService(
    services.engine,
    unserved(services.engine, {
      log: answer((request: { getSeverity(): number; getMessage(): string; getUrn(): string }) => {
        log.push({
          severity: SEVERITIES[request.getSeverity()]!,
          message: request.getMessage(),
          urn: request.getUrn(),
        });
        return new empty.Empty();
      }),
      getRootResource: answer(() => {
        const response = new engine.GetRootResourceResponse();
        response.setUrn(stack);
        return response;
      }),
      setRootResource: answer(() => new engine.SetRootResourceResponse()),
    }),
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });

  const { AWS_REGION: _, AWS_DEFAULT_REGION: __, ...environment } = process.env;
  const runner = createRequire(import.meta.url).resolve("@pulumi/pulumi/cmd/run");
  const address = `127.0.0.1:${port}`;
  const args = [
    runner,
    `--monitor=${address}`,
    `--engine=${address}`,
    "--project=shop",
    "--stack=dev",
    `--pwd=${cwd}`,
    `--root-directory=${cwd}`,
  ];
  const child = spawn(process.execPath, [...args, ...(dryRun ? ["--dry-run"] : []), "--parallel=16", entry], {
    cwd,
    env: {
      ...environment,
      PULUMI_CONFIG: JSON.stringify(config),
      PULUMI_NODEJS_TYPESCRIPT: "false",
      ...env,
    },
  });
  const texts = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].on("data", (chunk) => {
      texts[stream] += String(chunk);
    });
  }
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  callbacks.close();
  server.forceShutdown();
  return { code, log, ...texts };
};
