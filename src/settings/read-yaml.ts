import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLParseError,
} from "yaml";
import { type Diagnostic, InputError } from "../core/diagnostic.ts";
import type { Located } from "./locate.ts";
import { showText } from "./show.ts";

/** A text with the name people know it by. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A YAML file as plain values, and where each of them stands. */
export interface YamlFile extends Located {
  readonly value: unknown;
}

/** Settings are written by people: a mebibyte is a hundred times the longest file anyone keeps. */
const LARGEST = 1024 * 1024;
/** So many uses of anchors are refused: the "billion laughs" file grows from few lines by using anchors in anchors. */
const MOST_ALIASES = 100;
const MOST_SHOWN = 10;
const LONGEST_FAULT = 200;

/** The faults people make most, in our words; the parser's own say the others well. */
const WORDS: Readonly<Record<string, { readonly message?: string; readonly hint: string }>> = {
  DUPLICATE_KEY: {
    message: "This key stands twice in the same mapping",
    hint: "Keep one of the two; which one counts is otherwise a guess.",
  },
  MULTIPLE_DOCS: {
    message: "A second document begins here",
    hint: "Remove the line `---`: settings are one document.",
  },
  RESOURCE_EXHAUSTION: { message: "The text is nested too deeply", hint: "Settings are at most a few levels deep." },
  TAB_AS_INDENT: { hint: "Indent with spaces." },
  BAD_INDENT: { hint: "Line the entry up with its neighbours, and close every bracket." },
};

const toDiagnostic = (file: string, fault: YAMLParseError, lines: LineCounter): Diagnostic => {
  const { line, col } = lines.linePos(fault.pos[0]);
  const words = WORDS[fault.code];
  return {
    severity: "error",
    code: "yaml-syntax",
    message: `This is not valid YAML: ${words?.message ?? showText(fault.message, LONGEST_FAULT)}.`,
    place: { file, line: Math.max(line, 1), column: Math.max(col, 1) },
    ...(words && { hint: words.hint }),
  };
};

const MERGE = "<<";

/** True for what a merge key may take: a mapping or a list of them, each written out or by its anchor. */
const canMerge = (value: unknown, document: Document): boolean => {
  const source = isAlias(value) ? value.resolve(document) : value;
  return isMap(source) || (isSeq(source) && source.items.every((item) => canMerge(item, document) && !isSeq(item)));
};

/**
 * Reads YAML 1.2 with merge keys.
 * @throws InputError where the text is not YAML, is too large, or uses anchors to explode.
 */
export const readYaml = ({ name, text }: NamedText): YamlFile => {
  const refuse = (message: string, hint: string): never => {
    throw new InputError({ severity: "error", code: "settings-unreadable", message, place: { file: name }, hint });
  };
  if (text.length > LARGEST) refuse("The file is larger than 1 MiB.", "Is this the settings file?");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false, logLevel: "error" });
  if (document.errors.length > 0) {
    const faults = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
    // A text nested too deep is reported for each level; once is enough.
    const deep = faults.find(({ code }) => code === "RESOURCE_EXHAUSTION");
    const shown = deep ? [deep] : faults.slice(0, MOST_SHOWN);
    throw new InputError(shown.map((fault) => toDiagnostic(name, fault, lines)));
  }
  const refuseAt = (node: Node | null, message: string, hint: string): never => {
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    const place = { file: name, line: Math.max(line, 1), column: Math.max(col, 1) };
    throw new InputError({ severity: "error", code: "yaml-syntax", message, place, hint });
  };
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return;
      refuseAt(
        alias,
        `The alias *${showText(alias.source)} names no anchor that stands before it.`,
        `A value is named by &${showText(alias.source)} in front of it; text that begins with * stands in quotes.`,
      );
    },
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || key.source !== MERGE || key.type !== "PLAIN" || canMerge(value, document)) return;
      refuseAt(
        key,
        "The merge key << takes a mapping, or a list of mappings.",
        "Write <<: *name of an anchored mapping.",
      );
    },
  });
  try {
    return { document, lines, value: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch (error) {
    if (!(error instanceof ReferenceError || error instanceof RangeError || error instanceof TypeError)) throw error;
    return refuse(
      "Its anchors and aliases cannot be resolved: there are too many, or they contain themselves.",
      "Write the repeated part out.",
    );
  }
};
