import { gateSettingsSchema } from "../gate/list.ts";
import type { Settings } from "../model/settings.ts";
import { loadSettings } from "../settings/load.ts";
import { loadUsageFile } from "../settings/usage-file.ts";
import type { Host } from "./host.ts";
import type { EstimateArguments } from "./options.ts";
import { findSettings, readFileOf } from "./run-context.ts";

/** The settings of a run: rackrate.yaml with every default, and after its usage that of `--usage`, for the later wins. */
export const settingsOf = ({ config, usage }: EstimateArguments, host: Host, folder: string): Settings => {
  const settings = loadSettings(findSettings(host, folder, config), gateSettingsSchema).value;
  if (usage === undefined) return settings;
  return { ...settings, usage: [...settings.usage, ...loadUsageFile(readFileOf(host, usage))] };
};
