import { InputError } from "../core/diagnostic.ts";
import { asRecord, field, type JsonRecord, type PlanDocument } from "./document.ts";
import { parseJson, startOfJson } from "./json.ts";

/** A document with its kind known and, except for an event stream, its one JSON object parsed. */
export type DetectedDocument =
  | { readonly kind: "preview" | "state" | "saved-plan"; readonly name: string; readonly body: JsonRecord }
  | { readonly kind: "events"; readonly name: string; readonly lines: () => Iterable<EventLine> };

/** One line of an event stream. */
export interface EventLine {
  /** 1-based line in the file. */
  readonly line: number;
  readonly body: JsonRecord;
}

/**
 * Tells what a document is by its shape: the digest of `pulumi preview --json` (`steps`), a state export
 * (`deployment`), a saved plan (`resourcePlans`), or engine events, one a line (`sequence`), as the streaming form and
 * `--event-log` write them.
 * Throws InputError for anything else, naming the kinds that are read.
 */
export const detectDocument = (document: PlanDocument): DetectedDocument => {
  const { name } = document;
  const start = startOfJson(document);
  const end = endOfLine(document.text, start);
  const first = parsed(document, start, end);
  if (isEvent(first)) return { kind: "events", name, lines: () => eventLines(document, start) };
  // A document on one line is read already: it may be large, and must not be held twice.
  const isWhole = first !== undefined && isBlank(document.text, end);
  const body = asRecord(isWhole ? first : parseJson(document, start)) ?? {};
  if (Object.hasOwn(body, "resourcePlans")) return { kind: "saved-plan", name, body };
  if (Object.hasOwn(body, "deployment")) return { kind: "state", name, body };
  if (Object.hasOwn(body, "steps") || Object.hasOwn(body, "changeSummary")) return { kind: "preview", name, body };
  throw new InputError({
    severity: "error",
    code: "plan-unknown-kind",
    message: "this JSON is none of the documents a plan can be read from",
    place: { file: name },
    hint: "Accepted: `pulumi preview --json` (whole or streaming), an event log, `pulumi stack export`, a saved plan.",
  });
};

/** Reads a stream line by line, so that only what a reader keeps stays in memory. */
function* eventLines(document: PlanDocument, start: number): Generator<EventLine> {
  const { name, text } = document;
  let line = lineNumber(text, start);
  for (let from = start; from < text.length; line += 1) {
    const end = endOfLine(text, from);
    if (text.slice(from, end).trim() !== "") {
      const body = asRecord(parseJson(document, from, end));
      if (body === undefined) {
        throw new InputError({
          severity: "error",
          code: "plan-not-json",
          message: "expected one engine event, a JSON object, on each line",
          place: { file: name, line },
        });
      }
      yield { line, body };
    }
    from = end + 1;
  }
}

/** One line's value; `undefined` where it is not JSON by itself. */
const parsed = ({ text }: PlanDocument, start: number, end: number): unknown => {
  try {
    return JSON.parse(text.slice(start, end));
  } catch {
    return undefined;
  }
};

const isBlank = (text: string, from: number): boolean => {
  const rest = /\S/g;
  rest.lastIndex = from;
  return !rest.test(text);
};

const isEvent = (value: unknown): boolean => {
  const record = asRecord(value);
  return record !== undefined && typeof field(record, "sequence") === "number" && field(record, "steps") === undefined;
};

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
};

const lineNumber = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;
