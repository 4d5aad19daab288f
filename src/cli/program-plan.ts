import { type Diagnostic, InputError, type Outcome } from "../core/diagnostic.ts";
import type { Plan, Snapshot } from "../model/plan.ts";
import { joinSnapshots } from "../plan/join.ts";
import { readProject } from "../plan/program/project.ts";
import { withRevision } from "../plan/program/revision.ts";
import { type ProgramRun, runProgram } from "../plan/program/run.ts";
import { checkStack, lacksSettings, stacksOf } from "../plan/program/stack.ts";
import { badUse } from "./bad-use.ts";
import type { Host } from "./host.ts";
import type { EstimateArguments } from "./options.ts";
import { showProgress } from "./progress.ts";
import { readConfig, workFolder } from "./run-context.ts";

/** A program says what shall be, not what is: without another revision it is compared with nothing. */
const NOTHING_DEPLOYED: Snapshot = { completeness: "absent", missing: [], resources: [] };

/**
 * The plans of the program in a folder, one a stack: of `--stack`, else of the selected stack, else of every stack that
 * has settings; each against the same program at `--base` where that is given.
 */
export const programPlan = async (
  args: EstimateArguments,
  host: Host,
  folder: string,
): Promise<Outcome<readonly Plan[]>> => {
  const { stack: wanted, c = [] } = args;
  const project = readProject(folder);
  const named = wanted === undefined ? stacksOf(project, host.environment) : [wanted];
  const plans: Plan[] = [];
  const diagnostics: Diagnostic[] =
    wanted === undefined ? [] : [...checkStack(project, wanted, host.environment, c.length > 0)];
  // One after the other: a program may take all the memory that it is given.
  for (const stack of named.length === 0 ? [undefined] : named) {
    const one = await planOfStack({ ...args, ...(stack !== undefined && { stack }) }, host, folder);
    plans.push(one.value);
    diagnostics.push(...one.diagnostics);
  }
  return { value: plans, diagnostics };
};

/**
 * Makes sure of several stacks before the first of them runs: a program may take a minute.
 * @throws InputError naming the stacks that there are.
 */
export const checkStacks = (stacks: readonly string[], { c = [], cwd }: EstimateArguments, host: Host): void => {
  const project = readProject(workFolder(host, cwd));
  for (const stack of stacks) checkStack(project, stack, host.environment, c.length > 0);
};

const planOfStack = async (args: EstimateArguments, host: Host, folder: string): Promise<Outcome<Plan>> => {
  const { base } = args;
  const after = await run(args, host, folder, "running the program");
  const before =
    base === undefined ? undefined : await runAt(base, { ...args, stack: args.stack ?? after.stack }, host, folder);
  const plan = joinSnapshots({
    project: after.project,
    stack: after.stack,
    origin: "program",
    before: before?.snapshot ?? NOTHING_DEPLOYED,
    after: after.snapshot,
    assumptions: unique([...after.assumptions, ...(before?.assumptions ?? [])]),
  });
  return { value: plan, diagnostics: [...after.diagnostics, ...at(base, before?.diagnostics ?? [])] };
};

/** Messages of a program at another revision: without it they would seem to be about the one in the folder. */
const at = (revision: string | undefined, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.map((one) => ({ ...one, message: `at ${revision}: ${one.message}` }));

type Side = Pick<ProgramRun, "snapshot" | "assumptions" | "diagnostics">;

/** The program at a revision, in the same stack; nothing where the stack came later. */
const runAt = (
  revision: string,
  args: EstimateArguments & { readonly stack: string },
  host: Host,
  folder: string,
): Promise<Side> =>
  withRevision(folder, revision, async (copy): Promise<Side> => {
    const isNew = !lacksSettings(readProject(folder), args.stack) && lacksSettings(readProject(copy), args.stack);
    if (!isNew) {
      try {
        return await run(args, host, copy, `running the program at ${revision}`);
      } catch (error) {
        throw error instanceof InputError ? new InputError(at(revision, error.diagnostics)) : error;
      }
    }
    const message = `there is no stack ${args.stack} yet, so all of it is new.`;
    return {
      snapshot: NOTHING_DEPLOYED,
      assumptions: [],
      diagnostics: [{ severity: "info", code: "stack-is-new", message }],
    };
  });

const run = async (
  { stack, c = [], timeout, memory, debug }: EstimateArguments,
  host: Host,
  cwd: string,
  what: string,
): Promise<ProgramRun> => {
  const progress = showProgress(host, what);
  try {
    return await runProgram({
      cwd,
      ...(stack !== undefined && { stack }),
      config: readConfig(c),
      ...(timeout !== undefined && { timeoutSeconds: positive("timeout", timeout) }),
      ...(memory !== undefined && { memoryMib: positive("memory", memory) }),
      debug,
      onProgress: progress.count,
      environment: host.environment,
    });
  } finally {
    progress.done();
  }
};

const positive = (name: string, value: number): number => {
  if (!(value > 0 && Number.isFinite(value))) throw badUse(`--${name} must be a number above zero.`);
  return value;
};

const unique = <T>(list: readonly T[]): readonly T[] => [
  ...new Map(list.map((one) => [JSON.stringify(one), one])).values(),
];
