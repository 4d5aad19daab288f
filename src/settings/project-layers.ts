import { findSettingsFile, readSettingsFile } from "./find.ts";
import type { NamedText } from "./read-yaml.ts";
import { CONFIG_FILE_KEY, stackLayer } from "./stack-layer.ts";

/** Where settings are looked for. */
export interface SettingsPlace {
  readonly project: string;
  readonly configuration: ReadonlyMap<string, string>;
  /** From where the program was started up to the project's folder; empty where that is not found. */
  readonly folders: readonly string[];
}

/** A file that somebody names, relative to the project's folder where that is known. @throws InputError where it cannot be read. */
export const readNamedFile = ({ folders }: Pick<SettingsPlace, "folders">, name: string): NamedText =>
  readSettingsFile(name, folders.at(-1) ?? ".");

/**
 * The stack configuration `rackrate:*`, and over it the file that is named, there or by the caller, else the nearest
 * rackrate.yaml. `file` is `null` where there is none.
 * @throws InputError for a file that cannot be read.
 */
export const projectLayers = (
  place: SettingsPlace,
  configFile: string | undefined,
): { readonly layers: readonly NamedText[]; readonly file: NamedText | null } => {
  const named = configFile ?? place.configuration.get(CONFIG_FILE_KEY);
  const file = named === undefined ? findSettingsFile(place.folders) : readNamedFile(place, named);
  const layers = [stackLayer(place.configuration, place.project), file].filter((layer) => layer !== null);
  return { layers, file };
};
