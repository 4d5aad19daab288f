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

  it("marks every figure that leaves something out, returns too, and no other", () => {
    for (const label of ["Monthly cost", "Total cost, 12 months", "Total cost, present value", "Return on investment"])
      expect(report).toMatch(new RegExp(`^  ${label} \\* `, "m"));
    expect(report).toMatch(/^ {2}Monthly benefit +\$/m);
    expect(renderText([estimateOf({ after: [{ name: "web" }], earns: true })])).not.toContain("*");
  });

  it("tells no change where only the price before is unknown", () => {
    const before = [{ name: "web", status: "unpriced" }] as const;
    const text = renderText([estimateOf({ before, after: [{ name: "web", price: "0.2" }] })]);
    expect(lineWith(text, "web")).toMatch(/^ {2}web \* {2}EC2 instance +\$73\.00 +\$146\.00$/);
  });

  it("tells one cause once: a price that is missing for what could not be read is not told beside it", () => {
    const estimate = estimateOf({ after: [{ name: "web", price: null }] });
    const [web] = estimate.after.resources;
    if (web === undefined) throw new Error("the estimate has a resource");
    const unread = (missing: string): string => {
      const gaps = [{ property: "instanceType", decisive: true, message: "the type is not known, so it has no price" }];
      const lines = web.lines.map((line) => ({ ...line, missing }));
      return renderText([{ ...estimate, after: { ...estimate.after, resources: [{ ...web, gaps, lines }] } }]);
    };
    const one = unread("the type is not known, and so is its price");
    expect(one).toContain("* Unknown: the type is not known, so it has no price (web)");
    expect(one).not.toContain("* No price");
    expect(unread("nobody sells it")).toContain("* No price: nobody sells it (web)");
  });

  it("names the side that the plan does not show, where there are two", () => {
    const missing = ["The preview does not say how a stands today."];
    const two = estimateOf({ before: [{ name: "a" }], after: [{ name: "a" }], missing });
    const onlyAfter = { ...two, plan: { ...two.plan, before: { ...two.plan.before, missing: [] } } };
    expect(renderText([onlyAfter])).toContain(
      "* Missing: The preview does not say how a stands today (after the change).",
    );
    const alone = estimateOf({ after: [{ name: "a" }], missing });
    expect(renderText([alone])).toContain("* Missing: The preview does not say how a stands today.");
  });

  it("writes one month without an s", () => {
    const sample = estimateOf({ after: [{ name: "web" }] });
    const text = renderText([{ ...sample, settings: { ...sample.settings, horizonMonths: 1 } }]);
    expect(text).toContain("1 month from");
    expect(text).toContain("Total cost, 1 month ");
  });

  it("puts advice behind all findings of its rule, and advice of several rules at the end with their names", () => {
    const finding = (message: string, hint: string) => ({ message, measured: null, limit: null, hint });
    const verdict = (rule: string, ...findings: ReturnType<typeof finding>[]) => ({
      rule,
      title: rule,
      outcome: "fail" as const,
      findings,
    });
    const text = renderText([
      estimateOf({
        after: [{ name: "web" }],
        verdicts: [
          verdict("one", finding("First.", "Own."), finding("Second.", "Own."), finding("Third.", "Shared.")),
          verdict("two", finding("Fourth.", "Shared.")),
        ],
      }),
    ]);
    const gate = linesOf(text).slice(linesOf(text).indexOf("GATE") + 1, linesOf(text).indexOf("GATE") + 9);
    expect(gate.map((line) => line.trim())).toEqual([
      "✖ failed  one  one",
      "First.",
      "Second.",
      "Own.",
      "Third.",
      "✖ failed  two  two",
      "Fourth.",
      "one, two: Shared.",
    ]);
  });

  it("shows the gravest verdict first, each piece of advice once, and the reason of an override", () => {
    expect(report.indexOf("✖ failed  Monthly increase")).toBeLessThan(report.indexOf("○ overridden  Total cost"));
    expect(report.indexOf("○ overridden")).toBeLessThan(report.indexOf("✔ passed  Monthly cost"));
    expect(report.split("Make it smaller.")).toHaveLength(2);
    expect(report).toContain("Accepted until 2026-12-31: Agreed for the launch");
  });

  it("stays within its width whatever a figure is", () => {
    const after = [{ name: "web", quantity: "1e40", price: "1e9" }];
    const text = renderText([estimateOf({ before: [{ name: "web", price: "1e30" }], after, earns: true })]);
    for (const line of linesOf(text)) expect(widthOf(line)).toBeLessThanOrEqual(100);
    expect(text).toContain("$1.00e49");
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
