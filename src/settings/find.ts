import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { decodeText } from "../core/decoded-text.ts";
import { InputError } from "../core/diagnostic.ts";
import type { NamedText } from "./read-yaml.ts";

const SETTINGS_FILE = "rackrate.yaml";
const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** The project file of a folder, if it has one. */
export const projectFileIn = (folder: string): string | undefined =>
  PROJECT_FILES.map((name) => join(folder, name)).find((path) => existsSync(path));

/** A folder and those above it, up to that of the Pulumi project it belongs to; empty where it belongs to none. */
export const foldersOfProject = (folder: string): readonly string[] => {
  const folders: string[] = [];
  for (let at = resolve(folder); ; at = dirname(at)) {
    folders.push(at);
    if (projectFileIn(at) !== undefined) return folders;
    if (at === dirname(at)) return [];
  }
};

/** A file that somebody names, relative to `folder`. @throws InputError where it cannot be read. */
export const readSettingsFile = (name: string, folder: string): NamedText => {
  const file = resolve(folder, name);
  try {
    return { name: file, text: decodeText(readFileSync(file)) };
  } catch (error) {
    throw new InputError({
      severity: "error",
      code: "unreadable-file",
      message: `${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`,
      hint: "Name it by an absolute path, or relative to the folder of Pulumi.yaml.",
    });
  }
};

/** The nearest rackrate.yaml in the folders of a project; `null` for none. */
export const findSettingsFile = (folders: readonly string[]): NamedText | null => {
  const folder = folders.find((candidate) => existsSync(join(candidate, SETTINGS_FILE)));
  return folder === undefined ? null : readSettingsFile(SETTINGS_FILE, folder);
};
