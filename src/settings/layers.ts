import { InputError, type Outcome } from "../core/diagnostic.ts";
import type { Settings } from "../model/settings.ts";
import { loadSettings } from "./load.ts";
import { type NamedText, readYaml } from "./read-yaml.ts";
import type { GatesSchema } from "./schema.ts";

type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Mappings are merged key by key; of anything else (a number, a list) the stronger one stands. */
const merge = (weak: unknown, strong: unknown): unknown => {
  if (!isMapping(weak) || !isMapping(strong)) return strong === undefined ? weak : strong;
  const keys = new Set([...Object.keys(weak), ...Object.keys(strong)]);
  return Object.fromEntries([...keys].map((key) => [key, merge(weak[key], strong[key])]));
};

/** The currencies whose rate of exchange a text states: any other text may report in them. */
const currenciesIn = (layer: NamedText): readonly string[] => {
  const top = readYaml(layer).value;
  const prices = isMapping(top) ? top.prices : undefined;
  const rates = isMapping(prices) ? prices.exchangeRates : undefined;
  return isMapping(rates) ? Object.keys(rates) : [];
};

/**
 * Settings out of several texts of the form of rackrate.yaml, the weakest first. Each is checked by itself, so that a
 * fault is told in the place where it was written.
 * @throws InputError with every fault of the first text that has one.
 */
export const loadLayers = (layers: readonly NamedText[], gates: GatesSchema): Outcome<Settings> => {
  const exchanged = layers.length < 2 ? [] : layers.flatMap(currenciesIn);
  const each = layers.map((layer) => loadSettings(layer, gates, exchanged));
  if (each.length < 2) return each[0] ?? loadSettings(null, gates);
  const merged = layers.map((layer) => readYaml(layer).value ?? {}).reduce<unknown>(merge, {});
  try {
    const { value, diagnostics } = loadSettings({ name: "settings", text: JSON.stringify(merged) }, gates);
    // Usage is a sequence of statements, of which the later wins; so each keeps the place where it was written.
    return { value: { ...value, usage: each.flatMap((one) => one.value.usage) }, diagnostics };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Each is right alone: what is wrong lies between them, and no line of either is to blame.
    const names = layers.map(({ name }) => name).join(", ");
    const together = (message: string) => `${message} (in ${names} taken together)`;
    throw new InputError(error.diagnostics.map(({ place: _, ...one }) => ({ ...one, message: together(one.message) })));
  }
};
