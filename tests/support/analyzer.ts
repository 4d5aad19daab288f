import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import type * as Grpc from "@grpc/grpc-js";
import type * as AnalyzerProto from "@pulumi/pulumi/proto/analyzer_pb.js";
import type * as EmptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import type * as StructProto from "google-protobuf/google/protobuf/struct_pb.js";

// The policy SDK's own copy of everything: messages are only recognised by the library that made them.
const require = createRequire(createRequire(import.meta.url).resolve("@pulumi/pulumi"));
const grpc: typeof Grpc = require("@grpc/grpc-js");
const analyzer: typeof AnalyzerProto = require("@pulumi/pulumi/proto/analyzer_pb");
const empty: typeof EmptyProto = require("google-protobuf/google/protobuf/empty_pb.js");
const struct: typeof StructProto = require("google-protobuf/google/protobuf/struct_pb.js");
const { AnalyzerClient } = require("@pulumi/pulumi/proto/analyzer_grpc_pb");

/** A resource as the engine shows it to a policy pack. */
export interface ShownResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The inputs, where absent. */
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly parent?: string;
  readonly provider?: { readonly urn: string; readonly props: Readonly<Record<string, unknown>> };
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
}

/** One violation, as the engine receives it. */
export interface Violation {
  readonly policy: string;
  readonly level: "advisory" | "mandatory";
  readonly message: string;
  readonly urn: string;
}

export interface PackOptions {
  readonly project: string;
  readonly stack: string;
  readonly config?: Readonly<Record<string, string>>;
  /** Where the user stands. */
  readonly cwd?: string;
}

/** A policy pack in a process of its own, driven as the engine drives it. */
export class RunningPack {
  readonly #process: ChildProcess;
  // biome-ignore lint/suspicious/noExplicitAny: the SDK ships its clients without types
  readonly #client: any;
  /** Everything that the pack wrote to standard output. */
  readonly stdout: () => string;
  readonly stderr: () => string;

  private constructor(process: ChildProcess, port: string, stdout: () => string, stderr: () => string) {
    this.#process = process;
    this.#client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    this.stdout = stdout;
    this.stderr = stderr;
  }

  /** Starts the pack of a folder with the SDK's own runner. */
  static async start(folder: string, { project, stack, config = {}, cwd = folder }: PackOptions): Promise<RunningPack> {
    const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
    const { AWS_REGION: _, AWS_DEFAULT_REGION: __, ...environment } = process.env;
    const child = spawn(process.execPath, [runner, "127.0.0.1:1", "."], {
      cwd: folder,
      env: {
        ...environment,
        PWD: cwd,
        PULUMI_NODEJS_PROJECT: project,
        PULUMI_NODEJS_STACK: stack,
        PULUMI_NODEJS_DRY_RUN: "true",
        PULUMI_CONFIG: JSON.stringify(config),
      },
    });
    let stdout = "";
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += String(chunk);
    });
    const port = await new Promise<string>((resolve, reject) => {
      child.stdout.on("data", (chunk) => {
        stdout += String(chunk);
        if (stdout.includes("\n")) resolve(stdout.trim());
      });
      child.on("exit", (code) => reject(new Error(`the pack ended with ${code}: ${stderr}`)));
    });
    return new RunningPack(
      child,
      port,
      () => stdout,
      () => stderr,
    );
  }

  async stop(): Promise<void> {
    this.#client.close();
    const gone = once(this.#process, "exit");
    this.#process.kill();
    await gone;
  }

  info(): Promise<AnalyzerProto.AnalyzerInfo> {
    return this.#call("getAnalyzerInfo", new empty.Empty());
  }

  /** What the engine does with `--policy-pack-config`: levels and properties by policy. */
  async configure(
    policies: Readonly<Record<string, { level: "advisory" | "mandatory" | "disabled"; properties?: object }>>,
  ): Promise<void> {
    const request = new analyzer.ConfigureAnalyzerRequest();
    const LEVELS = analyzer.EnforcementLevel;
    for (const [name, { level, properties = {} }] of Object.entries(policies)) {
      const config = new analyzer.PolicyConfig();
      config.setEnforcementlevel(
        { advisory: LEVELS.ADVISORY, mandatory: LEVELS.MANDATORY, disabled: LEVELS.DISABLED }[level],
      );
      config.setProperties(toStruct(properties));
      request.getPolicyconfigMap().set(name, config);
    }
    await this.#call("configure", request);
  }

  async configureStack({ project, stack, config = {} }: PackOptions): Promise<void> {
    const request = new analyzer.AnalyzerStackConfigureRequest();
    request.setProject(project);
    request.setStack(stack);
    request.setDryRun(true);
    for (const [key, value] of Object.entries(config)) request.getConfigMap().set(key, value);
    await this.#call("configureStack", request);
  }

  /** What the engine does in a preview: each resource alone, then all of them together. */
  async preview(resources: readonly ShownResource[]): Promise<readonly Violation[]> {
    for (const resource of resources) {
      const request = new analyzer.AnalyzeRequest();
      describe(request, resource, resource.inputs);
      await this.#call("analyze", request);
    }
    return this.analyzeStack(resources);
  }

  async analyzeStack(resources: readonly ShownResource[]): Promise<readonly Violation[]> {
    const request = new analyzer.AnalyzeStackRequest();
    request.setResourcesList(
      resources.map((resource) => {
        const message = new analyzer.AnalyzerResource();
        describe(message, resource, resource.outputs ?? resource.inputs);
        message.setParent(resource.parent ?? "");
        for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
          const on = new analyzer.AnalyzerPropertyDependencies();
          on.setUrnsList([...urns]);
          message.getPropertydependenciesMap().set(property, on);
        }
        return message;
      }),
    );
    const response: AnalyzerProto.AnalyzeResponse = await this.#call("analyzeStack", request);
    return response.getDiagnosticsList().map((one) => ({
      policy: one.getPolicyname(),
      level: one.getEnforcementlevel() === analyzer.EnforcementLevel.MANDATORY ? "mandatory" : "advisory",
      message: one.getMessage(),
      urn: one.getUrn(),
    }));
  }

  #call<T>(method: string, request: object): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#client[method](request, (error: Error | null, response: T) =>
        error === null ? resolve(response) : reject(error),
      );
    });
  }
}

const toStruct = (value: object): StructProto.Struct =>
  struct.Struct.fromJavaScript(value as Parameters<typeof struct.Struct.fromJavaScript>[0]);

const describe = (
  message: AnalyzerProto.AnalyzeRequest | AnalyzerProto.AnalyzerResource,
  { urn, type, name, parent, provider }: ShownResource,
  properties: object,
): void => {
  message.setUrn(urn);
  message.setType(type);
  message.setName(name);
  message.setProperties(toStruct(properties));
  const options = new analyzer.AnalyzerResourceOptions();
  options.setParent(parent ?? "");
  message.setOptions(options);
  if (provider === undefined) return;
  const shown = new analyzer.AnalyzerProviderResource();
  shown.setUrn(provider.urn);
  shown.setType("pulumi:providers:aws");
  shown.setName("default");
  shown.setProperties(toStruct(provider.props));
  message.setProvider(shown);
};
