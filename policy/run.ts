import * as pulumi from "@pulumi/pulumi";
import type { Assumption } from "../src/model/plan.ts";
import { withInheritedRegion } from "../src/plan/inherited-region.ts";
import type { StackConfiguration } from "../src/plan/region.ts";
import { projectFolders } from "./project-folder.ts";

/** What a pack knows of the run that it judges, beside the resources. */
export interface Run {
  readonly project: string;
  readonly stack: string;
  readonly configuration: StackConfiguration;
  /** From where the program was started up to the project's folder; empty where that is not found. */
  readonly folders: readonly string[];
  readonly assumptions: readonly Assumption[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Reads the run out of the process that the engine started for this pack. */
export const currentRun = (): Run => {
  const project = pulumi.getProject();
  return {
    project,
    stack: pulumi.getStack(),
    folders: projectFolders(project),
    ...withInheritedRegion(pulumi.runtime.allConfig(), process.env),
    today: new Date().toISOString().slice(0, 10),
  };
};
