import { join } from "node:path";
import type { AwsList } from "../prices/aws-list.ts";
import { LOCK_NAME } from "../prices/lock/lock-file.ts";
import { projectLists } from "../prices/project-list.ts";
import type { Host } from "./host.ts";
import { heldPriceFolder, projectFolder } from "./project-folder.ts";

/** Opens the list that a run is priced with, pinned by the project's lock where it has one: once for each stack. */
export const listsOfRun = (host: Host, folder: string, named: string | undefined): (() => AwsList) =>
  projectLists(heldPriceFolder(host, folder, named), join(projectFolder(folder), LOCK_NAME));
