import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/core/diagnostic.ts";
import { readCsv } from "../../src/prices/csv.ts";

const read = (text: string) => [...readCsv(text, "prices.csv")];

/** Writes records as RFC 4180 does. */
const write = (records: readonly (readonly string[])[], lineEnd: string): string =>
  records
    .map((fields) =>
      fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(","),
    )
    .join(lineEnd);

describe("a CSV file", () => {
  it("numbers its records by the line they start on, also after fields with line ends", () => {
    expect(read('a,b\n"x\ny",2\r\n\nc,d\n')).toEqual([
      { line: 1, fields: ["a", "b"] },
      { line: 2, fields: ["x\ny", "2"] },
      { line: 5, fields: ["c", "d"] },
    ]);
  });

  it("may start with a byte order mark, hold doubled quotes and end without a line end", () => {
    expect(read('\ufeffa,"say ""hi"", ok",')).toEqual([{ line: 1, fields: ["a", 'say "hi", ok', ""] }]);
  });

  it.each([
    ['a,b\n"never closed,2\n3,4', "prices.csv:2: a quoted field is never closed"],
    ['a,b\n"x"y,2', "prices.csv:2: something follows a closing quote"],
    ['a,b\nx"y,2', "prices.csv:2: a quote stands inside a field that is not quoted"],
  ])("is refused with file and line where a quote is broken: %j", (text, message) => {
    expect(() => read(text)).toThrow(InputError);
    expect(() => read(text)).toThrow(message);
  });

  it("gives back what was written, whatever the fields hold", () => {
    const field = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "é", " ") });
    // A record of one empty field is an empty line, which a reader cannot tell from none.
    const records = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(records, fc.constantFrom("\n", "\r\n"), (written, lineEnd) => {
        expect(read(write(written, lineEnd)).map(({ fields }) => fields)).toEqual(written);
      }),
    );
  });
});
