import { plain } from "../core/decimal.ts";
import type { Comparison } from "../model/comparison.ts";
import type { Estimate, Measure } from "../model/estimate.ts";
import { MEASURES } from "../model/estimate.ts";
import { basisSentences } from "./framing.ts";
import { summaryRows } from "./measures.ts";
import { number, percent } from "./money.ts";
import { visible, visibleJson } from "./sanitize.ts";
import { painter } from "./style.ts";
import { type Row, renderTable } from "./table.ts";
import type { TextOptions } from "./text.ts";
import { wrap } from "./width.ts";

const nameOf = ({ plan }: Estimate): string => visible(plan.stack);

/** Two alternatives side by side for a terminal, with the month and the utilisation from which the cheaper one pays. */
export const renderComparison = (comparison: Comparison, { width = 100, color = false }: TextOptions = {}): string => {
  const { first, second } = comparison;
  const paint = painter(color);
  const rows = [first, second].map((estimate) => new Map(summaryRows(estimate).map((row) => [row.measure, row])));
  const [left, right] = rows;
  const shown = MEASURES.filter((measure) => left?.has(measure) || right?.has(measure));
  const line = (measure: Measure): Row => {
    const [one, other] = [left?.get(measure), right?.get(measure)];
    return [
      { text: `  ${(one ?? other)?.label ?? measure}` },
      { text: one?.after ?? "–" },
      { text: other?.after ?? "–" },
    ];
  };
  const heading: Row = [
    { text: "COMPARED", tone: "heading" },
    { text: nameOf(first), tone: "strong" },
    { text: nameOf(second), tone: "strong" },
  ];
  const columns = [{ align: "left" }, { align: "right" }, { align: "right" }] as const;
  return [
    paint("strong", `${visible(first.plan.project)}: ${nameOf(first)} against ${nameOf(second)}`),
    ...wrap(basisSentences(first).slice(0, 3).join(" · "), width).map((text) => paint("dim", text)),
    "",
    ...renderTable(columns, [heading, ...shown.map(line)], { width, paint }),
    "",
    ...sentences(comparison).flatMap((text) => wrap(text, width)),
    "",
  ].join("\n");
};

/** What follows from the comparison, in sentences. */
const sentences = ({ first, second, cheaper, breakEvenMonth, breakEvenUtilisation }: Comparison): readonly string[] => {
  if (cheaper === undefined)
    return [`Neither ${nameOf(first)} nor ${nameOf(second)} is known to cost less in the end.`];
  const [less, more] = cheaper === "first" ? [first, second] : [second, first];
  const from = breakEvenMonth.value;
  const month =
    from === null || from.isZero()
      ? `${nameOf(less)} has cost less than ${nameOf(more)} from the first month on.`
      : `${nameOf(less)} has cost less in total than ${nameOf(more)} from month ${number(from.toDecimalPlaces(1))} on: break-even.`;
  if (!breakEvenUtilisation) return [month];
  const share = breakEvenUtilisation.value;
  return [
    month,
    share?.gt(1)
      ? "Even at full use, renting the same accelerators by the hour would cost less than owning them."
      : `Owning pays above ${percent(share)} use: below that, renting the same accelerators only for the hours needed would cost less.`,
  ];
};

/** The comparison as JSON: both summaries' after sides, and the break-even figures; unknown is null. */
export const renderComparisonJson = (comparison: Comparison): string => {
  const { first, second, cheaper, breakEvenMonth, breakEvenUtilisation } = comparison;
  const sideOf = ({ plan, after }: Estimate) => ({
    project: plan.project,
    stack: plan.stack,
    summary: Object.fromEntries(
      MEASURES.map((measure) => {
        const { value } = after.measures[measure].expected;
        return [measure, value === null ? null : plain(value)];
      }),
    ),
  });
  const text = (value: { readonly value: Parameters<typeof plain>[0] | null } | undefined): string | null =>
    value?.value ? plain(value.value) : null;
  const document = {
    schemaVersion: 1,
    alternatives: [sideOf(first), sideOf(second)],
    cheaper: cheaper === undefined ? null : (cheaper === "first" ? first : second).plan.stack,
    breakEvenMonth: text(breakEvenMonth),
    breakEvenUtilisation: text(breakEvenUtilisation),
  };
  return `${visibleJson(JSON.stringify(document, null, 2))}\n`;
};
