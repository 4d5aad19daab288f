/** An object of a large JSON document: the keys that lead to it, and its text. */
export interface JsonObject {
  readonly path: readonly string[];
  readonly text: string;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * The objects of a JSON document that stand under wanted keys, one after the other, so that a document of any size is
 * read in little memory. Only braces and strings are looked at: what an object says is for `JSON.parse`. Throws where
 * the document ends before it should.
 */
export async function* readObjects(
  chunks: AsyncIterable<Buffer>,
  isWanted: (path: readonly string[]) => boolean,
): AsyncGenerator<JsonObject> {
  const path: string[] = [];
  let key = "";
  let inString = false;
  let escaped = false;
  let string: Buffer[] = [];
  /** Open braces of the object that is being taken; 0 outside of one. */
  let depth = 0;
  let taken: Buffer[] = [];
  let begun = false;

  for await (const chunk of chunks) {
    let stringFrom = 0;
    let takenFrom = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) {
          inString = false;
          if (depth === 0) string.push(chunk.subarray(stringFrom, at));
        }
      } else if (byte === QUOTE) {
        inString = true;
        string = [];
        stringFrom = at + 1;
      } else if (byte === COLON && depth === 0) {
        key = Buffer.concat(string).toString("utf8");
      } else if (byte === OPEN) {
        begun = true;
        if (depth > 0) depth += 1;
        else {
          path.push(key);
          if (isWanted(path)) {
            depth = 1;
            taken = [];
            takenFrom = at;
          }
        }
      } else if (byte === CLOSE) {
        if (depth > 1) depth -= 1;
        else {
          if (depth === 1) {
            depth = 0;
            taken.push(chunk.subarray(takenFrom, at + 1));
            yield { path: [...path], text: Buffer.concat(taken).toString("utf8") };
          }
          path.pop();
        }
      }
    }
    if (inString && depth === 0) string.push(chunk.subarray(stringFrom));
    if (depth > 0) taken.push(chunk.subarray(takenFrom));
  }
  if (!begun || path.length > 0) throw new Error("the document ends before its last brace");
}
