import type { ChildProcess } from "node:child_process";
import { type AnalyzerProto, AnalyzerService, analyzer, type GrpcModule, grpc, serve, unary } from "./protocol.ts";

/** Starts a pack's process; it prints its port on the first line. */
export type StartPack = (environment: Readonly<Record<string, string>>) => ChildProcess;

/**
 * Stands between the engine and a policy pack, as in the real Node host: the SDK reads the stack from the environment
 * when the pack is loaded, and the engine names the stack only in a call of its own, so the pack starts with that call.
 * Everything else is passed on as it is.
 */
export const servePack = async (start: StartPack): Promise<{ readonly port: number; close(): void }> => {
  let client: Promise<GrpcModule.Client> | undefined;
  const connect = (environment: Readonly<Record<string, string>> = {}) => {
    client ??= portOf(start(environment)).then(
      (port) => new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), UNLIMITED),
    );
    return client;
  };
  const pass = (name: string) => async (request: unknown) => {
    const { path, requestSerialize, responseDeserialize } = AnalyzerService[name]!;
    const pack = await connect();
    return new Promise((resolve, reject) => {
      pack.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, response) =>
        error === null ? resolve(response) : reject(error),
      );
    });
  };
  return serve(AnalyzerService, {
    ...Object.fromEntries(Object.keys(AnalyzerService).map((name) => [name, unary(pass(name))])),
    handshake: unary(() => new analyzer.AnalyzerHandshakeResponse()),
    configureStack: unary(async (request: AnalyzerProto.AnalyzerStackConfigureRequest) => {
      await connect(stackEnvironment(request));
      return pass("configureStack")(request);
    }),
  });
};

const UNLIMITED = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

/** Where the SDK looks for its stack (`runtime/state`, `runtime/config`). */
const stackEnvironment = (request: AnalyzerProto.AnalyzerStackConfigureRequest): Record<string, string> => ({
  PULUMI_NODEJS_ORGANIZATION: request.getOrganization(),
  PULUMI_NODEJS_PROJECT: request.getProject(),
  PULUMI_NODEJS_STACK: request.getStack(),
  PULUMI_NODEJS_DRY_RUN: String(request.getDryRun()),
  PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
  PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigSecretKeysList()),
});

const portOf = (pack: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = "";
    pack.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      const end = printed.indexOf("\n");
      if (end !== -1) resolve(printed.slice(0, end).trim());
    });
    pack.once("close", (code) => reject(new Error(`the policy pack ended with code ${code}`)));
  });
