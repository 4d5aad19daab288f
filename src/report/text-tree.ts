import type { Estimate } from "../model/estimate.ts";
import { type CostNode, change, componentTree, type Subtotal, subtotalOf } from "./component-tree.ts";
import { compares, operationMark } from "./framing.ts";
import type { JoinedResource } from "./joined-resource.ts";
import { meterRows, meterText } from "./line-text.ts";
import { STAR } from "./measures.ts";
import { money, signed } from "./money.ts";
import { visible } from "./sanitize.ts";
import { STATUS_WORDS } from "./status-words.ts";
import type { Tone } from "./style.ts";
import type { Cell, Column, Row } from "./table.ts";

/** Rows a component shows of its children; the rest is one row with their sum. */
const MOST_SIBLINGS = 15;

const OPERATION_TONES: Readonly<Record<string, Tone>> = { "+": "good", "-": "bad", "~": "warn", "±": "warn" };

/** The columns of the cost tree; a stack that is compared with nothing needs no columns for before and change. */
export const treeColumns = (estimate: Estimate): readonly Column[] => [
  { align: "left", flexible: true },
  ...(compares(estimate)
    ? ([{ align: "decimal" }, { align: "decimal" }, { align: "decimal" }] as const)
    : ([{ align: "decimal" }] as const)),
];

const cells = (estimate: Estimate, name: Cell, before: Cell, after: Cell, delta: Cell): Row =>
  compares(estimate) ? [name, before, after, delta] : [name, after];

const headings = (estimate: Estimate): Row => {
  const heading = (text: string): Cell => ({ text, tone: "dim" });
  return cells(
    estimate,
    { text: "MONTHLY COST", tone: "heading" },
    heading("before"),
    heading(compares(estimate) ? "after" : "a month"),
    heading("change"),
  );
};

const amounts = (estimate: Estimate, subtotal: Subtotal, word: string, tone: Tone): readonly [Cell, Cell, Cell] => {
  const { currency } = estimate.settings;
  const text = (value: Subtotal["after"]): Cell =>
    value === null
      ? { text: word, tone: "warn" }
      : { text: value.isZero() ? "·" : money(value, currency), tone: value.isZero() ? "dim" : tone };
  const delta = change(subtotal);
  return [
    text(subtotal.before),
    text(subtotal.after),
    {
      text: delta === null ? "" : signed(delta, (value) => money(value, currency)),
      tone: delta === null || delta.isZero() ? "dim" : delta.isPositive() ? "bad" : "good",
    },
  ];
};

const nodeRow = (estimate: Estimate, node: CostNode, lead: string): Row => {
  const { resource } = node;
  const mark = operationMark(estimate, resource.op);
  const isParent = node.children.length > 0;
  const [before, after, delta] = amounts(
    estimate,
    node.subtotal,
    STATUS_WORDS[resource.status],
    isParent ? "strong" : "plain",
  );
  const isLowerBound = !node.subtotal.complete && node.subtotal.after !== null;
  const tone: Tone = isParent ? "strong" : (OPERATION_TONES[mark] ?? "plain");
  const name: Cell = {
    lead: `${mark || " "} ${lead}`,
    text: `${visible(resource.name)}${isLowerBound ? STAR : ""}`,
    tone,
    aside: visible(resource.title),
  };
  return cells(estimate, name, before, after, delta);
};

/** The charges of a resource, without amounts where there is only one. */
const meterRowsOf = (estimate: Estimate, { resource }: CostNode, lead: string): readonly Row[] => {
  const rows = meterRows(resource);
  const { currency } = estimate.settings;
  return rows.map((row) => {
    const { line } = row.shown;
    const name: Cell = {
      lead: `  ${lead}`,
      text: visible(`${line.part ? `${line.part}: ` : ""}${line.description}`),
      tail: visible(meterText(row, currency)),
      tone: line.missing === undefined ? "dim" : "warn",
    };
    const isUnknown = [row.before, row.after].every((side) => (side?.monthly.value ?? null) === null);
    if (rows.length === 1 || isUnknown) return [name];
    const value = (side: "before" | "after"): Cell => {
      const monthly = row[side]?.monthly.value ?? null;
      return { text: monthly === null ? "" : money(monthly, currency), tone: "dim" };
    };
    return cells(estimate, name, value("before"), value("after"), { text: "" });
  });
};

const foldedRow = (estimate: Estimate, folded: readonly CostNode[], lead: string): Row => {
  const subtotal = subtotalOf(folded.map((node) => node.subtotal));
  return cells(
    estimate,
    { lead: `  ${lead}`, text: `… and ${folded.length} more${subtotal.complete ? "" : STAR}`, tone: "dim" },
    ...amounts(estimate, subtotal, "", "dim"),
  );
};

function* nodeRows(estimate: Estimate, nodes: readonly CostNode[], indent: string, depth: number): Generator<Row> {
  const shown = nodes.length > MOST_SIBLINGS + 1 ? nodes.slice(0, MOST_SIBLINGS) : nodes;
  const folded = nodes.slice(shown.length);
  for (const [at, node] of shown.entries()) {
    const isLast = at === nodes.length - 1;
    yield nodeRow(estimate, node, depth === 0 ? "" : `${indent}${isLast ? "└ " : "├ "}`);
    const below = depth === 0 ? "" : `${indent}${isLast ? "  " : "│ "}`;
    yield* meterRowsOf(estimate, node, `${below}${node.children.length > 0 ? "│ " : "  "}`);
    yield* nodeRows(estimate, node.children, below, depth + 1);
  }
  if (folded.length > 0) yield foldedRow(estimate, folded, depth === 0 ? "" : `${indent}└ `);
}

/** The rows of the cost tree under its headings; none where nothing costs anything. */
export const treeRows = (estimate: Estimate, resources: readonly JoinedResource[]): readonly Row[] => {
  const rows = [...nodeRows(estimate, componentTree(resources), "", 0)];
  return [
    headings(estimate),
    ...(rows.length > 0 ? rows : [[{ text: "  No resource of this stack costs anything.", tone: "dim" } as const]]),
  ];
};
