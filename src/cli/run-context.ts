import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { decodeText } from "../core/decoded-text.ts";
import { InputError } from "../core/diagnostic.ts";
import { foldersOfProject } from "../settings/find.ts";
import { fileFault } from "./file-fault.ts";
import type { Host } from "./host.ts";

const SETTINGS_FILE = "rackrate.yaml";

/** A file's content with the name people know it by. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** The folder that a command works in. */
export const workFolder = (host: Host, cwd: string | undefined): string => {
  const folder = resolve(host.cwd, cwd ?? ".");
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return folder;
  throw new InputError({
    severity: "error",
    code: "no-folder",
    message: stats === undefined ? `There is no folder ${cwd}.` : `${cwd} is a file, not a folder.`,
    hint: "--cwd names the folder of the Pulumi program.",
  });
};

const readNamed = (file: string, name: string): NamedText => {
  try {
    return { name, text: decodeText(readFileSync(file)) };
  } catch (error) {
    throw fileFault(name, "read", error);
  }
};

/** A file that the user names, relative to where the command was called. */
export const readFileOf = (host: Host, name: string): NamedText => readNamed(resolve(host.cwd, name), name);

/** The documents of `--from`; `-` is standard input and can be read once. */
export const readDocuments = async (host: Host, names: readonly string[]): Promise<readonly NamedText[]> => {
  if (names.filter((name) => name === "-").length > 1) {
    throw new InputError({
      severity: "error",
      code: "stdin-twice",
      message: "Standard input (--from -) can be read only once.",
    });
  }
  const documents: NamedText[] = [];
  for (const name of names) {
    if (name !== "-") documents.push(readFileOf(host, name));
    else documents.push({ name: "standard input", text: await readStdin(host) });
  }
  return documents;
};

const readStdin = async (host: Host): Promise<string> => {
  try {
    return decodeText(await host.readStdin());
  } catch (error) {
    throw fileFault("standard input", "read", error);
  }
};

/** The settings file: the named one, else the nearest `rackrate.yaml` from the work folder up to the project; `null` for none. */
export const findSettings = (host: Host, folder: string, named: string | undefined): NamedText | null => {
  if (named !== undefined) return readFileOf(host, named);
  const folders = foldersOfProject(folder);
  const file = (folders.length > 0 ? folders : [folder])
    .map((candidate) => join(candidate, SETTINGS_FILE))
    .find((candidate) => existsSync(candidate));
  return file === undefined ? null : readNamed(file, relative(host.cwd, file) || SETTINGS_FILE);
};

/** `key=value` of `-c`; the value may hold further equals signs. */
export const readConfig = (pairs: readonly string[]): Readonly<Record<string, string>> => {
  const config: Record<string, string> = Object.create(null);
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    if (at <= 0)
      throw new InputError({
        severity: "error",
        code: "bad-config",
        message: `-c ${pair} is not of the form key=value.`,
      });
    config[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return config;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The date of the estimate: the stated one, else the clock's. */
export const dateOf = (host: Host, stated: string | undefined): string => {
  if (stated === undefined) return host.today();
  const isReal = DAY.test(stated) && new Date(`${stated}T00:00:00Z`).toJSON()?.startsWith(stated);
  if (!isReal)
    throw new InputError({
      severity: "error",
      code: "bad-date",
      message: `--today ${stated} is not a date of the form YYYY-MM-DD.`,
    });
  return stated;
};
