import { readdirSync } from "node:fs";
import { type Diagnostic, InputError } from "../../core/diagnostic.ts";
import type { Assumption, Snapshot } from "../../model/plan.ts";
import { Callbacks } from "./callbacks.ts";
import { type ChildEnd, startChild } from "./child.ts";
import type { RunContext } from "./context.ts";
import { DefaultProviders } from "./default-providers.ts";
import { programEnvironment } from "./environment.ts";
import { explainFailure } from "./failure.ts";
import { Hooks } from "./hooks.ts";
import { type Project, readProject } from "./project.ts";
import { loadProtocol, type Protocol } from "./protocol.ts";
import { type DefaultRegion, Regions } from "./region.ts";
import { Registry } from "./registry.ts";
import { locateSdk, type Sdk } from "./sdk.ts";
import { PLACEHOLDER, Secrets } from "./secrets.ts";
import { serve } from "./server.ts";
import { Session } from "./session.ts";
import { chooseStack, type Stack } from "./stack.ts";
import { readStackConfig, type StackConfig } from "./stack-config.ts";
import { Transforms } from "./transforms.ts";

/** A Pulumi program to be run without the Pulumi CLI. */
export interface ProgramOptions {
  /** Folder with Pulumi.yaml, or below it. */
  readonly cwd: string;
  readonly stack?: string;
  /** From `-c key=value`; a key without a namespace is the project's. */
  readonly config: Readonly<Record<string, string>>;
  /** Default 300. */
  readonly timeoutSeconds?: number;
  /** Default 4096. */
  readonly memoryMib?: number;
  /** Hands the program's own output over as diagnostics. */
  readonly debug?: boolean;
  /** Called for every registered resource. */
  readonly onProgress?: (registered: number) => void;
  /** The caller's environment; the program sees a small part of it. */
  readonly environment: NodeJS.ProcessEnv;
}

