import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/core/decoded-text.ts";

const littleEndian = (text: string): Buffer => Buffer.from(text, "utf16le");
const bigEndian = (text: string): Buffer => littleEndian(text).swap16();

const ENCODERS = {
  "UTF-8": (text: string) => Buffer.from(text, "utf8"),
  "UTF-8 with its mark": (text: string) => Buffer.from(`\ufeff${text}`, "utf8"),
  "UTF-16 with the low byte first": (text: string) => littleEndian(`\ufeff${text}`),
  "UTF-16 with the high byte first": (text: string) => bigEndian(`\ufeff${text}`),
};

describe("a decoded text", () => {
  it.each(Object.entries(ENCODERS))("is the same in %s", (_, encode) => {
    expect(decodeText(encode('{ "name": "größe 😀" }\r\n'))).toBe('{ "name": "größe 😀" }\r\n');
  });

  it("is the same in all of them, whatever it says", () => {
    const text = fc.string({ unit: "grapheme" }).filter((one) => !one.startsWith("\ufeff"));
    fc.assert(
      fc.property(text, (one) => {
        for (const encode of Object.values(ENCODERS)) expect(decodeText(encode(one))).toBe(one);
      }),
    );
  });

  it("of no bytes is empty", () => {
    expect(decodeText(Buffer.alloc(0))).toBe("");
  });

  it("keeps what stands before a byte that is cut off", () => {
    expect(decodeText(littleEndian("\ufeff{}").subarray(0, 5))).toMatch(/^\{/);
  });
});
