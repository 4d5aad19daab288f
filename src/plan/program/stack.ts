import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { InputError } from "../../core/diagnostic.ts";
import type { Assumption } from "../../model/plan.ts";
import type { Project } from "./project.ts";

const STACK_FILE = /^Pulumi\.(.+)\.(?:ya?ml|json)$/;

/** The stack that a run is for. */
export interface Stack {
  readonly name: string;
  /** As in `organization/project/stack`; a local backend's is called `organization`. */
  readonly organization: string;
  /** Its settings file, where there is one. */
  readonly file: string | undefined;
  readonly assumptions: readonly Assumption[];
}

/**
 * Chooses the stack: the wanted one, else the only one with a settings file, else the one that `pulumi stack select`
 * chose, else `dev`.
 * @throws InputError when there are several and none is chosen.
 */
export const chooseStack = (project: Project, wanted: string | undefined, environment: NodeJS.ProcessEnv): Stack => {
  if (wanted !== undefined && wanted !== "") return stackOf(project, wanted, []);
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

const stackOf = (project: Project, wanted: string, assumptions: readonly Assumption[]): Stack => {
  const parts = wanted.split("/");
  const name = parts.at(-1)!;
  const organization = parts.length > 1 ? parts[0]! : "organization";
  const file = ["yaml", "yml", "json"]
    .map((ending) => join(project.configFolder, `Pulumi.${name}.${ending}`))
    .find((path) => existsSync(path));
  return { name, organization, file, assumptions };
};

const stackNames = (folder: string): string[] => {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).flatMap((file) => STACK_FILE.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort();
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
