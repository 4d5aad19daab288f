import { markdownTable } from "markdown-table";
import type { Estimate } from "../model/estimate.ts";
import { listAssumptions } from "./assumption-list.ts";
import { coverageNotes, coverageSentence } from "./coverage-notes.ts";
import { basisSentences, compares, comparisonSentence } from "./framing.ts";
import { headlineText } from "./headline.ts";
import { joinResources } from "./joined-resource.ts";
import { code, escaped } from "./markdown-escape.ts";
import { type Block, fitBlocks } from "./markdown-fit.ts";
import { changedRows, costRows, gateSections, summaryTable } from "./markdown-parts.ts";
import { assumptionText, noteText } from "./text-notes.ts";

/** How long a report may be. GitHub takes 65,536 characters in a comment; the rest is left for what a forge adds. */
export interface MarkdownOptions {
  readonly maxLength?: number;
}

const MAX_LENGTH = 60_000;

/** The report for a pull request, in GitHub-flavoured Markdown: the change first, details folded away. */
export const renderMarkdown = (
  estimates: readonly Estimate[],
  { maxLength = MAX_LENGTH }: MarkdownOptions = {},
): string => fitBlocks(estimates.flatMap(stackBlocks), maxLength);

const headline = (estimate: Estimate): string =>
  `### ${code(`${estimate.plan.project}/${estimate.plan.stack}`)}: ${headlineText(estimate)}`;

const block = (...head: readonly string[]): Block => ({ head, rows: [], tail: [] });

const details = (summary: string, rows: readonly string[]): readonly Block[] =>
  rows.length === 0
    ? []
    : [{ head: ["<details>", `<summary>${summary}</summary>`, ""], rows, tail: ["", "</details>", ""] }];

/** A table as head and rows, so that it can be cut between rows. */
const tableBlock = (rows: readonly (readonly string[])[], align: readonly string[]): Block => {
  const [header = "", rule = "", ...body] = markdownTable(
    rows.map((row) => [...row]),
    { align: [...align], alignDelimiters: true, padding: true },
  ).split("\n");
  return { head: [header, rule], rows: body, tail: [""] };
};

const stackBlocks = (estimate: Estimate): readonly Block[] => {
  const resources = joinResources(estimate);
  const notes = coverageNotes(estimate, resources);
  const assumptions = listAssumptions(estimate);
  const comparison = comparisonSentence(estimate);
  const changed = compares(estimate) ? changedRows(estimate, resources) : [];
  const all = costRows(estimate, resources);
  const isCompared = compares(estimate);
  const columns = isCompared ? ["l", "r", "r", "r"] : ["l", "r"];
  const full = tableBlock(all, columns);
  return [
    block(headline(estimate), "", ...(comparison === null ? [] : [escaped(comparison), ""])),
    tableBlock(summaryTable(estimate), columns.concat("l")),
    ...(changed.length > 1 ? [block("**What changes, per month**", ""), tableBlock(changed, columns)] : []),
    ...gateSections(estimate.verdicts).map((lines) => block(...lines)),
    ...(all.length > 1
      ? [
          {
            ...full,
            head: [
              "<details>",
              `<summary>All costs (${escaped(coverageSentence(estimate))})</summary>`,
              "",
              ...full.head,
            ],
            tail: ["", "</details>", ""],
          },
        ]
      : []),
    ...details(
      `Assumptions (${assumptions.length})`,
      assumptions.map((assumption, at) => `${at + 1}. ${escaped(assumptionText(assumption))}`),
    ),
    ...details(
      `* Not in the sums (${notes.length})`,
      notes.map((note) => `- ${escaped(noteText(note))}`),
    ),
    block(`<sub>${basisSentences(estimate).map(escaped).join(" · ")}</sub>`, ""),
  ];
};