/** What a program declares. */
export interface ProgramRun {
  readonly project: string;
  readonly stack: string;
  readonly snapshot: Snapshot;
  readonly assumptions: readonly Assumption[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything that is fixed before the program starts. */
interface Prepared {
  readonly options: ProgramOptions;
  readonly project: Project;
  readonly stack: Stack;
  readonly config: StackConfig;
  readonly sdk: Sdk;
  readonly protocol: Protocol;
  readonly limits: { readonly timeoutSeconds: number; readonly memoryMib: number };
}

/**
 * Runs a Node program by the program's own SDK, against a monitor of ours, as a first preview.
 * @throws InputError for everything that the user can put right.
 */
export const runProgram = async (options: ProgramOptions): Promise<ProgramRun> => {
  const project = readProject(options.cwd);
  const stack = chooseStack(project, options.stack, options.environment);
  const config = readStackConfig(project, stack, options.config);
  const sdk = locateSdk(project);
  const limits = { timeoutSeconds: options.timeoutSeconds ?? 300, memoryMib: options.memoryMib ?? 4096 };
  const prepared = { options, project, stack, config, sdk, protocol: loadProtocol(), limits };
  const first = await attemptWithFlags(prepared);
  if (first.run !== undefined) return first.run;
  // Stack traces cost most of the SDK's time, so only a failed program is run with them, to name the user's line.
  const last = first.traceable ? await attempt(prepared, true) : first;
  if (last.run !== undefined) return last.run;
  throw new InputError([last.diagnostic, ...last.output]);
};

const NOT_A_FLAG = /Configuration '([^']+)' value '[^']*' is not a valid boolean/;

/** An encrypted value that the program reads as a flag stands in as `false`: only a run tells which ones it does. */
const attemptWithFlags = async (prepared: Prepared): Promise<Attempt> => {
  const result = await attempt(prepared, false);
  const { config } = prepared;
  const key = result.run === undefined ? NOT_A_FLAG.exec(result.diagnostic.message)?.[1] : undefined;
  if (key === undefined || config.values[key] !== PLACEHOLDER) return result;
  return attemptWithFlags({ ...prepared, config: { ...config, values: { ...config.values, [key]: "false" } } });
};

type Attempt =
  | { readonly run: ProgramRun }
  | {
      readonly run?: undefined;
      readonly diagnostic: Diagnostic;
      readonly traceable: boolean;
      readonly output: readonly Diagnostic[];
    };

const attempt = async (prepared: Prepared, traces: boolean): Promise<Attempt> => {
  const { project, stack, config, limits, sdk } = prepared;
  const callbacks = new Callbacks(prepared.protocol);
  const run = contextOf(prepared, callbacks);
  const { session } = run;
  const server = await serve(run);
  let end: ChildEnd;
  try {
    const child = startChild({ ...childOf(prepared, server.address, traces), ...limits });
    session.onFailure(child.stop);
    end = await child.end;
  } finally {
    callbacks.close();
    server.close();
  }
  const output = outputOf(prepared, run, end);
  const erred = session.log.some((line) => line.severity === "error");
  const complete = end.code === 0 && session.finished && (session.signalled || !sdk.signalsShutdown);
  if (complete && !erred && session.failure === undefined) return { run: resultOf(prepared, run, output) };
  const { diagnostic, traceable } = explainFailure({
    end,
    session,
    project,
    stack: stack.name,
    config,
    limits,
    signalsShutdown: sdk.signalsShutdown,
  });
  const hint = diagnostic.hint === undefined ? {} : { hint: run.secrets.clean(diagnostic.hint) };
  return { diagnostic: { ...diagnostic, message: run.secrets.clean(diagnostic.message), ...hint }, traceable, output };
};

const contextOf = (prepared: Prepared, callbacks: Callbacks): RunContext => {
  const { protocol, project, stack, config, options } = prepared;
  const regions = new Regions(config.values, environmentRegion(options.environment));
  return {
    protocol,
    project: project.name,
    stack: stack.name,
    root: project.root,
    programFolder: project.programFolder,
    registry: new Registry(),
    regions,
    defaultProviders: new DefaultProviders(stack.name, project.name, regions),
    transforms: new Transforms(protocol, callbacks),
    hooks: new Hooks(protocol, callbacks),
    secrets: new Secrets(config.secretValues),
    session: new Session(),
    onProgress: options.onProgress,
  };
};

const environmentRegion = (environment: NodeJS.ProcessEnv): DefaultRegion | null => {
  const origin = ["AWS_REGION", "AWS_DEFAULT_REGION"].find((name) => environment[name]);
  return origin === undefined ? null : { region: environment[origin]!, origin };
};

/** The SDK makes promises by the million; with room for the young ones a run takes half the time (1,000 resources, 2026-11). */
const YOUNG_MIB = 128;

/** Loading the compiler takes a while; a folder with neither TypeScript nor its settings needs none. */
const hasTypeScript = (folder: string): boolean =>
  readdirSync(folder).some((file) => /^tsconfig.*\.json$|\.[cm]?tsx?$/.test(file));

/** TypeScript's complaints about options of tsconfig.json (deprecated, unset, not matching): none keeps types from being stripped. */
const OPTION_COMPLAINTS = [5011, 5095, 5098, 5101, 5102, 5107, 5109, 5110];

/** The command line and environment that the SDK's `cmd/run` expects of a language host. */
const childOf = (prepared: Prepared, address: string, traces: boolean) => {
  const { project, stack, config, sdk, options, limits } = prepared;
  const node = [
    ...project.runtime.nodeargs,
    ...(process.features.typescript === false ? ["--experimental-strip-types"] : []),
    ...(traces ? [] : ["--stack-trace-limit=0"]),
    `--max-old-space-size=${limits.memoryMib}`,
    `--max-semi-space-size=${Math.max(1, Math.min(YOUNG_MIB, Math.floor(limits.memoryMib / 16)))}`,
  ];
  const run = [
    `--monitor=${address}`,
    `--engine=${address}`,
    `--organization=${stack.organization}`,
    `--project=${project.name}`,
    `--stack=${stack.name}`,
    `--root-directory=${project.root}`,
    `--pwd=${project.programFolder}`,
    "--parallel=64",
    "--dry-run",
  ];
  const env = programEnvironment(options.environment, {
    // The preview hook tells less than the report that this run is for, so it keeps silent.
    RACKRATE_PREVIEW: "true",
    PULUMI_CONFIG: JSON.stringify(config.values),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(config.secretKeys),
    PULUMI_NODEJS_TYPESCRIPT: String(project.runtime.typescript && hasTypeScript(project.programFolder)),
    // Prices need no type check, and it takes longer than the rest.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    TS_NODE_TRANSPILE_ONLY: "true",
    TS_NODE_IGNORE_DIAGNOSTICS: OPTION_COMPLAINTS.join(","),
    ...(project.runtime.tsconfig !== undefined && { PULUMI_NODEJS_TSCONFIG_PATH: project.runtime.tsconfig }),
  });
  return { args: [...node, sdk.runner, ...run, project.entry], cwd: project.programFolder, env };
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const resultOf = (prepared: Prepared, run: RunContext, output: readonly Diagnostic[]): ProgramRun => {
  const { registry, session, defaultProviders, regions } = run;
  const missing = [...session.missing].sort(compareText);
  const defaults = defaultProviders.planResources();
  const inherited = regions.aws;
  if (
    inherited !== null &&
    inherited.origin !== "aws:region" &&
    (regions.lentToComponent || defaults.some((provider) => provider.type === "pulumi:providers:aws"))
  ) {
    session.assume(
      "region-from-environment",
      `The AWS region ${inherited.region} comes from ${inherited.origin}, not from the stack.`,
    );
  }
  return {
    project: run.project,
    stack: run.stack,
    snapshot: {
      completeness: missing.length === 0 ? "complete" : "partial",
      missing,
      // Registrations arrive in an order that depends on timing; equal programs give equal plans.
      resources: [...defaults, ...registry.planResources()].sort((a, b) => compareText(a.urn, b.urn)),
    },
    assumptions: [...prepared.stack.assumptions, ...prepared.config.assumptions, ...session.assumptionsInOrder()],
    diagnostics: output,
  };
};

/** The program's warnings, and with `debug` all that it printed. Its output never reaches ours directly. */
const outputOf = (prepared: Prepared, run: RunContext, end: ChildEnd): Diagnostic[] => {
  const diagnostics: Diagnostic[] = run.session.log
    .filter((line) => line.severity === "warning" || (prepared.options.debug && line.severity === "info"))
    .map((line) => ({
      severity: line.severity === "warning" ? "warning" : "info",
      code: "program-log",
      message: run.secrets.clean(line.message),
      ...(line.urn !== "" && { place: { urn: line.urn } }),
    }));
  if (!prepared.options.debug) return diagnostics;
  const errors = run.session.log.filter((line) => line.severity === "error").map((line) => line.message);
  for (const text of [...errors, end.stdout, end.stderr]) {
    if (text.trim() !== "")
      diagnostics.push({ severity: "info", code: "program-output", message: run.secrets.clean(text.trim()) });
  }
  return diagnostics;
};
