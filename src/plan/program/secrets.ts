import { stripVTControlCharacters } from "node:util";

/**
 * Stands in for an encrypted configuration value, which cannot be decrypted here. It consists of digits only, so that it
 * is at once a text, a number and JSON, whichever the program asks for; and it is odd enough to be found again wherever
 * the program puts it.
 */
export const PLACEHOLDER = "720349159816377";

/** Shorter texts would hide half of a message. */
const SHORTEST = 5;
const MOST_LEARNED = 1_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Knows which texts are secret: the placeholder, secrets given on the command line, and those that the program marks. */
export class Secrets {
  readonly #configured: readonly string[];
  readonly #learned = new Set<string>();

  /** `configured` are the plain values of settings that are known to be secret. */
  constructor(configured: readonly string[]) {
    this.#configured = [PLACEHOLDER, ...configured.filter((text) => text.length >= SHORTEST)];
  }

  /** Whether a text contains a configured secret, marked by the program or not. */
  holds(text: string): boolean {
    return this.#configured.some((secret) => text.includes(secret));
  }

  /** Notes the plain text of a secret that the program sent, so that no message repeats it. */
  learn(text: string): void {
    if (text.length >= SHORTEST && this.#learned.size < MOST_LEARNED) this.#learned.add(text);
  }

  /** A text of the program, fit to be shown: without any secret and without escape codes for a terminal. */
  clean(text: string): string {
    let cleaned = stripVTControlCharacters(text).replaceAll(CONTROL, "");
    for (const secret of [...this.#configured, ...this.#learned]) cleaned = cleaned.replaceAll(secret, "[secret]");
    return cleaned;
  }
}
