/** Control characters, and the invisible ones that reorder, hide or join text in terminals and review pages. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

const shown = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? "␡" : `\\u{${code.toString(16)}}`;
};

/** Foreign text made harmless and visible on one line: an escape becomes `␛`, a line break `␊`, a direction mark `\u{202e}`. */
export const visible = (text: string): string => text.replace(UNSEEN, shown).replace(LONE_SURROGATE, "\ufffd");

const escapedUnits = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("");

/**
 * JSON text in which every such character stands as a `\u` escape: the value is exact, and a terminal stays calm. The
 * line breaks of the text itself are not foreign.
 */
export const visibleJson = (json: string): string =>
  json.replace(UNSEEN, (character) => (character === "\n" ? character : escapedUnits(character)));
