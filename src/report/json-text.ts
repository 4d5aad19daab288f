import { visibleJson } from "./sanitize.ts";

/** JSON text in pieces, so that a document may be larger than a string can be. No terminal acts on a character of it. */
export type Pieces = Iterable<string>;

const textOf = (value: unknown): string => visibleJson(JSON.stringify(value));

const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;

/** Items between brackets, each on lines of its own. */
export function* enclosed(brackets: "[]" | "{}", items: Iterable<Pieces>): Generator<string> {
  let separator = `${brackets[0]}\n`;
  for (const item of items) {
    yield separator;
    yield* item;
    separator = ",\n";
  }
  yield separator === ",\n" ? `\n${brackets[1]}` : brackets;
}

/** A list or an object with one item a line: a change shows as one line, and a large stack takes little room. */
function* inLines(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) yield textOf(value);
  else if (isIterable(value)) yield* enclosed("[]", each(value, textOf));
  else
    yield* enclosed(
      "{}",
      each(Object.entries(value), ([key, item]) => `${JSON.stringify(key)}: ${textOf(item)}`),
    );
}

function* each<T>(items: Iterable<T>, text: (item: T) => string): Generator<Pieces> {
  for (const item of items) yield [text(item)];
}

/** The fields of an object, each written in lines; a field may be any iterable and is then a list. */
export const fieldsOf = (object: object): readonly Pieces[] =>
  Object.entries(object).map(([key, value]) => [`${JSON.stringify(key)}: `, ...inLines(value)]);
