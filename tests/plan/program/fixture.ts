import { join } from "node:path";
import type { InputError } from "../../../src/core/diagnostic.ts";
import type { PlanResource } from "../../../src/model/plan.ts";
import { type ProgramOptions, type ProgramRun, runProgram } from "../../../src/plan/program/run.ts";

/** A machine with other things to do may need long for a program; no test measures time. */
export const PATIENCE_MS = 180_000;

export const projectFolder = (name: string): string => join(import.meta.dirname, "projects", name);

/** The environment of a person with secrets in it. */
export const callerEnvironment = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  PULUMI_HOME: "/nowhere",
  GITHUB_TOKEN: "ghp_never",
  AWS_SECRET_ACCESS_KEY: "never",
  PULUMI_ACCESS_TOKEN: "pul-never",
  NODE_OPTIONS: "--no-warnings",
};

/** Runs one of the programs in `projects/`. */
export const runFixture = (name: string, options: Partial<ProgramOptions> = {}): Promise<ProgramRun> =>
  runProgram({ cwd: projectFolder(name), config: {}, environment: callerEnvironment, timeoutSeconds: 120, ...options });

/** The error of a program that must fail. */
export const failureOf = async (name: string, options: Partial<ProgramOptions> = {}): Promise<InputError> => {
  try {
    await runFixture(name, options);
  } catch (error) {
    return error as InputError;
  }
  throw new Error(`the program ${name} did not fail`);
};

/** The one resource of this name. */
export const named = (run: ProgramRun, name: string, type = ""): PlanResource => {
  const found = run.snapshot.resources.filter((resource) => resource.name === name && resource.type.includes(type));
  if (found.length !== 1) throw new Error(`${found.length} resources are called ${name}`);
  return found[0]!;
};
