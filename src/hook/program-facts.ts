import type { Assumption } from "../model/plan.ts";
import { withInheritedRegion } from "../plan/inherited-region.ts";
import type { StackConfiguration } from "../plan/region.ts";
import { foldersOfProject } from "../settings/find.ts";
import type { IncreaseLimit } from "./increase-limit.ts";
import type { Sdk } from "./sdk.ts";

/** A program's stack and what is known of it before it has declared anything. */
export interface ProgramFacts {
  readonly project: string;
  readonly stack: string;
  readonly configuration: StackConfiguration;
  readonly assumptions: readonly Assumption[];
  /** From where the program was started up to the project's folder; empty where that is not found. */
  readonly folders: readonly string[];
  /** Where the program was started. */
  readonly cwd: string;
  readonly configFile?: string;
  readonly limit: IncreaseLimit | null;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** The facts of the program that runs in this process. */
export const factsOf = (pulumi: Sdk, configFile: string | undefined, limit: IncreaseLimit | null): ProgramFacts => ({
  project: pulumi.getProject(),
  stack: pulumi.getStack(),
  ...withInheritedRegion(pulumi.runtime.allConfig(), process.env),
  folders: foldersOfProject(process.cwd()),
  cwd: process.cwd(),
  ...(configFile !== undefined && { configFile }),
  limit,
  today: new Date().toISOString().slice(0, 10),
});
