import { visible } from "./sanitize.ts";

/** HTML that may be put into a page as it is. Only `html` and `trusted` make it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const render = (part: Part): string => {
  if (part === null) return "";
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(render).join("");
  return visible(String(part)).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
};

/** A template whose values are escaped, and made visible where they hold control characters; lists are joined, null is nothing. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((text, at) => (at < parts.length ? text + render(parts[at] ?? null) : text)).join(""));

/** Our own text as HTML: style sheets. */
export const trusted = (text: string): Html => new Html(text);
