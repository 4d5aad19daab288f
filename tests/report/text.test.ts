import { describe, expect, it } from "vitest";
import { renderText } from "../../src/report/text.ts";
import { widthOf } from "../../src/report/width.ts";
import { estimateOf, urnOf } from "./estimate-fixture.ts";
import { exampleChange } from "./example-change.ts";

const linesOf = (text: string): readonly string[] => text.split("\n");
const lineWith = (text: string, part: string): string => linesOf(text).find((line) => line.includes(part)) ?? "";

describe("the terminal report", () => {
  const report = renderText([exampleChange]);

  it("shows a component with the subtotal of its children, before, after and change", () => {
    expect(lineWith(report, "cluster *")).toMatch(/\$160,750 +\$241,108 +\+\$80,358$/);
    expect(lineWith(report, "├ nodes")).toMatch(/^~ ├ nodes {2}EC2 instance +\$160,717 +\$241,075 +\+\$80,358$/);
  });

  it("tells how a charge changes, in quantity and rate", () => {
    expect(report).toContain("2,920 → 4,380 hours × $55.04");
  });

  it("shows a resource that goes away with what is saved", () => {
    expect(lineWith(report, "bastion")).toMatch(/^- bastion .*\$9\.20 +· +−\$9\.20$/);
  });

  it("says what depends on usage, with its rate, and never as zero", () => {
    expect(lineWith(report, "└ data")).toMatch(/by usage$/);
    expect(report).toContain("depends on usage: $0.023 per GB");
  });

  it("marks what has no price and what is not supported, and explains both below", () => {
    expect(lineWith(report, "+ mars")).toMatch(/no price$/);
    expect(lineWith(report, "+ farm")).toMatch(/not covered$/);
    expect(report).toContain("* Not supported: acme:gpu:Farm (compute) (farm)");
    expect(report).toContain("* No price: no price for mars in eu-west-1 (mars)");
  });

  it("states the horizon, the discount rate, the hours of a month and the date of the prices", () => {
    expect(report).toContain("12 months from 2026-04 · discounted at 8% a year · 730 hours a month");
    expect(report).toContain("prices of 2026-03-01");
  });

  it("shows the gravest verdict first, each piece of advice once, and the reason of an override", () => {
    expect(report.indexOf("✖ failed  Monthly increase")).toBeLessThan(report.indexOf("○ overridden  Total cost"));
    expect(report.indexOf("○ overridden")).toBeLessThan(report.indexOf("✔ passed  Monthly cost"));
    expect(report.split("Make it smaller.")).toHaveLength(2);
    expect(report).toContain("Accepted until 2026-12-31: Agreed for the launch");
  });

  it.each([60, 80, 100, 140])("fits %i columns", (width) => {
    for (const line of linesOf(renderText([exampleChange], { width })))
      expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  it("says the same with colour as without", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is what must go
    expect(renderText([exampleChange], { color: true }).replace(/\u001b\[\d+m/g, "")).toBe(report);
    expect(report).not.toContain("\u001b");
  });

  it("has one column of money where a stack is compared with nothing", () => {
    const text = renderText([estimateOf({ after: [{ name: "web" }] })]);
    expect(lineWith(text, "web")).toMatch(/^ {2}web {2}EC2 instance +\$73\.00$/);
    expect(text).toContain("not deployed yet");
  });

  it("says so where nothing costs anything", () => {
    expect(renderText([estimateOf({ after: [] })])).toContain("No resource of this stack costs anything.");
  });

  it("speaks of no return where no benefit is stated", () => {
    const text = renderText([estimateOf({ after: [{ name: "web" }] })]);
    expect(text).not.toContain("Return on investment");
    expect(text).toContain("No benefits are stated");
  });

  it("folds a long row of siblings into one line with their sum", () => {
    const after = Array.from({ length: 40 }, (_, at) => ({ name: `node-${at}`, price: "1" }));
    expect(lineWith(renderText([estimateOf({ after })]), "and 25 more")).toMatch(/\$18,250$/);
  });

  it("shows escape codes in names instead of sending them", () => {
    const text = renderText([estimateOf({ after: [{ name: "evil\u001b[2Jname" }] })]);
    expect(text).not.toContain("\u001b");
    expect(text).toContain("evil␛[2Jname");
  });

  it("finds a renamed resource by its alias", () => {
    const before = [{ name: "old", price: "1" }];
    const after = [{ name: "new", price: "2", aliases: [urnOf("old")] }];
    const text = renderText([estimateOf({ before, after })]);
    expect(lineWith(text, "new")).toMatch(/\$730\.00 +\$1,460 +\+\$730\.00$/);
    expect(lineWith(text, " old")).toBe("");
  });
});
