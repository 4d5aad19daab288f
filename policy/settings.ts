import { isDeepStrictEqual } from "node:util";
import { gateSettingsSchema } from "../src/gate/list.ts";
import type { Settings } from "../src/model/settings.ts";
import type { ProjectRun } from "../src/project-estimate.ts";
import { loadLayers } from "../src/settings/layers.ts";
import { projectLayers } from "../src/settings/project-layers.ts";
import type { NamedText } from "../src/settings/read-yaml.ts";
import { currentRun } from "./run.ts";

/** The files that a policy's configuration may name. */
export interface Files {
  readonly configFile?: string;
  readonly baseline?: string;
}

/** Settings of a run before any policy adds its own, the weakest first, and what they say together. */
interface BaseSettings {
  readonly layers: readonly NamedText[];
  readonly settings: Settings;
  /** Where the settings file is; `null` where there is none. */
  readonly file: string | null;
}

/** What policies are judged by that name the same files in the same run. */
export interface Scope {
  readonly run: ProjectRun;
  readonly files: Files;
  readonly base: BaseSettings;
}

let scopes: { readonly run: ProjectRun; readonly byFiles: Map<string, Scope> } | undefined;

/**
 * What a policy with such a configuration is judged by; the same object for every policy that names the same files.
 * @throws InputError for a file that cannot be read or a setting that is wrong.
 */
export const scopeOf = ({ configFile, baseline }: Files): Scope => {
  const run = currentRun();
  if (scopes === undefined || !isDeepStrictEqual(scopes.run, run)) scopes = { run, byFiles: new Map() };
  const key = JSON.stringify([configFile ?? null, baseline ?? null]);
  const known = scopes.byFiles.get(key);
  if (known !== undefined) return known;
  const files = { ...(configFile && { configFile }), ...(baseline && { baseline }) };
  const scope = { run, files, base: baseSettings(run, configFile) };
  scopes.byFiles.set(key, scope);
  return scope;
};

const baseSettings = (run: ProjectRun, configFile: string | undefined): BaseSettings => {
  const { layers, file } = projectLayers(run, configFile);
  return { layers, settings: loadLayers(layers, gateSettingsSchema).value, file: file?.name ?? null };
};

/**
 * The same with a policy's own configuration on top of it, which is an entry under `gates`.
 * @throws InputError for a setting that is wrong.
 */
export const settingsOfRule = ({ base: { layers, settings } }: Scope, rule: string, own: object): Settings => {
  if (Object.keys(own).length === 0) return settings;
  const layer = { name: `the configuration of the policy ${rule}`, text: JSON.stringify({ gates: { [rule]: own } }) };
  return loadLayers([...layers, layer], gateSettingsSchema).value;
};
