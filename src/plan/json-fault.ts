/** Where JSON text stops being JSON, and why. `truncated`: the text is right as far as it goes, but ends too early. */
export interface JsonFault {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  readonly message: string;
  readonly truncated: boolean;
}

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const isSpace = (char: string): boolean => char === " " || char === "\n" || char === "\r" || char === "\t";

/**
 * Finds the first fault of JSON text from `start`. Runs only after `JSON.parse` has refused: the engine's own message
 * has no position in some cases and quotes the document, which may hold secrets. Iterative, so depth does not matter.
 */
export const findJsonFault = (source: string, start = 0): JsonFault => {
  const open: ("{" | "[")[] = [];
  let expected: "value" | "value or ]" | "key" | "key or }" | ":" | "comma" = "value";
  let at = start;

  const fault = (message: string, truncated = false): JsonFault => {
    const before = source.slice(0, at);
    const lineStart = before.lastIndexOf("\n") + 1;
    return { line: before.split("\n").length, column: at - lineStart + 1, message, truncated };
  };
  const cut = (): JsonFault => fault("the text ends here, inside an unfinished value", true);

  for (;;) {
    while (at < source.length && isSpace(source[at]!)) at += 1;
    if (open.length === 0 && expected === "comma") {
      return fault("there is more text after the end of the JSON value");
    }
    const char = source[at];
    if (char === undefined) return cut();

    if (expected === "comma") {
      const close = open.at(-1) === "{" ? "}" : "]";
      if (char === ",") expected = close === "}" ? "key" : "value";
      else if (char === close) open.pop();
      else return fault(`expected \`,\` or \`${close}\``);
      at += 1;
    } else if (expected === ":") {
      if (char !== ":") return fault("expected `:` after a property name");
      expected = "value";
      at += 1;
    } else if ((expected === "key or }" && char === "}") || (expected === "value or ]" && char === "]")) {
      open.pop();
      expected = "comma";
      at += 1;
    } else if (char === '"') {
      const end = endOfString(source, at);
      if (end === undefined) {
        at = source.length;
        return cut();
      }
      at = Math.abs(end);
      if (end < 0) return fault("a text holds a control character or an unknown escape");
      expected = expected.startsWith("key") ? ":" : "comma";
    } else if (expected.startsWith("key")) {
      return fault("expected a property name in double quotes");
    } else if (char === "{" || char === "[") {
      open.push(char);
      expected = char === "{" ? "key or }" : "value or ]";
      at += 1;
    } else {
      LITERAL.lastIndex = at;
      const literal = LITERAL.exec(source)?.[0];
      if (literal === undefined) {
        return ["true", "false", "null", "-"].some((word) => word.startsWith(source.slice(at)))
          ? cut()
          : fault("expected a value");
      }
      at += literal.length;
      expected = "comma";
    }
  }
};

/** Offset after the closing quote; minus the offset of a fault inside; `undefined` where the text ends first. */
const endOfString = (source: string, quote: number): number | undefined => {
  for (let at = quote + 1; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return -at;
    if (code !== 0x5c) continue;
    at += 1;
    if (source[at] === "u") {
      const digits = source.slice(at + 1, at + 5);
      if (digits.length === 4 && !/^[\da-fA-F]{4}$/.test(digits)) return -at;
      at += 4;
    } else if (at < source.length && !'"\\/bfnrt'.includes(source[at]!)) return -at;
  }
  return undefined;
};
