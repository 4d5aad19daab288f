import type { Estimate } from "../model/estimate.ts";
import { listAssumptions } from "./assumption-list.ts";
import { cashFlowChart } from "./chart.ts";
import { coverageNotes, coverageSentence } from "./coverage-notes.ts";
import { basisSentences, compares, comparisonSentence, originText } from "./framing.ts";
import { headlineText } from "./headline.ts";
import { costTable, gateList, summaryTable } from "./html-parts.ts";
import { STYLE_SHEET } from "./html-style.ts";
import { type Html, html, trusted } from "./html-tag.ts";
import { joinResources } from "./joined-resource.ts";
import { hasBenefits, summaryRows } from "./measures.ts";
import { assumptionText, noteText } from "./text-notes.ts";

/** The whole report as one HTML page: no script, nothing loaded from elsewhere, ready for print. */
export const renderHtml = (estimates: readonly Estimate[]): string => {
  const names = estimates.map(({ plan }) => `${plan.project} / ${plan.stack}`).join(", ");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${names}: cost and return</title>
<style>${trusted(STYLE_SHEET)}</style>
</head>
<body>
${estimates.map(stackSection)}
<footer>Made by rackrate. What a price list does not hold, and what depends on usage that nobody stated, is left out and named.</footer>
</body>
</html>
`.text;
};

const section = (title: string, content: Html | null): Html | null =>
  content === null ? null : html`<h2>${title}</h2>\n${content}\n`;

const list = (tag: "ol" | "ul", texts: readonly string[]): Html | null => {
  if (texts.length === 0) return null;
  const items = texts.map((text) => html`<li>${text}</li>\n`);
  return tag === "ol" ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
};

const tiles = (estimate: Estimate): Html => {
  const wanted = ["monthlyCost", "tco", "npv", "roi", "paybackMonths", "costPerGpuHour"];
  const rows = summaryRows(estimate).filter(({ measure }) => wanted.includes(measure));
  return html`<div class="tiles">${rows.map(({ label, after, change, range }) => html`<div class="tile"><span>${label}</span><b>${after}</b><span>${compares(estimate) ? change : range}</span></div>\n`)}</div>`;
};

const chartSection = (estimate: Estimate): Html | null => {
  const chart = cashFlowChart(estimate);
  if (chart === null) return null;
  const legend = compares(estimate)
    ? html`<p class="legend"><span class="after"><i></i>after</span> &nbsp; <span class="before"><i></i>before</span></p>`
    : null;
  return html`${chart}${legend}`;
};

const stackSection = (estimate: Estimate): Html => {
  const resources = joinResources(estimate);
  const notes = coverageNotes(estimate, resources);
  const comparison = comparisonSentence(estimate);
  return html`<main>
<h1>${estimate.plan.project} / ${estimate.plan.stack}</h1>
<p>From ${originText(estimate)}. ${basisSentences(estimate).join(" · ")}</p>
${comparison === null ? null : html`<p>${comparison}</p>`}
<p class="headline">${headlineText(estimate)}</p>
${tiles(estimate)}
${section("Cumulative cash flow", chartSection(estimate))}
${section("Gate", gateList(estimate.verdicts))}
${section("Measures", summaryTable(estimate))}
${hasBenefits(estimate) ? null : html`<p>No benefits are stated, so no return can be computed.</p>`}
${section("Monthly cost", costTable(estimate, resources))}
<p>${coverageSentence(estimate)}</p>
${section("Assumptions", list("ol", listAssumptions(estimate).map(assumptionText)))}
${section("* Not in the sums", list("ul", notes.map(noteText)))}
</main>
`;
};
