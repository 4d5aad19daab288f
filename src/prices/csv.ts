import { InputError } from "../core/diagnostic.ts";

/** A record of a CSV file with the line it starts on, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

const QUOTE = '"';

/**
 * The records of a CSV text as RFC 4180 writes them: quoted fields may hold commas, doubled quotes and line ends; LF
 * and CRLF both end a record. Empty lines are skipped. Throws `InputError` with file and line for a broken quote.
 */
export function* readCsv(text: string, file: string): Generator<CsvRecord> {
  let line = 1;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    const end = text.indexOf("\n", start);
    const stop = end === -1 ? text.length : end;
    const plainLine = text.slice(start, text[stop - 1] === "\r" && stop > start ? stop - 1 : stop);
    if (plainLine.includes(QUOTE)) {
      const record = readQuoted(text, start, line, file);
      yield { line, fields: record.fields };
      line = record.nextLine;
      start = record.next;
    } else {
      if (plainLine !== "") yield { line, fields: plainLine.split(",") };
      line += 1;
      start = stop + 1;
    }
  }
}

interface QuotedRecord {
  readonly fields: readonly string[];
  readonly next: number;
  readonly nextLine: number;
}

/** Reads one record that holds quotes, character by character. */
const readQuoted = (text: string, start: number, startLine: number, file: string): QuotedRecord => {
  const fields: string[] = [];
  let line = startLine;
  let at = start;
  for (;;) {
    let field = "";
    if (text[at] === QUOTE) {
      for (at += 1; ; at += 1) {
        const close = text.indexOf(QUOTE, at);
        if (close === -1) throw broken(file, startLine, "a quoted field is never closed");
        const piece = text.slice(at, close);
        line += piece.split("\n").length - 1;
        field += piece;
        at = close + 1;
        if (text[at] !== QUOTE) break;
        field += QUOTE;
      }
      if (at < text.length && !/[,\r\n]/.test(text[at]!)) throw broken(file, line, "something follows a closing quote");
    } else {
      const from = at;
      while (at < text.length && !/[,\r\n]/.test(text[at]!)) {
        if (text[at] === QUOTE) throw broken(file, line, "a quote stands inside a field that is not quoted");
        at += 1;
      }
      field = text.slice(from, at);
    }
    fields.push(field);
    if (text[at] === ",") {
      at += 1;
      continue;
    }
    if (text[at] === "\r") at += 1;
    return { fields, next: at + 1, nextLine: line + 1 };
  }
};

const broken = (file: string, line: number, problem: string): InputError =>
  new InputError({ severity: "error", code: "broken-csv", message: problem, place: { file, line } });
