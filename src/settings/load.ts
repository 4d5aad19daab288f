import type { Outcome } from "../core/diagnostic.ts";
import { READ_ONCE } from "../model/read-once.ts";
import type { Settings } from "../model/settings.ts";
import { check } from "./check.ts";
import { type NamedText, readYaml } from "./read-yaml.ts";
import { type GatesSchema, settingsSchemaWith } from "./schema.ts";
import { placed } from "./usage-places.ts";

/**
 * The settings of rackrate.yaml, every default filled in; without a file (`null`), or with an empty one, all defaults.
 * `gates` is the form that the gate's rules give to the setting of that name; `exchanged` are currencies whose rate
 * another file states.
 * @throws InputError with every fault of the file, each with its line, column, setting, wrong value and what would be right.
 */
export const loadSettings = (
  file: NamedText | null,
  gates: GatesSchema,
  exchanged: readonly string[] = [],
): Outcome<Settings> => {
  const schema = settingsSchemaWith(gates, exchanged);
  if (file === null) return { value: schema.parse({}, READ_ONCE), diagnostics: [] };
  const yaml = readYaml(file);
  const settings = check(file.name, yaml, schema);
  return { value: { ...settings, usage: placed(settings.usage, file.name, yaml, "usage") }, diagnostics: [] };
};
