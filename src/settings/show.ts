/** A step from the top of the file to a setting: a key or an index from 0. */
export type SettingPath = readonly PropertyKey[];

const LONGEST = 60;

/** Control characters (C0, C1), line separators and marks that change the direction of text: never sent to a terminal. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const escapeUnseen = (text: string): string =>
  text.replaceAll(UNSEEN, (mark) => `\\u${mark.codePointAt(0)!.toString(16).padStart(4, "0")}`);

/** Text from the file made harmless for one line of a terminal or comment, and cut where it is long. */
export const showText = (text: string, longest: number = LONGEST): string =>
  escapeUnseen(text.length > longest ? `${text.slice(0, longest)}…` : text);

/** A value as it stands in the file, for a sentence: `the text "36"`, `[…]` for what does not fit into one. */
export const showValue = (value: unknown): string => {
  if (value === null || value === undefined) return "empty";
  if (typeof value === "string") return value.length > 0 ? `the text "${showText(value)}"` : "empty text";
  if (Array.isArray(value)) return value.length > 0 ? "a list" : "an empty list";
  if (typeof value === "object") return "a mapping";
  return String(value);
};

/** `benefits[0].perMonth`, `usage["aws:s3/bucket:Bucket"].storage_gb`; empty for the file itself. */
export const showPath = (path: SettingPath): string =>
  path.reduce<string>((shown, step) => {
    if (typeof step === "number") return `${shown}[${step}]`;
    const key = String(step);
    if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${shown}["${showText(key)}"]`;
    return shown === "" ? key : `${shown}.${key}`;
  }, "");
