import { InputError } from "../core/diagnostic.ts";
import type { PlanDocument } from "./document.ts";
import { findJsonFault } from "./json-fault.ts";

/** Where UTF-16 shows without a byte order mark: every other byte of its first word is a zero. */
const FIRST_WORD = 8;

/**
 * Offset of the first line that opens a JSON object: older engines print what they install before it.
 * Throws InputError where the document is empty or holds no such line.
 */
export const startOfJson = ({ name, text }: PlanDocument): number => {
  if (text.slice(0, FIRST_WORD).includes("\0")) {
    throw new InputError({
      severity: "error",
      code: "plan-not-utf-8",
      message: "the document is neither UTF-8 nor UTF-16 with a byte order mark",
      place: { file: name },
      hint: "Write it as UTF-8, in PowerShell with `| Out-File -Encoding utf8 plan.json`.",
    });
  }
  const start = /^[ \t\uFEFF]*\{/m.exec(text);
  if (start !== null) return start.index + start[0].length - 1;
  const empty = text.trim() === "";
  throw new InputError({
    severity: "error",
    code: empty ? "plan-empty" : "plan-not-json",
    message: empty ? "the document is empty" : "the document holds no JSON object",
    place: { file: name },
    hint: empty
      ? "The command that writes it probably failed before its first line: run it alone and read its error."
      : "Expected the output of `pulumi preview --json --show-sames`, `pulumi stack export` or `pulumi preview --save-plan`.",
  });
};

/**
 * Parses one JSON text that begins at `start`, up to `end`.
 * Throws InputError naming file, line, column and what is wrong.
 */
export const parseJson = ({ name, text }: PlanDocument, start: number, end = text.length): unknown => {
  try {
    return JSON.parse(start === 0 && end === text.length ? text : text.slice(start, end));
  } catch {
    const { line, column, message, truncated } = findJsonFault(end === text.length ? text : text.slice(0, end), start);
    throw new InputError({
      severity: "error",
      code: truncated ? "plan-truncated" : "plan-not-json",
      message: truncated ? `truncated at line ${line}: ${message}` : `not valid JSON: ${message}`,
      place: { file: name, line, column },
      ...(truncated && {
        hint: "The file was cut short: let the command that writes it finish, and hand it over whole.",
      }),
    });
  }
};
