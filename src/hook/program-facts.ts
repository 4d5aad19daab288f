import { withInheritedRegion } from "../plan/inherited-region.ts";
import type { ProjectRun } from "../project-estimate.ts";
import { foldersOfProject } from "../settings/find.ts";
import type { IncreaseLimit } from "./increase-limit.ts";
import type { Sdk } from "./sdk.ts";

/** A program's run and what the hook was asked for, before anything is declared. */
export interface ProgramFacts extends ProjectRun {
  readonly configFile?: string;
  readonly limit: IncreaseLimit | null;
}

/** The facts of the program that runs in this process. */
export const factsOf = (pulumi: Sdk, configFile: string | undefined, limit: IncreaseLimit | null): ProgramFacts => ({
  project: pulumi.getProject(),
  stack: pulumi.getStack(),
  ...withInheritedRegion(pulumi.runtime.allConfig(), process.env),
  folders: foldersOfProject(process.cwd()),
  ...(configFile !== undefined && { configFile }),
  limit,
  today: new Date().toISOString().slice(0, 10),
});
