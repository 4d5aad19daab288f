import { type ChildProcess, spawn } from "node:child_process";
import { servePack } from "./policy-host.ts";
import {
  empty,
  type GrpcModule,
  type LanguageProto,
  LanguageRuntimeService,
  language,
  plugin,
  serve,
  unary,
} from "./protocol.ts";

/** A process to start, with what its environment has beside the host's own. */
export interface Start {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** How programs of one language, and its policy packs, are started. */
export interface Language {
  readonly program: (request: LanguageProto.RunRequest, engine: string) => Start;
  readonly pack?: (folder: string, args: readonly string[]) => Start;
}

/** How the SDKs' runners say: I failed, and have told the user why. */
const FAILURE_IS_TOLD = 32;

const children = new Set<ChildProcess>();

const start = ({ command, args, env }: Start, cwd: string, more: NodeJS.ProcessEnv = {}): ChildProcess => {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env, ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  child.once("close", () => children.delete(child));
  return child;
};

const stopAll = (): void => {
  for (const child of children) child.kill();
};

/**
 * Serves a language to the real engine, which finds hosts on the PATH by their names and reads the port of each from
 * the first line it prints. The real hosts are Go programs that are downloaded with the CLI; these start the same
 * runners of the programs' own SDKs.
 */
export const serveLanguage = async (served: Language): Promise<void> => {
  const engine = process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "";
  const { port } = await serve(LanguageRuntimeService, {
    handshake: unary(() => new language.LanguageHandshakeResponse()),
    getPluginInfo: unary(() => {
      const info = new plugin.PluginInfo();
      info.setVersion("0.0.0");
      return info;
    }),
    // Providers are attached by the test, so none is ever asked for.
    getRequiredPlugins: unary(() => new language.GetRequiredPluginsResponse()),
    getRequiredPackages: unary(() => new language.GetRequiredPackagesResponse()),
    getProgramDependencies: unary(() => new language.GetProgramDependenciesResponse()),
    runtimeOptionsPrompts: unary(() => new language.RuntimeOptionsResponse()),
    about: unary(() => {
      const about = new language.AboutResponse();
      about.setExecutable(process.execPath);
      about.setVersion(process.version);
      return about;
    }),
    // Dependencies are those of the repository, linked into the project.
    installDependencies: (call: { end(): void }) => call.end(),
    run: unary((request: LanguageProto.RunRequest) => run(served, request, engine)),
    runPlugin: (call: RunPluginCall) => runPlugin(served, call),
    cancel: unary(() => {
      stopAll();
      return new empty.Empty();
    }),
  });
  process.once("exit", stopAll);
  console.log(port);
};

const run = async (
  { program }: Language,
  request: LanguageProto.RunRequest,
  engine: string,
): Promise<LanguageProto.RunResponse> => {
  const child = start(program(request, engine), request.getPwd(), {
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  });
  // The engine reads what a host prints as the program's own output.
  child.stdout?.pipe(process.stdout, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  const code = await new Promise((resolve) => child.once("close", resolve));
  const response = new language.RunResponse();
  if (code === FAILURE_IS_TOLD) response.setBail(true);
  else if (code !== 0) response.setError(`Program exited with code ${code}.`);
  return response;
};

type RunPluginCall = GrpcModule.ServerWritableStream<LanguageProto.RunPluginRequest, LanguageProto.RunPluginResponse>;

const runPlugin = async ({ pack: packOf }: Language, call: RunPluginCall): Promise<void> => {
  const { request } = call;
  if (packOf === undefined || request.getKind() !== "analyzer") {
    call.emit("error", { code: 12, details: `this host runs no plugin of kind ${request.getKind()}` });
    return;
  }
  const tell = (set: (response: LanguageProto.RunPluginResponse) => void) => {
    const response = new language.RunPluginResponse();
    set(response);
    call.write(response);
  };
  const folder = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
  const proxy = await servePack((environment) => {
    const env = { ...pairsOf(request.getEnvList()), ...environment };
    // The runner reads the pack's name and version from the package.json of its working directory.
    const pack = start(packOf(folder, request.getArgsList()), folder, env);
    pack.stderr?.on("data", (chunk: Buffer) => tell((response) => response.setStderr(chunk)));
    pack.once("close", (code) => {
      proxy.close();
      tell((response) => response.setExitcode(code ?? 1));
      call.end();
    });
    call.once("cancelled", () => pack.kill());
    return pack;
  });
  call.once("cancelled", proxy.close);
  tell((response) => response.setStdout(Buffer.from(`${proxy.port}\n`)));
};

const pairsOf = (list: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    list.map((pair): [string, string] => {
      const end = pair.indexOf("=");
      return [pair.slice(0, end), pair.slice(end + 1)];
    }),
  );

/** What every SDK's runner is told, by the names that all of them use. */
export const runnerOptions = (request: LanguageProto.RunRequest, engine: string): Record<string, string> => ({
  monitor: request.getMonitorAddress(),
  engine,
  organization: request.getOrganization(),
  project: request.getProject(),
  stack: request.getStack(),
  "root-directory": request.getInfo()?.getRootDirectory() ?? request.getPwd(),
  pwd: request.getPwd(),
  parallel: String(request.getParallel()),
});
