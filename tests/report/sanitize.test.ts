import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visible, visibleJson } from "../../src/report/sanitize.ts";

const ESC = "\u001b";

describe("visible", () => {
  it("shows an escape sequence instead of sending it", () => {
    expect(visible(`${ESC}[31mred${ESC}[0m`)).toBe("␛[31mred␛[0m");
  });

  it("shows line breaks, deletes and the second set of controls", () => {
    expect(visible("a\r\nb\u007f\u009b2J")).toBe("a␍␊b␡\\u{9b}2J");
  });

  it("shows marks that turn the direction of text or hide in it", () => {
    expect(visible("pay\u202epal\u200b")).toBe("pay\\u{202e}pal\\u{200b}");
  });

  it("leaves ordinary text of any script alone", () => {
    expect(visible("Größe 大きさ – naïve 🙂")).toBe("Größe 大きさ – naïve 🙂");
  });

  it("leaves no character that a terminal acts on, whatever comes in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(visible(text))),
    );
  });
});

describe("visibleJson", () => {
  it("keeps every value while no control character is left", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const json = visibleJson(JSON.stringify({ text }, null, 2));
        expect(JSON.parse(json)).toEqual({ text });
        expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
