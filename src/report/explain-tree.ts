import type { Decimal } from "../core/decimal.ts";
import type { Figure, Source } from "../core/figure.ts";
import { figureText } from "./figure-text.ts";
import { visible } from "./sanitize.ts";
import type { Paint, Tone } from "./style.ts";
import { widthOf, wrap } from "./width.ts";

/** How an explanation is laid out. */
export interface TreeOptions {
  readonly width: number;
  readonly paint: Paint;
  /** Shows every term of a sum. */
  readonly all: boolean;
}

const AS_ABOVE: Remark = { tone: "dim", text: "as above" };

/** Names of what a sum leaves out that are shown. */
const MOST_LEFT_OUT = 4;

/** Terms of a sum that are shown; the smaller ones fold into one line. */
const MOST_TERMS = 8;

const sourceText = ({ title, asOf, url }: Source): string =>
  `${title}${asOf ? `, ${asOf}` : ""}${url ? `, ${url}` : ""}`;

const size = ({ value }: Figure): Decimal | null => value?.abs() ?? null;

/** The terms that are shown, and those that fold: the biggest first where they are many. Only sums fold. */
const termsOf = (
  figure: Figure,
  all: boolean,
): { readonly shown: readonly Figure[]; readonly folded: readonly Figure[] } => {
  const inputs = figure.inputs ?? [];
  if (all || figure.formula !== "sum" || inputs.length <= MOST_TERMS + 1) return { shown: inputs, folded: [] };
  const sorted = [...inputs].sort((one, other) => size(other)?.comparedTo(size(one) ?? -1) ?? -1);
  return { shown: sorted.slice(0, MOST_TERMS), folded: sorted.slice(MOST_TERMS) };
};

interface Remark {
  readonly tone: Tone;
  readonly text: string;
}

/** What stands under a figure's name: its formula, its source, why it was assumed, what it leaves out. */
const remarks = ({ formula, source, assumption, leavesOut = [] }: Figure): readonly Remark[] => {
  const list: Remark[] = [];
  if (formula !== undefined && formula !== "sum") list.push({ tone: "dim", text: `= ${formula}` });
  if (source) list.push({ tone: "dim", text: `source: ${sourceText(source)}` });
  if (assumption !== undefined) list.push({ tone: "warn", text: `assumed: ${assumption}` });
  if (leavesOut.length > 0) {
    const more = leavesOut.length > MOST_LEFT_OUT ? ` and ${leavesOut.length - MOST_LEFT_OUT} more` : "";
    list.push({ tone: "warn", text: `leaves out: ${leavesOut.slice(0, MOST_LEFT_OUT).join("; ")}${more}` });
  }
  return list;
};

/** A line of dots leads the eye from a name to its value. */
const nameAndValue = (figure: Figure, lead: string, { width, paint }: TreeOptions): readonly string[] => {
  const name = visible(figure.name);
  const value = visible(figureText(figure));
  const room = width - widthOf(lead) - widthOf(name) - widthOf(value) - 2;
  const painted = paint(figure.value === null ? "warn" : "strong", value);
  if (room >= 2) return [`${paint("dim", lead)}${name} ${paint("dim", "·".repeat(room))} ${painted}`];
  return [
    ...wrap(name, width - widthOf(lead)).map((line) => `${paint("dim", lead)}${line}`),
    `${paint("dim", `${lead}  `)}${painted}`,
  ];
};

/**
 * The tree under a figure, down to sourced facts. A figure that was shown before is not taken apart again: most trees
 * share the hours of a month and the like.
 */
export function* treeLines(
  figure: Figure,
  options: TreeOptions,
  lead = "",
  below = "",
  shownBefore: Set<Figure> = new Set(),
): Generator<string> {
  const [first = "", ...rest] = nameAndValue(figure, lead, options);
  yield first;
  yield* rest;
  const { shown, folded } = termsOf(figure, options.all);
  const isKnown = shownBefore.has(figure) && shown.length > 0;
  const margin = `${below}${shown.length > 0 && !isKnown ? "│ " : "  "}`;
  for (const { tone, text } of isKnown ? [AS_ABOVE] : remarks(figure)) {
    for (const line of wrap(visible(text), options.width - widthOf(margin)))
      yield options.paint("dim", margin) + options.paint(tone, line);
  }
  if (isKnown) return;
  shownBefore.add(figure);
  for (const [at, input] of shown.entries()) {
    const isLast = at === shown.length - 1 && folded.length === 0;
    yield* treeLines(input, options, `${below}${isLast ? "└ " : "├ "}`, `${below}${isLast ? "  " : "│ "}`, shownBefore);
  }
  if (folded.length > 0) yield options.paint("dim", `${below}└ ${foldedText(folded)}`);
}

const foldedText = (folded: readonly Figure[]): string => {
  const known = folded.filter(({ value }) => value !== null);
  const value = known.reduce<Decimal | null>(
    (sum, term) => (term.value === null ? sum : (sum?.plus(term.value) ?? term.value)),
    null,
  );
  const unknown = folded.length - known.length;
  return `… ${folded.length} smaller terms, together ${figureText({ name: "", value, unit: folded[0]?.unit ?? "" })}${unknown > 0 ? `, ${unknown} of them unknown` : ""}; --all shows them`;
};
