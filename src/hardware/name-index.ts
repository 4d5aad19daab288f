import { nearest } from "../core/nearest.ts";

/** Names that people write in many ways: `H100 SXM5 80GB` is `h100-sxm5-80gb`. */
export const nameKey = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, "");

/** Things by their names and aliases, found without regard to case, spaces and dashes. */
export class NameIndex<T> {
  readonly #byKey = new Map<string, { readonly name: string; readonly value: T }>();

  add(name: string, value: T, aliases: readonly string[] = []): void {
    for (const each of [name, ...aliases]) this.#byKey.set(nameKey(each), { name, value });
  }

  get(name: string): T | null {
    return this.#byKey.get(nameKey(name))?.value ?? null;
  }

  /** Names that may have been meant, the nearest first. */
  nearest(name: string): readonly string[] {
    const keys = nearest(nameKey(name), this.#byKey.keys());
    return [...new Set(keys.map((key) => this.#byKey.get(key)!.name))];
  }
}
