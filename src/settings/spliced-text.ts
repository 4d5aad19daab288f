interface Edit {
  readonly at: number;
  readonly instead: number;
  readonly text: string;
}

/** A text that is added to without touching a letter of the rest: a YAML printer would set comments and blank lines anew. */
export class SplicedText {
  readonly #text: string;
  readonly #newline: string;
  readonly #edits: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#newline = text.includes("\r\n") ? "\r\n" : "\n";
  }

  /** Letters between an offset and the beginning of its line. */
  columnOf(offset: number): number {
    return offset - (this.#text.lastIndexOf("\n", offset - 1) + 1);
  }

  /** Adds lines below the line in which something ends; `end` is just after it. */
  addBelow(end: number, lines: readonly string[]): void {
    if (lines.length === 0) return;
    const newline = this.#text.indexOf("\n", Math.max(0, end - 1));
    const at = newline < 0 ? this.#text.length : newline + 1;
    const opening = newline < 0 && at > 0 ? this.#newline : "";
    this.#edits.push({ at, instead: 0, text: `${opening}${lines.join(this.#newline)}${this.#newline}` });
  }

  /** Writes a text in the place of so many letters. */
  replace(at: number, instead: number, text: string): void {
    this.#edits.push({ at, instead, text });
  }

  /** The text with everything that was added, at the same place in the order in which it was. */
  result(): string {
    let text = "";
    let read = 0;
    for (const edit of [...this.#edits].sort((one, other) => one.at - other.at)) {
      // Two additions behind the last line of a file need one line break between them, not two.
      const addition = text.endsWith("\n") && read === edit.at ? edit.text.replace(/^\r?\n/, "") : edit.text;
      text += this.#text.slice(read, edit.at) + addition;
      read = edit.at + edit.instead;
    }
    return text + this.#text.slice(read);
  }
}
