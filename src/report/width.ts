import stringWidth from "fast-string-width";

const ASCII = /^[\x20-\x7e]*$/;

/** Columns that a text takes in a terminal. */
export const widthOf = (text: string): number => (ASCII.test(text) ? text.length : stringWidth(text));

const graphemes = (text: string): readonly string[] =>
  ASCII.test(text)
    ? [...text]
    : [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].map(({ segment }) => segment);

/** As many leading graphemes as fit. */
const fitting = (parts: readonly string[], width: number): readonly string[] => {
  const taken: string[] = [];
  let used = 0;
  for (const part of parts) {
    used += widthOf(part);
    if (used > width) break;
    taken.push(part);
  }
  return taken;
};

/** A text no wider than `width`, cut in its middle: both ends of a name tell names apart. */
export const cutMiddle = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  if (width <= 1) return width === 1 ? "…" : "";
  const parts = graphemes(text);
  const head = fitting(parts, Math.ceil((width - 1) / 2));
  const tail = fitting([...parts].reverse(), width - 1 - head.reduce((sum, part) => sum + widthOf(part), 0));
  return `${head.join("")}…${[...tail].reverse().join("")}`;
};

/** Breaks a text at spaces into lines no wider than `width`; a single longer word is cut where it must be. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (let word of text.split(" ")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = "";
    }
    while (widthOf(word) > width) {
      const head = fitting(graphemes(word), Math.max(1, width)).join("") || word;
      lines.push(head);
      word = word.slice(head.length);
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
};

const SEPARATOR = " · ";

/** Puts items on lines, with a dot between them, and breaks only between items. */
export const wrapItems = (items: readonly string[], width: number): readonly string[] =>
  items.reduce<string[]>((lines, item) => {
    const last = lines.at(-1);
    if (last === undefined || widthOf(last) + SEPARATOR.length + widthOf(item) > width) lines.push(item);
    else lines[lines.length - 1] = last + SEPARATOR + item;
    return lines;
  }, []);

export const padStart = (text: string, width: number): string => " ".repeat(Math.max(0, width - widthOf(text))) + text;
