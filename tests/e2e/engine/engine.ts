import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { engineBinary, engineCache } from "../../../tools/engine-location.ts";
import type { EchoProvider } from "./echo-provider.ts";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const HOSTS = fileURLToPath(new URL("bin", import.meta.url));
/** Programs and packs of the end-to-end tests. */
export const PROJECTS = fileURLToPath(new URL("../projects", import.meta.url));

/** How a command of the CLI ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Wall time in seconds. */
  readonly seconds: number;
}

/** A project of the real engine: its own copy, home, backend and stack, all in one temporary folder. */
export interface EngineProject {
  readonly folder: string;
  /** Sets configuration in the stack's file; values of earlier calls stay. */
  configure(values: Readonly<Record<string, unknown>>): void;
  /** Runs the CLI in the project, whatever comes of it. */
  run(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Run>;
  /** Runs the CLI and hands its output over. Throws with the engine's own words where the command fails. */
  pulumi(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<string>;
  close(): void;
}

export interface ProjectOptions {
  /** A folder of `tests/e2e/projects`, or an absolute one. */
  readonly project: string;
  /** Only these entries of the folder are copied; all where absent. */
  readonly only?: readonly string[];
  readonly stack?: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly providers: Readonly<Record<string, EchoProvider>>;
  /** The compiled package, where the project shall find `rackrate` among its dependencies. */
  readonly rackrate?: string;
}

/** Copies a project, gives it the repository's dependencies, and makes its stack. */
export const openProject = async (options: ProjectOptions): Promise<EngineProject> => {
  const { stack = "dev", config = {}, providers, only } = options;
  const home = mkdtempSync(join(tmpdir(), "rackrate-engine-"));
  const folder = join(home, "project");
  const source = resolve(PROJECTS, options.project);
  for (const entry of only ?? ["."]) cpSync(join(source, entry), join(folder, entry), { recursive: true });
  linkDependencies(folder, options.rackrate);
  mkdirSync(join(home, "state"));
  const environment = environmentOf(home, providers);
  const stackFile = join(folder, `Pulumi.${stack}.yaml`);

  const run: EngineProject["run"] = (args, extra = {}) =>
    runBinary([...args, "--non-interactive", "--color=never"], folder, { ...environment, ...extra });
  const project: EngineProject = {
    folder,
    run,
    pulumi: async (args, extra) => {
      const { code, stdout, stderr } = await run(args, extra);
      if (code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${code}:\n${stdout}\n${stderr}`);
      return stdout;
    },
    configure: (values) => {
      const file = parse(readFileSync(stackFile, "utf8")) ?? {};
      file.config = { ...file.config, ...values };
      writeFileSync(stackFile, stringify(file));
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  };
  await project.pulumi(["stack", "init", stack]);
  project.configure(config);
  return project;
};

/** Node resolves links to where they lead, so that the dependencies of these packages are found there too. */
const linkDependencies = (folder: string, rackrate: string | undefined): void => {
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  for (const name of ["@pulumi", "typescript", "zod"])
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  if (rackrate !== undefined) symlinkSync(rackrate, join(modules, "rackrate"));
};

/** Nothing of the caller's: no credentials, no region, no other Pulumi; and no network is asked for. */
const environmentOf = (home: string, providers: Readonly<Record<string, EchoProvider>>): NodeJS.ProcessEnv => ({
  PATH: [HOSTS, dirname(process.execPath), process.env.PATH].join(delimiter),
  HOME: home,
  TMPDIR: tmpdir(),
  // The home above is not the one that the cache is in.
  RACKRATE_ENGINE_CACHE: engineCache(),
  PULUMI_HOME: join(home, "pulumi"),
  PULUMI_BACKEND_URL: `file://${join(home, "state")}`,
  PULUMI_CONFIG_PASSPHRASE: "for tests only",
  PULUMI_SKIP_UPDATE_CHECK: "true",
  PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  PULUMI_DEBUG_PROVIDERS: Object.entries(providers)
    .map(([name, { port }]) => `${name}:${port}`)
    .join(","),
  // The SDK spends most of its time on stack traces.
  NODE_OPTIONS: "--stack-trace-limit=0",
});

const runBinary = (args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Run> =>
  new Promise((finish, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(engineBinary(), args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      finish({
        code,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
        seconds: Number(process.hrtime.bigint() - started) / 1e9,
      }),
    );
  });
