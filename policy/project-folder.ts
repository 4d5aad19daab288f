import { readFileSync, readlinkSync } from "node:fs";
import { parse } from "yaml";
import { foldersOfProject, projectFileIn } from "../src/settings/find.ts";

/** Where the process stands that started this one, where the system tells. */
const folderOfParent = (): string | undefined => {
  try {
    return readlinkSync(`/proc/${process.ppid}/cwd`);
  } catch {
    return undefined;
  }
};

const isNamed = (project: string, file: string | undefined): boolean => {
  if (file === undefined) return false;
  try {
    const content: unknown = parse(readFileSync(file, "utf8"));
    return typeof content === "object" && content !== null && "name" in content && content.name === project;
  } catch {
    return false;
  }
};

/**
 * The folders from where a program was started up to that of its Pulumi project; empty where it is not found. A pack is
 * started in its own folder and told of no other (the engine's handshake names the pack's folder too), so this looks
 * where the language host stands and where the user stood. A folder counts only if its project has the right name:
 * another project's says nothing about this one's settings.
 */
export const projectFolders = (project: string): readonly string[] => {
  for (const candidate of [folderOfParent(), process.env.PWD, process.cwd()]) {
    const folders = candidate === undefined ? [] : foldersOfProject(candidate);
    if (isNamed(project, folders.length > 0 ? projectFileIn(folders.at(-1)!) : undefined)) return folders;
  }
  return [];
};
