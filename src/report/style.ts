import { styleText } from "node:util";

/** What a piece of text means; how that looks is decided here alone. */
export type Tone = "plain" | "strong" | "dim" | "good" | "bad" | "warn" | "heading";

/** Paints text in a tone, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string;

const FORMATS: Readonly<Record<Exclude<Tone, "plain">, Parameters<typeof styleText>[0]>> = {
  strong: "bold",
  dim: "dim",
  good: "green",
  bad: "red",
  warn: "yellow",
  heading: ["bold", "cyan"],
};

/** A painter for a terminal with colour or without. Whether there is colour is the caller's business. */
export const painter = (color: boolean): Paint =>
  color
    ? (tone, text) =>
        tone === "plain" || text === "" ? text : styleText(FORMATS[tone], text, { validateStream: false })
    : (_, text) => text;
