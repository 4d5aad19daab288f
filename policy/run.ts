import * as pulumi from "@pulumi/pulumi";
import { withInheritedRegion } from "../src/plan/inherited-region.ts";
import type { ProjectRun } from "../src/project-estimate.ts";
import { projectFolders } from "./project-folder.ts";

/** Reads the run out of the process that the engine started for this pack. */
export const currentRun = (): ProjectRun => {
  const project = pulumi.getProject();
  return {
    project,
    stack: pulumi.getStack(),
    folders: projectFolders(project),
    ...withInheritedRegion(pulumi.runtime.allConfig(), process.env),
    today: new Date().toISOString().slice(0, 10),
  };
};
