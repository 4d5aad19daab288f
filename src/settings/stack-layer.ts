import { settingsFields } from "../model/settings.ts";
import type { NamedText } from "./read-yaml.ts";

const NAMESPACE = "rackrate:";
/** Keys of the stack configuration that name files; every other key of the namespace is a setting. */
export const CONFIG_FILE_KEY = "rackrate:configFile";
export const BASELINE_KEY = "rackrate:baseline";

/** Structured configuration travels as JSON, and so does a number. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/**
 * The settings that a stack's own configuration states, as `rackrate:horizonMonths` or `rackrate:gates`; `null` for
 * none. A project that is itself called rackrate has other keys there, so only settings are taken from it.
 */
export const stackLayer = (configuration: ReadonlyMap<string, string>, project: string): NamedText | null => {
  const settings = new Set([...Object.keys(settingsFields), "gates"]);
  const entries = [...configuration]
    .filter(([key]) => key.startsWith(NAMESPACE) && key !== CONFIG_FILE_KEY && key !== BASELINE_KEY)
    .map(([key, text]): [string, unknown] => [key.slice(NAMESPACE.length), parsed(text)])
    .filter(([key]) => `${project}:` !== NAMESPACE || settings.has(key));
  if (entries.length === 0) return null;
  return { name: "the stack configuration rackrate:*", text: JSON.stringify(Object.fromEntries(entries)) };
};
