import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { painter } from "../../src/report/style.ts";
import { renderTable } from "../../src/report/table.ts";
import { cutMiddle, widthOf, wrap, wrapItems } from "../../src/report/width.ts";

const paint = painter(false);

describe("renderTable", () => {
  it("lines decimal points up and lets the flexible column take what is left", () => {
    const rows = [
      [{ text: "nodes" }, { text: "$160,717" }],
      [{ text: "nat" }, { text: "$32.85" }],
      [{ text: "bucket" }, { text: "by usage" }],
    ];
    expect(renderTable([{ align: "left", flexible: true }, { align: "decimal" }], rows, { width: 30, paint })).toEqual([
      "nodes              $160,717",
      "nat                     $32.85",
      "bucket                by usage",
    ]);
  });

  it("lets a row of one cell run over all columns", () => {
    const rows = [[{ text: "a" }, { text: "b" }], [{ text: "a sentence that is longer than one column" }]];
    expect(renderTable([{ align: "left", flexible: true }, { align: "right" }], rows, { width: 50, paint })[1]).toBe(
      "a sentence that is longer than one column",
    );
  });

  it("keeps a quantity whole: the description is cut before it, and has the line for itself where too little is left", () => {
    const rows = [[{ text: "a long description of a meter", tail: "730 hours × $0.10" }, { text: "$73.00" }]];
    const columns = [{ align: "left", flexible: true }, { align: "decimal" }] as const;
    const [line = ""] = renderTable(columns, rows, { width: 52, paint });
    expect(line).toMatch(/^a l.*….* {2}730 hours × \$0\.10 {2}\$73\.00$/);
    expect(widthOf(line)).toBe(52);
    expect(renderTable(columns, rows, { width: 40, paint })).toEqual([
      "a long description of a meter     $73.00",
      "  730 hours × $0.10",
    ]);
  });

  it("gives a quantity its own line under a row of one cell too, behind the row's branches", () => {
    const rows = [[{ lead: "│ ", text: "a long description of a meter", tail: "730 hours × $0.10" }]];
    expect(renderTable([{ align: "left", flexible: true }], rows, { width: 36, paint })).toEqual([
      "│ a long description of a meter",
      "│   730 hours × $0.10",
    ]);
  });

  it("is never wider than asked for, whatever the names are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.integer({ min: 0, max: 99999 })), { minLength: 1 }),
        (pairs) => {
          const rows = pairs.map(([name, value]) => [
            { text: name.replace(/[\p{Cc}\p{Cf}]/gu, "") },
            { text: `$${value}` },
          ]);
          for (const line of renderTable([{ align: "left", flexible: true }, { align: "decimal" }], rows, {
            width: 60,
            paint,
          }))
            expect(widthOf(line)).toBeLessThanOrEqual(60);
        },
      ),
    );
  });
});

describe("cutMiddle", () => {
  it("keeps both ends of a name", () => {
    expect(cutMiddle("training-cluster-nodes-a", 11)).toBe("train…des-a");
  });

  it("counts wide characters as two", () => {
    expect(widthOf(cutMiddle("推論推論推論推論", 7))).toBeLessThanOrEqual(7);
  });
});

describe("wrap", () => {
  it("breaks at spaces, and inside a word only where it must", () => {
    expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
    expect(wrap("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
  });

  it("breaks a list only between its items", () => {
    expect(wrapItems(["36 months", "8% a year", "730 hours"], 24)).toEqual(["36 months · 8% a year", "730 hours"]);
  });
});
