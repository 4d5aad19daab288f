import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { code, codeCell, escaped } from "../../src/report/markdown-escape.ts";
import { estimateOf } from "./estimate-fixture.ts";
import { exampleChange } from "./example-change.ts";

describe("the pull request report", () => {
  const report = renderMarkdown([exampleChange]);

  it("starts with the change", () => {
    expect(report.split("\n")[0]).toBe(
      "### `shop/prod`: monthly cost rises by $80,349 (+50%) to $241,108, which leaves something out",
    );
  });

  it("lists the components that change, and only those, before the details", () => {
    const table = report.slice(report.indexOf("**What changes"), report.indexOf("<details>"));
    expect(table).toMatch(/`nodes` EC2 instance .*\| +\$160,717 \| +\$241,075 \| \+\$80,358 \|/);
    expect(table).not.toContain("`nat`");
  });

  it("shows open verdicts in full and passed ones in a line", () => {
    expect(report).toContain("❌ **Monthly increase**\n- The monthly cost rises by more than 10%. Make it smaller.");
    expect(report).toContain("🟡 **Total cost**, accepted until 2026-12-31: Agreed for the launch");
    expect(report).toContain("✅ Monthly cost");
  });

  it("says which way the cost goes", () => {
    const same = [{ name: "web" }];
    expect(renderMarkdown([estimateOf({ before: same, after: same })])).toContain("monthly cost stays at $73.00");
    expect(renderMarkdown([estimateOf({ before: same, after: [] })])).toContain(
      "monthly cost falls by $73.00 (−100%) to $0",
    );
    expect(renderMarkdown([estimateOf({ after: same })])).toContain("`shop/prod`: $73.00 a month");
  });

  it("stays within a comment's length, is cut between rows, and says so", () => {
    const after = Array.from({ length: 3000 }, (_, at) => ({ name: `node-${at}`, price: `${at + 1}` }));
    const long = renderMarkdown([estimateOf({ before: [], after })]);
    expect(long.length).toBeLessThanOrEqual(60_000);
    expect(long).toMatch(/… \d+ more rows left out for length/);
    for (const line of long.split("\n").filter((row) => row.startsWith("|"))) expect(line).toMatch(/\|$/);
    expect(long.split("<details>").length).toBe(long.split("</details>").length);
    expect(long).toContain("730 hours a month");
  });

  it("lets no name out of its cell, into HTML or to a person", () => {
    const text = renderMarkdown([
      estimateOf({ before: [], after: [{ name: "a|b`c` <img src=x> @team", title: "<b>@team</b> | [x](y)" }] }),
    ]);
    const row = text.split("\n").find((line) => line.includes("c`")) ?? "";
    expect(row.replace(/\\\|/g, "").split("|")).toHaveLength(6);
    expect(row).toContain("&lt;b>".replace(">", "\\>"));
    expect(row).not.toMatch(/<b>|[^`]@team<|\[x\]\(/);
  });
});

describe("escaping", () => {
  it("keeps mark-up characters as text", () => {
    expect(escaped("*a* _b_ <c> & [d] #1")).toBe("\\*a\\* \\_b\\_ &lt;c\\> &amp; \\[d\\] \\#1");
  });

  it("breaks a mention", () => {
    expect(escaped("ask @octocat")).toBe("ask @\u200boctocat");
  });

  it("fences code by more backticks than it holds", () => {
    expect(code("a``b")).toBe("```a``b```");
    expect(code("`a")).toBe("`` `a ``");
    expect(codeCell("a|b")).toBe("`a\\|b`");
  });
});
