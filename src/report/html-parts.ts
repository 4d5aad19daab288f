import type { Decimal } from "../core/decimal.ts";
import type { Estimate } from "../model/estimate.ts";
import type { Verdict } from "../model/verdict.ts";
import { type CostNode, change, componentTree } from "./component-tree.ts";
import { compares, operationMark } from "./framing.ts";
import { type Html, html } from "./html-tag.ts";
import type { JoinedResource } from "./joined-resource.ts";
import { meterRows, meterText } from "./line-text.ts";
import { summaryRows } from "./measures.ts";
import { money, signed } from "./money.ts";
import { STATUS_WORDS } from "./status-words.ts";
import { OUTCOMES, orderedVerdicts } from "./text-gates.ts";

const INDENT_EM = 1.2;

const cells = (estimate: Estimate, before: Html | string, after: Html | string, delta: Html | string): Html =>
  compares(estimate) ? html`<td>${before}</td><td>${after}</td><td>${delta}</td>` : html`<td>${after}</td>`;

const head = (estimate: Estimate, first: string, last: Html | null): Html =>
  html`<thead><tr><th>${first}</th>${compares(estimate) ? html`<th>before</th><th>after</th><th>change</th>` : html`<th>value</th>`}${last}</tr></thead>`;

const deltaCell = (delta: Decimal | null, currency: string): Html =>
  delta === null
    ? html``
    : html`<span class="${delta.isPositive() ? "bad" : "good"}">${signed(delta, (value) => money(value, currency))}</span>`;

const nodeRows = (estimate: Estimate, node: CostNode, depth: number): readonly Html[] => {
  const { resource, subtotal, children } = node;
  const { currency } = estimate.settings;
  const amount = (value: Decimal | null): Html =>
    value === null ? html`<span class="warn">${STATUS_WORDS[resource.status]}</span>` : html`${money(value, currency)}`;
  const after = html`${amount(subtotal.after)}${subtotal.complete || subtotal.after === null ? null : html` *`}`;
  const indent = (depth * INDENT_EM).toFixed(1);
  const first = html`<td style="padding-left: ${indent}em"><span class="mark">${operationMark(estimate, resource.op)}</span>${resource.name} <span class="quiet">${resource.title}</span></td>`;
  const meters = meterRows(resource).map((meter) => {
    const { line } = meter.shown;
    const value = (side: "before" | "after"): string =>
      meter[side]?.monthly.value ? money(meter[side].monthly.value, currency) : "";
    const text = `${line.part ? `${line.part}: ` : ""}${line.description}, ${meterText(meter, currency)}`;
    return html`<tr class="meter"><td style="padding-left: ${((depth + 1) * INDENT_EM).toFixed(1)}em">${text}</td>${cells(estimate, value("before"), value("after"), "")}</tr>\n`;
  });
  return [
    html`<tr class="${children.length > 0 ? "parent" : "leaf"}">${first}${cells(estimate, amount(subtotal.before), after, deltaCell(change(subtotal), currency))}</tr>\n`,
    ...meters,
    ...children.flatMap((child) => nodeRows(estimate, child, depth + 1)),
  ];
};

/** The cost of every component with its charges. */
export const costTable = (estimate: Estimate, resources: readonly JoinedResource[]): Html =>
  html`<table>${head(estimate, "resource", null)}<tbody>${componentTree(resources).flatMap((node) => nodeRows(estimate, node, 0))}</tbody></table>`;

const EFFECTS = { better: "good", worse: "bad", none: "quiet" } as const;

/** All measures with change and range. */
export const summaryTable = (estimate: Estimate): Html => {
  const rows = summaryRows(estimate).map(
    (row) =>
      html`<tr><td>${row.label}</td>${cells(estimate, row.before, row.after, html`<span class="${EFFECTS[row.effect]}">${row.change}</span>`)}<td class="note">${row.note || row.range}</td></tr>\n`,
  );
  return html`<table>${head(estimate, "measure", html`<th class="note">range</th>`)}<tbody>${rows}</tbody></table>`;
};

/** What the gate says; nothing where no rule applies. */
export const gateList = (verdicts: readonly Verdict[]): Html | null => {
  const ordered = orderedVerdicts(verdicts);
  if (ordered.length === 0) return null;
  const item = (verdict: Verdict): Html => {
    const { mark, word, tone } = OUTCOMES[verdict.outcome];
    const findings = verdict.outcome === "pass" ? [] : verdict.findings;
    return html`<li><span class="${tone}"><span class="mark">${mark}</span>${word}</span> <b>${verdict.title}</b>${findings.map(({ message, hint }) => html`<br>${message}${hint ? html` <span class="quiet">${hint}</span>` : null}`)}${verdict.override ? html`<br><span class="warn">Accepted until ${verdict.override.expires}: ${verdict.override.reason}</span>` : null}</li>\n`;
  };
  return html`<ul class="gates">${ordered.map(item)}</ul>`;
};
