import { describe, expect, it } from "vitest";
import { decimal } from "../../src/core/decimal.ts";
import { cashFlowChart, cumulative } from "../../src/report/chart.ts";
import { renderHtml } from "../../src/report/html.ts";
import { html } from "../../src/report/html-tag.ts";
import { estimateOf } from "./estimate-fixture.ts";
import { exampleChange } from "./example-change.ts";

describe("the html template", () => {
  it("escapes what is put into it, and joins lists", () => {
    const items = ["<a>", '"b"'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul title="${"it's"}">${items}${null}</ul>`.text).toBe(
      '<ul title="it&#39;s"><li>&lt;a&gt;</li><li>&quot;b&quot;</li></ul>',
    );
  });
});

describe("the HTML report", () => {
  const page = renderHtml([exampleChange]);

  it("stands alone: no script, nothing loaded from elsewhere", () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(/);
    expect(page).toContain("default-src 'none'");
  });

  it("shows the change, the tree, the verdicts, the assumptions and what is left out", () => {
    for (const part of [
      "monthly cost rises by $80,349",
      "2,920 → 4,380 hours × $55.04",
      "failed",
      "The image is taken to be Linux.",
      "Not supported: acme:gpu:Farm",
    ]) {
      expect(page).toContain(part);
    }
  });

  it("opens and closes every element", () => {
    for (const tag of ["table", "tbody", "tr", "td", "ul", "ol", "main", "svg", "span"]) {
      expect([tag, page.split(new RegExp(`<${tag}[ >]`)).length]).toEqual([tag, page.split(`</${tag}>`).length]);
    }
  });

  it("turns a name with mark-up or escape codes into harmless text", () => {
    const evil = renderHtml([estimateOf({ after: [{ name: "<script>alert(1)</script>\u001b[2J" }] })]);
    expect(evil).not.toContain("<script>");
    expect(evil).toContain("&lt;script&gt;alert(1)&lt;/script&gt;␛[2J");
  });
});

describe("the chart", () => {
  it("sums benefits less costs month by month", () => {
    const flow = { costs: [decimal(100), decimal(10), decimal(10)], benefits: [decimal(0), decimal(60), decimal(60)] };
    expect(cumulative(flow).map(String)).toEqual(["-100", "-50", "0"]);
  });

  it("has a line for each side that is there, and one point a month", () => {
    const svg = cashFlowChart(exampleChange)?.text ?? "";
    expect(svg.match(/class="flow/g)).toHaveLength(2);
    expect(svg.match(/L\d/g)).toHaveLength(24);
    expect(svg).not.toContain("NaN");
  });

  it("is left out where no money flows", () => {
    expect(cashFlowChart(estimateOf({ after: [] }))).toBeNull();
  });
});
