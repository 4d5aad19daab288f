import { describe, expect, it } from "vitest";
import { InputError } from "../../src/core/diagnostic.ts";
import { assumed, total } from "../../src/core/figure.ts";
import { explain } from "../../src/report/explain.ts";
import { treeLines } from "../../src/report/explain-tree.ts";
import { painter } from "../../src/report/style.ts";
import { widthOf } from "../../src/report/width.ts";
import { estimateOf } from "./estimate-fixture.ts";
import { exampleChange } from "./example-change.ts";

const options = { width: 80, paint: painter(false), all: false };

describe("explain", () => {
  it("goes from a measure down to prices with source and date", () => {
    const tree = explain(exampleChange, "tco");
    expect(tree).toMatch(
      /^tco, after\ntotal cost ·+ \$2,893,297\n│ = monthly cost × months\n│ leaves out: .*\n└ monthly cost/,
    );
    expect(tree).toContain("price of nodes");
    expect(tree).toContain("source: Example price list, 2026-03-01");
  });

  it("says what a sum leaves out", () => {
    expect(explain(exampleChange, "monthlyCost")).toContain("leaves out: data: Use of it; mars: Use of it");
  });

  it("takes a resource, one of its lines, a URN, and either side", () => {
    const urn = "urn:pulumi:prod::shop::aws:ec2/instance:Instance::nodes";
    for (const path of ["nodes", "nodes.use", urn]) expect(explain(exampleChange, path)).toContain("$241,075 / month");
    expect(explain(exampleChange, "nodes", { side: "before" })).toContain("$160,717 / month");
  });

  it("understands the words that people use for a measure", () => {
    expect(explain(exampleChange, "Monthly Cost")).toBe(explain(exampleChange, "monthlyCost"));
    expect(explain(exampleChange, "upfront")).toContain("upfront cost");
  });

  it("lists what can be asked for where nothing is asked", () => {
    const names = explain(exampleChange, null);
    for (const name of ["monthlyCost", "roi", "benefit.calls", "nodes", "nodes.use", "bastion"])
      expect(names).toMatch(new RegExp(`^${name.replace(".", "\\.")} `, "m"));
  });

  it("lists all of them, however many there are", () => {
    const after = Array.from({ length: 100 }, (_, at) => ({ name: `node-${at}` }));
    const names = explain(estimateOf({ after }), null);
    expect(names).toContain("node-99.use");
    expect(names).not.toContain("…");
  });

  it("refuses an unknown name and suggests a near one", () => {
    expect(() => explain(exampleChange, "node")).toThrow(InputError);
    expect(() => explain(exampleChange, "node")).toThrow(/Did you mean nodes/);
  });

  it("shows the biggest terms of a long sum and folds the rest, unless all are wanted", () => {
    const estimate = estimateOf({
      after: Array.from({ length: 30 }, (_, at) => ({ name: `node-${at}`, quantity: 1, price: `${at + 1}` })),
    });
    const short = explain(estimate, "monthlyCost");
    expect(short).toContain("node-29: Use of it");
    expect(short).not.toContain("node-3: Use of it");
    expect(short).toContain("… 22 smaller terms, together $253.00 / month; --all shows them");
    expect(explain(estimate, "monthlyCost", { all: true })).toContain("node-3: Use of it");
  });

  it("is no wider than asked for, short of names that cannot be broken", () => {
    for (const line of explain(exampleChange, "tco", { width: 70 }).split("\n"))
      expect(widthOf(line)).toBeLessThanOrEqual(70);
  });
});

describe("the tree under a figure", () => {
  const load = assumed("load", "0.7", "1", "nobody stated it");

  it("marks an assumption", () => {
    expect([...treeLines(load, options)].join("\n")).toMatch(/^load ·+ 0\.7\n {2}assumed: nobody stated it$/);
  });

  it("takes a figure apart once and refers to it afterwards", () => {
    const inner = total("inner", "1", [load]);
    const tree = [...treeLines(total("outer", "1", [inner, inner]), options)].join("\n");
    expect(tree.split("assumed:")).toHaveLength(2);
    expect(tree).toContain("as above");
  });
});
