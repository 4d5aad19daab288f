import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { InputError } from "../../core/diagnostic.ts";
import { type Data, isMap, readYamlMap } from "./yaml-file.ts";

const NAMES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** How a project wants its program to be run. */
export interface RuntimeOptions {
  readonly typescript: boolean;
  /** Path of another tsconfig.json, relative to the program's folder. */
  readonly tsconfig: string | undefined;
  /** Arguments for Node itself. */
  readonly nodeargs: readonly string[];
}

/** A setting declared in Pulumi.yaml. */
export interface ConfigDeclaration {
  /** `string`, `boolean`, `integer`, `array`, `object` or unstated. */
  readonly type: string | undefined;
  readonly secret: boolean;
  /** The project's value or default; `undefined` when a stack has to give one. */
  readonly value: Data | undefined;
  readonly required: boolean;
}

/** What Pulumi.yaml says. */
export interface Project {
  readonly name: string;
  /** Folder of Pulumi.yaml, absolute and without links. */
  readonly root: string;
  /** Pulumi.yaml itself. */
  readonly file: string;
  /** Folder in which the program runs. */
  readonly programFolder: string;
  /** What is run there: `.` or a file. */
  readonly entry: string;
  readonly runtime: RuntimeOptions;
  readonly config: Readonly<Record<string, ConfigDeclaration>>;
  /** Folder of the Pulumi.<stack>.yaml files. */
  readonly configFolder: string;
}

/**
 * Finds and reads the project file, upward from a folder as Pulumi does.
 * @throws InputError when there is none, it is not valid, or its program is not for Node.
 */
export const readProject = (cwd: string): Project => {
  const file = findProjectFile(resolve(cwd));
  const root = dirname(file);
  const shown = basename(file);
  const data = readYamlMap(file, shown);
  const name = data.name;
  if (typeof name !== "string" || name === "") throw invalid(shown, "name", "The project needs a name.");
  const { programFolder, entry } = locateProgram(root, shown, data.main);
  const configFolder =
    typeof data.stackConfigDir === "string" ? data.stackConfigDir : typeof data.config === "string" ? data.config : ".";
  return {
    name,
    root,
    file,
    programFolder,
    entry,
    runtime: readRuntime(shown, data.runtime),
    config: readDeclarations(shown, name, data.config),
    configFolder: resolve(root, configFolder),
  };
};

const invalid = (file: string, property: string, message: string, hint?: string): InputError =>
  new InputError({
    severity: "error",
    code: "bad-project",
    message,
    place: { file, property },
    ...(hint !== undefined && { hint }),
  });

const findProjectFile = (cwd: string): string => {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = NAMES.map((name) => join(folder, name)).find((file) => existsSync(file));
    if (found !== undefined) return join(realpathSync(folder), basename(found));
    if (folder === dirname(folder)) break;
  }
  throw new InputError({
    severity: "error",
    code: "no-project",
    message: `There is no Pulumi.yaml in ${cwd} or above it.`,
    hint: "Run rackrate in a Pulumi project, name its folder with `--cwd`, or hand over a plan with `--from`.",
  });
};

const locateProgram = (root: string, shown: string, main: Data | undefined) => {
  if (main === undefined || main === null || main === "") return { programFolder: root, entry: "." };
  if (typeof main !== "string") throw invalid(shown, "main", "`main` must be a file or folder.");
  const path = resolve(root, main);
  if (relative(root, path).startsWith(".."))
    throw invalid(shown, "main", "`main` must be inside the project's folder.");
  if (!existsSync(path)) throw invalid(shown, "main", `\`main\` names ${main}, which does not exist.`);
  return statSync(path).isDirectory()
    ? { programFolder: path, entry: "." }
    : { programFolder: dirname(path), entry: basename(path) };
};

const readRuntime = (shown: string, runtime: Data | undefined): RuntimeOptions => {
  const name = isMap(runtime) ? runtime.name : runtime;
  if (name !== "nodejs") {
    const message = name
      ? `Programs of runtime ${String(name)} are not run by rackrate itself.`
      : "The project needs a runtime.";
    throw invalid(shown, "runtime", message, "Use `pulumi preview --json --show-sames | rackrate preview --from -`.");
  }
  const options = isMap(runtime) && isMap(runtime.options) ? runtime.options : {};
  const nodeargs = Array.isArray(options.nodeargs)
    ? options.nodeargs.map(String)
    : String(options.nodeargs ?? "").split(/\s+/);
  return {
    typescript: options.typescript !== false && options.typescript !== "false",
    tsconfig: typeof options.tsconfig === "string" ? options.tsconfig : undefined,
    // A debugger would wait for somebody for ever.
    nodeargs: nodeargs.filter((argument) => argument !== "" && !argument.startsWith("--inspect")),
  };
};

/** Keys without a namespace belong to the project. */
export const qualified = (project: string, key: string): string => {
  const clean = key.replace(/^([^:]+):config:/, "$1:");
  return clean.includes(":") ? clean : `${project}:${clean}`;
};

const readDeclarations = (
  shown: string,
  project: string,
  config: Data | undefined,
): Record<string, ConfigDeclaration> => {
  const declarations: Record<string, ConfigDeclaration> = Object.create(null);
  if (config === undefined || config === null || typeof config === "string") return declarations;
  if (!isMap(config)) throw invalid(shown, "config", "`config` must be a mapping of settings.");
  for (const key of Object.keys(config)) {
    const entry = config[key]!;
    const detailed =
      isMap(entry) && ["type", "default", "value", "secret", "description", "items"].some((part) => part in entry);
    const parts = detailed && isMap(entry) ? entry : { value: entry };
    const value = parts.value ?? parts.default;
    declarations[qualified(project, key)] = {
      type: typeof parts.type === "string" ? parts.type : undefined,
      secret: parts.secret === true,
      value: value === null ? undefined : value,
      // A namespaced key only sets a provider's option; a declared key of the project must have a value.
      required: detailed && !key.includes(":") && (value === undefined || value === null),
    };
  }
  return declarations;
};
