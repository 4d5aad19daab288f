import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type Diagnostic, InputError } from "../../core/diagnostic.ts";
import { nearest } from "../../core/nearest.ts";
import type { Assumption } from "../../model/plan.ts";
import type { Project } from "./project.ts";
import { isStackName, readStackName, type StackName } from "./stack-name.ts";

const STACK_FILE = /^Pulumi\.(.+)\.(?:ya?ml|json)$/;

/** The stack that a run is for. */
export interface Stack extends StackName {
  /** Its settings file, where there is one. */
  readonly file: string | undefined;
  readonly assumptions: readonly Assumption[];
}

/**
 * Chooses the stack: the wanted one, else the only one with a settings file, else the one that `pulumi stack select`
 * chose, else `dev`.
 * @throws InputError when there are several and none is chosen, or no stack can have the name.
 */
export const chooseStack = (project: Project, wanted: string | undefined, environment: NodeJS.ProcessEnv): Stack => {
  if (wanted !== undefined) return stackOf(project, wanted, []);
  const names = stackNames(project.configFolder);
  if (names.length === 1) return stackOf(project, names[0]!, []);
  const selected = selectedStack(project, environment);
  if (selected !== undefined) return stackOf(project, selected, []);
  if (names.length === 0) {
    const message =
      "No stack is named and the project has no Pulumi.<stack>.yaml; the stack is taken to be called dev.";
    return stackOf(project, "dev", [{ code: "stack-assumed", message }]);
  }
  throw new InputError({
    severity: "error",
    code: "which-stack",
    message: `The project has several stacks: ${names.join(", ")}.`,
    hint: `Choose one with \`--stack ${names[0]}\`.`,
  });
};

/**
 * The stacks that a run without a chosen one is for: the one that `pulumi stack select` chose, else every stack that has
 * a settings file. Empty where there is none, and `chooseStack` takes a name of its own.
 */
export const stacksOf = (project: Project, environment: NodeJS.ProcessEnv): readonly string[] => {
  const names = stackNames(project.configFolder);
  const selected = names.length > 1 ? selectedStack(project, environment) : undefined;
  return selected === undefined ? names : [selected];
};

/** Whether other stacks of the project have a settings file, and this one has none. */
export const lacksSettings = (project: Project, stack: string): boolean => {
  const names = stackNames(project.configFolder);
  return names.length > 0 && !names.includes(readStackName(stack, project.name).name);
};

/**
 * Makes sure that a named stack is no slip. Pulumi itself knows its stacks from a backend and lets them do without a
 * settings file; without a backend a name is believed where it has a file, where none has, where `pulumi stack select`
 * chose it, and where its configuration is given on the command line: that is told.
 * @throws InputError naming the stacks that there are.
 */
export const checkStack = (
  project: Project,
  stack: string,
  environment: NodeJS.ProcessEnv,
  isConfigured: boolean,
): readonly Diagnostic[] => {
  const { name } = readStackName(stack, project.name);
  const selected = selectedStack(project, environment);
  if (!lacksSettings(project, stack)) return [];
  if (selected !== undefined && readStackName(selected, project.name).name === name) return [];
  const file = `Pulumi.${name}.yaml`;
  const names = stackNames(project.configFolder);
  if (isConfigured) {
    const message = `The stack ${name} has no ${file}: it is run with the configuration of \`-c\` alone.`;
    return [{ severity: "info", code: "stack-without-settings", message, hint: `Stacks with one: ${listed(names)}.` }];
  }
  const [meant] = nearest(name, names, 1);
  throw new InputError({
    severity: "error",
    code: "unknown-stack",
    message: `The project ${project.name} has no stack ${name}; it has ${listed(names)}.`,
    hint: `${meant === undefined ? "" : `Did you mean ${meant}? `}A new stack needs a ${file}, which may be empty, or its configuration as \`-c key=value\`.`,
  });
};

const MOST_LISTED = 10;

const listed = (names: readonly string[]): string =>
  names.length <= MOST_LISTED
    ? names.join(", ")
    : `${names.slice(0, MOST_LISTED).join(", ")} and ${names.length - MOST_LISTED} more`;

const stackOf = (project: Project, wanted: string, assumptions: readonly Assumption[]): Stack => {
  const { name, organization } = readStackName(wanted, project.name);
  const file = ["yaml", "yml", "json"]
    .map((ending) => join(project.configFolder, `Pulumi.${name}.${ending}`))
    .find((path) => existsSync(path));
  return { name, organization, file, assumptions };
};

const stackNames = (folder: string): string[] => {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).flatMap((file) => STACK_FILE.exec(file)?.[1] ?? []);
  return [...new Set(names.filter(isStackName))].sort();
};

/** What `pulumi stack select` left in the user's folder: a file named after the project and the digest of its path. */
const selectedStack = (project: Project, environment: NodeJS.ProcessEnv): string | undefined => {
  const home = environment.PULUMI_HOME ?? join(environment.HOME ?? homedir(), ".pulumi");
  const digest = createHash("sha1").update(project.file).digest("hex");
  const file = join(home, "workspaces", `${project.name}-${digest}-workspace.json`);
  try {
    const stack: unknown = JSON.parse(readFileSync(file, "utf8")).stack;
    return typeof stack === "string" && stack !== "" ? stack : undefined;
  } catch {
    return undefined;
  }
};
