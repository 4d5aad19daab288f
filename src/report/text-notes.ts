import type { ListedAssumption } from "./assumption-list.ts";
import type { CoverageNote } from "./coverage-notes.ts";
import { visible } from "./sanitize.ts";
import type { Paint } from "./style.ts";
import { padStart, wrap } from "./width.ts";

/** Assumptions and notes that a terminal shows of each kind; JSON and HTML have all. */
const MOST = 20;

/** Names that stand behind a note. */
const MOST_NAMES = 3;

/** `a, b, c and 4 more`. */
const nameList = (names: readonly string[]): string => {
  const shown = names.length > MOST_NAMES + 1 ? names.slice(0, MOST_NAMES) : names;
  const more = names.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
};

/** The assumption with how often it was made, where that is more than once. */
export const assumptionText = ({ message, urns }: ListedAssumption): string =>
  urns.length > 1 ? `${message} (${urns.length} resources)` : message;

const NOTE_WORDS: Readonly<Record<CoverageNote["kind"], string>> = {
  missing: "Missing",
  unsupported: "Not supported",
  unpriced: "No price",
  unknown: "Unknown",
  "usage-dependent": "By usage",
};

/** The note in one sentence with the resources it stands for. */
export const noteText = ({ kind, message, names }: CoverageNote): string =>
  `${NOTE_WORDS[kind]}: ${message}${names.length > 0 ? ` (${nameList(names)})` : ""}`;

const list = (
  texts: readonly string[],
  paint: Paint,
  width: number,
  bullet: (at: number) => string,
): readonly string[] => {
  const shown = texts.length > MOST + 1 ? texts.slice(0, MOST) : texts;
  const lines = shown.flatMap((text, at) => {
    const head = bullet(at);
    return wrap(visible(text), width - head.length).map(
      (line, row) => `${paint("dim", row === 0 ? head : " ".repeat(head.length))}${line}`,
    );
  });
  return shown.length === texts.length
    ? lines
    : [...lines, paint("dim", `   … and ${texts.length - shown.length} more; --format json has them all`)];
};

export const assumptionLines = (
  assumptions: readonly ListedAssumption[],
  paint: Paint,
  width: number,
): readonly string[] => {
  const digits = String(Math.min(assumptions.length, MOST + 1)).length;
  return list(assumptions.map(assumptionText), paint, width, (at) => `${padStart(String(at + 1), digits + 1)}  `);
};

export const noteLines = (notes: readonly CoverageNote[], paint: Paint, width: number): readonly string[] =>
  starredLines(notes.map(noteText), paint, width);

/** Sentences on what is left out, each behind a star. */
export const starredLines = (texts: readonly string[], paint: Paint, width: number): readonly string[] =>
  list(texts, paint, width, () => "* ");
