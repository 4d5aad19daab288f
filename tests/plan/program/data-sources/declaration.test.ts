import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readInterface, type Shape } from "../../../../src/plan/program/data-sources/declaration.ts";

const TEXT: Shape = { kind: "text" };
const OTHER: Shape = { kind: "other" };
const list = (of: Shape): Shape => ({ kind: "list", of });

const DECLARATION = `import * as outputs from "../types/output";
export interface GetQueuesArgs { region?: string; }
export interface GetQueuesResult {
    /** An order; not { a brace } of code. */
    readonly orders: outputs.batch.Order[];
    // size?: string
    readonly size?: number | undefined;
    readonly names: string[];
    readonly pairs: string[][];
    readonly many: Array<string>;
    readonly state: "on" | "off";
    readonly kind: (string | undefined);
    readonly "quoted-name": string;
    readonly tags: {
        [key: string]: string;
    };
    readonly inner: {
        deep: boolean;
        text: string;
    };
    readonly last: string;
}
`;

describe("the shape of a declared answer", () => {
  it("is read as Pulumi's packages write it", () => {
    const shape = readInterface(DECLARATION, "GetQueuesResult");
    expect(Object.fromEntries(shape?.members ?? [])).toEqual({
      orders: list({ kind: "named", name: "batch.Order" }),
      size: OTHER,
      names: list(TEXT),
      pairs: list(list(TEXT)),
      many: list(TEXT),
      state: TEXT,
      kind: TEXT,
      "quoted-name": TEXT,
      tags: { kind: "record", members: new Map() },
      inner: {
        kind: "record",
        members: new Map<string, Shape>([
          ["deep", OTHER],
          ["text", TEXT],
        ]),
      },
      last: TEXT,
    });
  });

  it("is none where the declaration has no such interface", () => {
    expect(readInterface(DECLARATION, "GetQueueResult")).toBeNull();
  });

  it("ends on any text at all", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      "(",
      ")",
      "<",
      ">",
      "|",
      "?",
      ":",
      ";",
      "string",
      "a.b",
      "/*",
      "//",
      '"',
      "\n",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 200 }), (pieces) => {
        readInterface(`interface A {${pieces.join(" ")}`, "A");
      }),
    );
    expect(() => readInterface(`interface A { a: ${"{ a: ".repeat(50_000)}`, "A")).not.toThrow();
    expect(() => readInterface(`interface A { a: ${"(".repeat(50_000)}`, "A")).not.toThrow();
  });
});
