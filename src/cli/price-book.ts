import { join } from "node:path";
import type { AwsList } from "../prices/aws-list.ts";
import { LOCK_NAME } from "../prices/lock/lock-file.ts";
import { openProjectList } from "../prices/project-list.ts";
import type { Host } from "./host.ts";
import { priceFolder, projectFolder } from "./project-folder.ts";

/** The list that a run is priced with: pinned by the project's lock where it has one. */
export const listOfRun = (host: Host, folder: string, named: string | undefined): AwsList =>
  openProjectList(priceFolder(host, folder, named), join(projectFolder(folder), LOCK_NAME));
