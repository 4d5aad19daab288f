/** The shape of a value, as far as it matters for making one up. */
export type Shape =
  | { readonly kind: "text" }
  /** A number, a flag or anything else that has no inside to look into. */
  | { readonly kind: "other" }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "record"; readonly members: ReadonlyMap<string, Shape> }
  /** Declared elsewhere: `outputs.batch.GetJobQueueComputeEnvironmentOrder`. */
  | { readonly kind: "named"; readonly name: string };

const OTHER: Shape = { kind: "other" };
/** Deeper than any answer goes. */
const DEEPEST = 32;

/**
 * Reads the members of an interface out of a declaration file, in the form in which Pulumi's SDKs are generated; `null`
 * where the text has no such interface. What it does not understand has no inside: declarations are anyone's text.
 */
export const readInterface = (text: string, name: string): Extract<Shape, { kind: "record" }> | null => {
  const opening = `interface ${name} {`;
  const start = text.indexOf(opening);
  return start < 0 ? null : new TypeReader(text, start + opening.length).members(0);
};

/** What a type is written with, comments left out: names with their dots, texts in quotes, and single signs. */
const TOKEN = /\s+|\/\*[\s\S]*?\*\/|\/\/[^\n]*|[\w$]+(?:\.[\w$]+)*|"[^"\n]*"|'[^'\n]*'|=>|[^\s]/y;

class TypeReader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  /** The members up to the brace that ends them. */
  members(depth: number): Extract<Shape, { kind: "record" }> {
    const members = new Map<string, Shape>();
    for (let token = this.#next(); token !== "}" && token !== ""; token = this.#next()) {
      if (token === "readonly" || token === ";" || token === ",") continue;
      if (token === "[") {
        // An index signature: which keys there are, nobody says.
        while (!["]", ""].includes(this.#next()));
        this.#skip(":");
        this.#type(depth + 1);
        continue;
      }
      this.#skip("?");
      if (this.#skip(":")) members.set(token.replace(/^["']|["']$/g, ""), this.#type(depth + 1));
    }
    return { kind: "record", members };
  }

  /** A union is what its first part with an inside is. */
  #type(depth: number): Shape {
    let shape = this.#part(depth);
    while (this.#skip("|") || this.#skip("&")) {
      const other = this.#part(depth);
      if (shape.kind === "other") shape = other;
    }
    return shape;
  }

  #part(depth: number): Shape {
    const token = this.#next();
    let shape: Shape = OTHER;
    if (depth > DEEPEST) return shape;
    if (token === "string" || /^["']/.test(token)) shape = { kind: "text" };
    else if (token === "{") shape = this.members(depth + 1);
    else if (token === "(") {
      shape = this.#type(depth + 1);
      this.#skip(")");
    } else if (/^outputs\./.test(token)) shape = { kind: "named", name: token.slice("outputs.".length) };
    else if (this.#skip("<")) {
      const inside = this.#type(depth + 1);
      while (this.#skip(",")) this.#type(depth + 1);
      this.#skip(">");
      shape = /Array$/.test(token) ? { kind: "list", of: inside } : OTHER;
    }
    while (this.#skip("[")) {
      this.#skip("]");
      shape = { kind: "list", of: shape };
    }
    return shape;
  }

  #next(): string {
    for (;;) {
      TOKEN.lastIndex = this.#at;
      const token = TOKEN.exec(this.#text)?.[0] ?? "";
      this.#at += token.length;
      if (!/^(?:\s|\/\*|\/\/)/.test(token)) return token;
    }
  }

  /** Takes a token if it is the one that comes. */
  #skip(expected: string): boolean {
    const before = this.#at;
    if (this.#next() === expected) return true;
    this.#at = before;
    return false;
  }
}
