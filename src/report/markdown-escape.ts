import { visible } from "./sanitize.ts";

const ZERO_WIDTH_SPACE = "\u200b";

/** Foreign text in running Markdown: no markup, no HTML, no mention of a person, no way out of a table cell. */
export const escaped = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]#~|>]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/@(?=[\w-])/g, `@${ZERO_WIDTH_SPACE}`);

/** Foreign text as code: backticks in it cannot end it. */
export const code = (text: string): string => {
  const content = visible(text);
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = content.startsWith("`") || content.endsWith("`") ? " " : "";
  return `${fence}${pad}${content}${pad}${fence}`;
};

/** The same inside a table, where a pipe would end the cell even in code. */
export const codeCell = (text: string): string => code(text).replace(/\|/g, "\\|");
