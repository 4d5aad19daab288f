import type { Estimate } from "../model/estimate.ts";
import type { Verdict } from "../model/verdict.ts";
import { type CostNode, change, componentTree } from "./component-tree.ts";
import { compares, operationMark } from "./framing.ts";
import type { JoinedResource } from "./joined-resource.ts";
import { meterRows, meterText } from "./line-text.ts";
import { codeCell, escaped } from "./markdown-escape.ts";
import { summaryRows } from "./measures.ts";
import { money, signed } from "./money.ts";
import { STATUS_WORDS } from "./status-words.ts";
import { orderedVerdicts } from "./text-gates.ts";
import { cutMiddle } from "./width.ts";

/** Names longer than this are cut in the middle. */
const NAME_WIDTH = 64;

const INDENT = "&emsp;";

type TableRow = readonly string[];

const row = (estimate: Estimate, name: string, before: string, after: string, delta: string): TableRow =>
  compares(estimate) ? [name, before, after, delta] : [name, after];

const nodeRow = (estimate: Estimate, { resource, subtotal, children }: CostNode, depth: number): TableRow => {
  const { currency } = estimate.settings;
  const amount = (value: CostNode["subtotal"]["after"]): string =>
    value === null ? STATUS_WORDS[resource.status] : money(value, currency);
  const name = codeCell(cutMiddle(resource.name, NAME_WIDTH));
  const mark = operationMark(estimate, resource.op);
  const label = `${INDENT.repeat(depth)}${mark === "" ? "" : `${codeCell(mark)} `}${children.length > 0 ? `**${name}**` : name} ${escaped(resource.title)}`;
  const delta = change(subtotal);
  return row(
    estimate,
    label,
    amount(subtotal.before),
    `${amount(subtotal.after)}${subtotal.complete || subtotal.after === null ? "" : " \\*"}`,
    delta === null ? "" : signed(delta, (value) => money(value, currency)),
  );
};

/** True where a resource or anything under it costs something else than before, or comes or goes. */
const isChanged = ({ resource, subtotal, children }: CostNode): boolean => {
  const delta = change(subtotal);
  return (
    (delta !== null && !delta.isZero()) ||
    (resource.status !== "free" && ["create", "delete", "replace"].includes(resource.op)) ||
    children.some(isChanged)
  );
};

const heading = (estimate: Estimate): TableRow =>
  row(estimate, "Resource", "Before", compares(estimate) ? "After" : "A month", "Change");

const rowsOf = (
  estimate: Estimate,
  nodes: readonly CostNode[],
  depth: number,
  wanted: (node: CostNode) => boolean,
  meters: boolean,
): readonly TableRow[] =>
  nodes
    .filter(wanted)
    .flatMap((node) => [
      nodeRow(estimate, node, depth),
      ...(meters ? meterTableRows(estimate, node.resource, depth + 1) : []),
      ...rowsOf(estimate, node.children, depth + 1, wanted, meters),
    ]);

const meterTableRows = (estimate: Estimate, resource: JoinedResource, depth: number): readonly TableRow[] =>
  meterRows(resource).map((meter) => {
    const { currency } = estimate.settings;
    const { line } = meter.shown;
    const value = (side: "before" | "after"): string =>
      meter[side]?.monthly.value ? money(meter[side].monthly.value, currency) : "";
    const label = `${line.part ? `${line.part}: ` : ""}${line.description}, ${meterText(meter, currency)}`;
    return row(estimate, `${INDENT.repeat(depth)}${escaped(label)}`, value("before"), value("after"), "");
  });

/** The components that change, with the subtotal of what they hold; the first row is the heading. */
export const changedRows = (estimate: Estimate, resources: readonly JoinedResource[]): readonly TableRow[] => [
  heading(estimate),
  ...rowsOf(estimate, componentTree(resources), 0, isChanged, false),
];

/** Everything that costs, with its charges; the first row is the heading. */
export const costRows = (estimate: Estimate, resources: readonly JoinedResource[]): readonly TableRow[] => [
  heading(estimate),
  ...rowsOf(estimate, componentTree(resources), 0, () => true, true),
];

/** The measures; the first row is the heading. */
export const summaryTable = (estimate: Estimate): readonly TableRow[] => {
  const rows = summaryRows(estimate);
  const hasAside = rows.some(({ range, note }) => range !== "" || note !== "");
  const heading = row(estimate, "", "Before", compares(estimate) ? "After" : "Value", "Change");
  const body = rows.map(({ label, before, after, change: delta, range, note }) => {
    const cells = row(estimate, escaped(label), before, after, delta);
    return hasAside ? [...cells, escaped(note || range)] : cells;
  });
  return [hasAside ? [...heading, "Range"] : heading, ...body];
};

const ICONS: Readonly<Record<Verdict["outcome"], string>> = {
  fail: "❌",
  warn: "⚠️",
  overridden: "🟡",
  pass: "✅",
  "not-applicable": "",
};

/** Findings shown of each rule. */
const MOST_FINDINGS = 10;

/** The gate's judgement: what needs action in full, what passed in one line. */
export const gateSections = (verdicts: readonly Verdict[]): readonly (readonly string[])[] => {
  const ordered = orderedVerdicts(verdicts);
  const passed = ordered.filter(({ outcome }) => outcome === "pass");
  const open = ordered.filter(({ outcome }) => outcome !== "pass");
  const sections = open.map(({ outcome, title, findings, override }) => [
    `${ICONS[outcome]} **${escaped(title)}**${override ? `, accepted until ${escaped(override.expires)}: ${escaped(override.reason)}` : ""}`,
    ...findings
      .slice(0, MOST_FINDINGS)
      .map(({ message, hint }) => `- ${escaped(message)}${hint ? ` ${escaped(hint)}` : ""}`),
    ...(findings.length > MOST_FINDINGS ? [`- … and ${findings.length - MOST_FINDINGS} more`] : []),
    "",
  ]);
  const summary =
    passed.length === 0 ? [] : [[`${ICONS.pass} ${passed.map(({ title }) => escaped(title)).join(", ")}`, ""]];
  return [...sections, ...summary];
};
