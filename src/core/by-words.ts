/**
 * Values by several words each. One key made of all of them would have to be written, and read letter by letter, at each
 * look-up, of which a large stack makes thousands.
 */
export class ByWords<T extends object> {
  readonly #branches = new Map<string, ByWords<T>>();
  #value: T | undefined;

  /** The value of these words in this order, made when first asked for. */
  of(words: readonly string[], make: () => T): T {
    let place: ByWords<T> = this;
    for (const word of words) place = place.#branch(word);
    place.#value ??= make();
    return place.#value;
  }

  #branch(word: string): ByWords<T> {
    const known = this.#branches.get(word);
    if (known !== undefined) return known;
    const branch = new ByWords<T>();
    this.#branches.set(word, branch);
    return branch;
  }
}
