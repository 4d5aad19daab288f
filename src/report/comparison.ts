import { plain } from "../core/decimal.ts";
import type { Accelerators, Comparison } from "../model/comparison.ts";
import type { Estimate, Measure } from "../model/estimate.ts";
import { MEASURES } from "../model/estimate.ts";
import { coverageNotes } from "./coverage-notes.ts";
import { basisSentences } from "./framing.ts";
import { joinResources } from "./joined-resource.ts";
import { leavesOut, STAR, summaryRows, valueText } from "./measures.ts";
import { number, percent } from "./money.ts";
import { visible, visibleJson } from "./sanitize.ts";
import { painter } from "./style.ts";
import { type Row, renderTable } from "./table.ts";
import type { TextOptions } from "./text.ts";
import { noteText, starredLines } from "./text-notes.ts";
import { wrap } from "./width.ts";

const nameOf = ({ plan }: Estimate): string => visible(plan.stack);

/** Two alternatives side by side for a terminal, with the month and the utilisation from which the cheaper one pays. */
export const renderComparison = (comparison: Comparison, { width = 100, color = false }: TextOptions = {}): string => {
  const { first, second } = comparison;
  const paint = painter(color);
  const sides = [first, second].map((estimate) => ({
    estimate,
    rows: new Map(summaryRows(estimate).map((row) => [row.measure, row])),
    // Beside a star, what has none keeps its place: digits stand under each other.
    space: MEASURES.some((measure) => leavesOut(estimate.after, measure)) ? " ".repeat(STAR.length) : "",
  }));
  const line = (measure: Measure): Row => {
    const name = sides.flatMap(({ rows }) => rows.get(measure)?.name ?? [])[0] ?? measure;
    const values = sides.map(
      ({ estimate, space }) => `${valueText(estimate, measure)}${leavesOut(estimate.after, measure) ? STAR : space}`,
    );
    return [{ text: `  ${name}` }, ...values.map((text) => ({ text }))];
  };
  const heading: Row = [
    { text: "COMPARED", tone: "heading" },
    ...sides.map(({ estimate, space }) => ({ text: `${nameOf(estimate)}${space}`, tone: "strong" }) as const),
  ];
  const shown = MEASURES.filter((measure) => sides.some(({ rows }) => rows.has(measure)));
  const columns = [{ align: "left" }, { align: "right" }, { align: "right" }] as const;
  const notes = [first, second].flatMap(notesOf);
  return [
    paint("strong", `${visible(first.plan.project)}: ${nameOf(first)} against ${nameOf(second)}`),
    ...wrap(basisSentences(first).slice(0, 3).join(" · "), width).map((text) => paint("dim", text)),
    "",
    ...renderTable(columns, [heading, ...shown.map(line)], { width, paint }),
    "",
    ...sentences(comparison).flatMap((text) => wrap(text, width)),
    ...(notes.length > 0 ? ["", paint("heading", "NOT IN THE SUMS"), ...starredLines(notes, paint, width)] : []),
    "",
  ].join("\n");
};

/** What an alternative's figures leave out, with its name. */
const notesOf = (estimate: Estimate): readonly string[] =>
  coverageNotes(estimate, joinResources(estimate)).map((note) => `${nameOf(estimate)}: ${noteText(note)}`);

/** The month from which one is cheaper and the utilisation from which owning pays; of sums that are open, nothing. */
const sentences = ({
  first,
  second,
  accelerators,
  cheaper,
  breakEvenMonth,
  breakEvenUtilisation,
}: Comparison): readonly string[] => {
  const open = [first, second].filter(({ after }) => (after.measures.tco.expected.leavesOut ?? []).length > 0);
  if (open.length > 0)
    return [
      `Which costs less in the end is not known: the costs of ${open.map(nameOf).join(" and ")} leave something out (*).`,
    ];
  if (cheaper === undefined)
    return [`Neither ${nameOf(first)} nor ${nameOf(second)} is known to cost less in the end.`];
  const [less, more] = cheaper === "first" ? [first, second] : [second, first];
  const from = breakEvenMonth.value;
  const month =
    from === null || from.isZero()
      ? `${nameOf(less)} has cost less than ${nameOf(more)} from the first month on.`
      : `${nameOf(less)} has cost less in total than ${nameOf(more)} from month ${number(from.toDecimalPlaces(1))} on: break-even.`;
  const verdict = [month, ...unequal(first, second, accelerators)];
  if (!breakEvenUtilisation) return verdict;
  const share = breakEvenUtilisation.value;
  return [
    ...verdict,
    share?.gt(1)
      ? "Even at full use, renting the same accelerators by the hour would cost less than owning them."
      : `Owning pays above ${percent(share)} use: below that, renting the same accelerators only for the hours needed would cost less.`,
  ];
};

/** `24 × A10G`. */
const acceleratorsText = (accelerators: Accelerators): string =>
  [...accelerators]
    .map(([name, count]) => `${count === null ? "an unknown number" : number(count)} × ${visible(name)}`)
    .sort()
    .join(", ") || "no accelerator";

/** Says where the two cannot do the same work: the cheaper one may be the smaller one. */
const unequal = (first: Estimate, second: Estimate, accelerators: Comparison["accelerators"]): readonly string[] => {
  const [one, other] = [accelerators.first, accelerators.second].map(acceleratorsText);
  if (one === other) return [];
  return [
    `They cannot do the same work: ${nameOf(first)} has ${one}, ${nameOf(second)} ${other}. What each earns is stated apart from that.`,
  ];
};

/**
 * The comparison as JSON: both summaries' after sides with what they leave out, and the break-even figures; unknown is
 * null, and so is the cheaper one where a sum leaves something out.
 */
export const renderComparisonJson = (comparison: Comparison): string => {
  const { first, second, accelerators, cheaper, breakEvenMonth, breakEvenUtilisation } = comparison;
  const sideOf = (estimate: Estimate, counts: Accelerators) => ({
    project: estimate.plan.project,
    stack: estimate.plan.stack,
    accelerators: [...counts].map(([name, count]) => ({ name, count: count === null ? null : plain(count) })),
    summary: Object.fromEntries(
      MEASURES.map((measure) => {
        const { value } = estimate.after.measures[measure].expected;
        return [measure, value === null ? null : plain(value)];
      }),
    ),
    leavesOut: {
      measures: MEASURES.filter((measure) => leavesOut(estimate.after, measure)),
      notes: coverageNotes(estimate, joinResources(estimate)),
    },
  });
  const text = (value: { readonly value: Parameters<typeof plain>[0] | null } | undefined): string | null =>
    value?.value ? plain(value.value) : null;
  const document = {
    schemaVersion: 1,
    alternatives: [sideOf(first, accelerators.first), sideOf(second, accelerators.second)],
    cheaper: cheaper === undefined ? null : (cheaper === "first" ? first : second).plan.stack,
    breakEvenMonth: text(breakEvenMonth),
    breakEvenUtilisation: text(breakEvenUtilisation),
  };
  return `${visibleJson(JSON.stringify(document, null, 2))}\n`;
};
