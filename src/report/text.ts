import type { Estimate } from "../model/estimate.ts";
import { listAssumptions } from "./assumption-list.ts";
import { coverageNotes, coverageSentence } from "./coverage-notes.ts";
import { basisSentences, compares, comparisonSentence, originText } from "./framing.ts";
import { joinResources } from "./joined-resource.ts";
import { hasBenefits, type SummaryRow, summaryRows } from "./measures.ts";
import { visible } from "./sanitize.ts";
import { type Paint, painter, type Tone } from "./style.ts";
import { type Cell, type Column, type Row, renderTable } from "./table.ts";
import { gateLines } from "./text-gates.ts";
import { assumptionLines, noteLines } from "./text-notes.ts";
import { treeColumns, treeRows } from "./text-tree.ts";
import { padStart, widthOf, wrap, wrapItems } from "./width.ts";

/** How a terminal report is laid out. */
export interface TextOptions {
  /** Columns; 100 unless told, and never fewer than 60. */
  readonly width?: number;
  readonly color?: boolean;
}

const DEFAULT_WIDTH = 100;
const LEAST_WIDTH = 60;

/** Below this, ranges stand under their measure instead of beside it. */
const WIDE = 96;

/** The report for a terminal, stack by stack. Without colour it holds no control character at all. */
export const renderText = (
  estimates: readonly Estimate[],
  { width = DEFAULT_WIDTH, color = false }: TextOptions = {},
): string =>
  estimates
    .map((estimate) => `${stackLines(estimate, Math.max(LEAST_WIDTH, width), painter(color)).join("\n")}\n`)
    .join("\n\n");

const stackLines = (estimate: Estimate, width: number, paint: Paint): readonly string[] => {
  const resources = joinResources(estimate);
  const notes = coverageNotes(estimate, resources);
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ["", paint("heading", title), ...lines];
  return [
    ...headerLines(estimate, width, paint),
    "",
    ...renderTable(treeColumns(estimate), treeRows(estimate, resources), { width, paint }),
    ...wrap(
      `${coverageSentence(estimate)}${notes.length > 0 ? " · * leaves something out, see below" : ""}`,
      width - 2,
    ).map((line) => paint("dim", `  ${line}`)),
    "",
    ...summaryLines(estimate, width, paint),
    ...section("GATE", gateLines(estimate.verdicts, paint, width)),
    ...section("ASSUMPTIONS", assumptionLines(listAssumptions(estimate), paint, width)),
    ...section("NOT IN THE SUMS", noteLines(notes, paint, width)),
  ];
};

const headerLines = (estimate: Estimate, width: number, paint: Paint): readonly string[] => {
  const title = visible(`${estimate.plan.project} / ${estimate.plan.stack}`);
  const origin = visible(originText(estimate));
  const room = width - widthOf(title);
  const comparison = comparisonSentence(estimate);
  return [
    widthOf(origin) + 2 <= room
      ? `${paint("strong", title)}${paint("dim", padStart(origin, room))}`
      : paint("strong", title),
    ...wrapItems(basisSentences(estimate).map(visible), width).map((line) => paint("dim", line)),
    ...(comparison === null ? [] : wrap(comparison, width).map((line) => paint("dim", line))),
  ];
};

const EFFECTS: Readonly<Record<SummaryRow["effect"], Tone>> = { better: "good", worse: "bad", none: "dim" };

const summaryLines = (estimate: Estimate, width: number, paint: Paint): readonly string[] => {
  const isWide = width >= WIDE;
  const both = compares(estimate);
  const columns: readonly Column[] = [
    { align: "left", flexible: !isWide },
    ...(both ? [{ align: "right" } as const] : []),
    { align: "right" },
    ...(both ? [{ align: "right" } as const] : []),
    ...(isWide ? [{ align: "left", flexible: true } as const] : []),
  ];
  const cells = (label: Cell, before: Cell, after: Cell, change: Cell, range: Cell): Row => [
    label,
    ...(both ? [before, after, change] : [after]),
    ...(isWide ? [range] : []),
  ];
  const dim = (text: string): Cell => ({ text, tone: "dim" });
  const rows = summaryRows(estimate);
  const hasRanges = rows.some(({ range, note }) => range !== "" || note !== "");
  const heading = cells(
    { text: "SUMMARY", tone: "heading" },
    dim("before"),
    dim(both ? "after" : "value"),
    dim("change"),
    dim(hasRanges ? "range" : ""),
  );
  const body = rows.flatMap((row): readonly Row[] => {
    const aside = row.note || row.range;
    const tone: Tone =
      row.measure === "monthlyCost" || row.measure === "tco" || row.measure === "roi" ? "strong" : "plain";
    const line = cells(
      { text: `  ${row.label}`, tone },
      dim(row.before),
      { text: row.after, tone },
      { text: row.change, tone: EFFECTS[row.effect] },
      dim(aside),
    );
    return isWide || aside === "" ? [line] : [line, [dim(`    ${row.note || `range ${row.range}`}`)]];
  });
  const hint = hasBenefits(estimate)
    ? []
    : wrap("No benefits are stated, so no return can be computed: add `benefits` to rackrate.yaml.", width - 2).map(
        (line) => paint("dim", `  ${line}`),
      );
  return [...renderTable(columns, [heading, ...body], { width, paint }), ...hint];
};
