import { type PropertyMap, propertyMap, SECRET, UNKNOWN, type Value } from "../core/value.ts";
import type { Sdk } from "./sdk.ts";

/** What the SDK's outputs can do beside what their types tell. */
interface LiveOutput {
  readonly promise: (withUnknowns?: boolean) => Promise<unknown>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  readonly allResources?: () => Promise<Iterable<object>>;
  readonly resources: () => Iterable<object>;
}

/** Deeper than any resource goes; a value that contains itself ends here. */
const DEEPEST = 64;

/** Gives a promise up when the program is over and nothing can keep it any more. */
const within = async <T>(promise: Promise<T>, limit: Promise<void>, otherwise: T): Promise<T> =>
  Promise.race([promise.catch(() => otherwise), limit.then(() => otherwise)]);

/** Reads a program's live values: outputs, promises and what hooks are handed. Unknowns and secrets become marks. */
export class LiveValues {
  readonly #sdk: Sdk;
  readonly #limit: Promise<void>;

  /** `limit` is the moment from which what is still pending counts as unknown. */
  constructor(sdk: Sdk, limit: Promise<void>) {
    this.#sdk = sdk;
    this.#limit = limit;
  }

  async properties(props: Readonly<Record<string, unknown>>): Promise<PropertyMap> {
    const entries: [string, Value][] = [];
    for (const [key, live] of Object.entries(props)) {
      const value = await this.#read(live, 0);
      if (value !== undefined) entries.push([key, value]);
    }
    return propertyMap(entries);
  }

  /** An output's text, as a URN; `null` where it never becomes known. */
  async text(live: unknown): Promise<string | null> {
    const value = await this.#read(live, 0);
    return typeof value === "string" ? value : null;
  }

  /** What a property was made of: the resources behind every output in it. */
  async resourcesIn(live: unknown, depth = 0): Promise<readonly object[]> {
    const { Output, Resource } = this.#sdk;
    if (Output.isInstance(live)) {
      const output = live as unknown as LiveOutput;
      const direct = [...output.resources()];
      return output.allResources ? [...(await within(output.allResources(), this.#limit, direct))] : direct;
    }
    if (Resource.isInstance(live)) return [live];
    if (live instanceof Promise) return this.resourcesIn(await within(live, this.#limit, undefined), depth + 1);
    if (typeof live !== "object" || live === null || depth > DEEPEST) return [];
    const found: object[] = [];
    for (const item of Object.values(live)) found.push(...(await this.resourcesIn(item, depth + 1)));
    return found;
  }

  async #read(live: unknown, depth: number): Promise<Value | undefined> {
    const { Output, Resource, asset } = this.#sdk;
    if (live === undefined || typeof live === "function") return undefined;
    if (live === null || typeof live === "boolean" || typeof live === "number" || typeof live === "string") return live;
    if (depth > DEEPEST || typeof live !== "object") return UNKNOWN;
    if (Output.isInstance(live)) return this.#readOutput(live as unknown as LiveOutput, depth);
    if (live instanceof Promise) return this.#read(await within(live, this.#limit, UNKNOWN), depth + 1);
    if ("__pulumiUnknown" in live || Resource.isInstance(live)) return UNKNOWN;
    if (Array.isArray(live)) {
      const items: Value[] = [];
      for (const item of live) items.push((await this.#read(item, depth + 1)) ?? null);
      return items;
    }
    if (asset.Asset.isInstance(live) || asset.Archive.isInstance(live)) return propertyMap([]);
    const entries: [string, Value][] = [];
    for (const [key, item] of Object.entries(live)) {
      const value = await this.#read(item, depth + 1);
      if (value !== undefined) entries.push([key, value]);
    }
    return propertyMap(entries);
  }

  async #readOutput(output: LiveOutput, depth: number): Promise<Value | undefined> {
    if (await within(output.isSecret, this.#limit, true)) return SECRET;
    const value = await within(output.promise(true), this.#limit, UNKNOWN);
    // An unknown output has no value to look into; a known one may still hold unknowns.
    if (value === undefined) return (await within(output.isKnown, this.#limit, false)) ? undefined : UNKNOWN;
    return this.#read(value, depth + 1);
  }
}
