import type { Paint, Tone } from "./style.ts";
import { cutMiddle, widthOf } from "./width.ts";

/** A cell of a table. */
export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
  /** Stands before the text and is never cut: branches of a tree. */
  readonly lead?: string;
  /** Stands quietly behind the text, and gives way first where there is no room. */
  readonly aside?: string;
  /** Stands behind the text and is never cut there: a quantity. Where it would leave the text too little room it has a line of its own. */
  readonly tail?: string;
}

/** `decimal` lines up decimal points. The one flexible column takes what the others leave. */
export interface Column {
  readonly align: "left" | "right" | "decimal";
  readonly flexible?: boolean;
}

/** Cells by column. A row of one cell runs over the whole width. */
export type Row = readonly Cell[];

export interface TableOptions {
  readonly width: number;
  readonly paint: Paint;
}

const GAP = "  ";
const LEAST_FLEXIBLE = 12;
const LEAST_ASIDE = 6;
/** Columns that a tail leaves to a longer text before it; fewer tell nothing of it. */
const LEAST_TEXT = 24;

const NUMBER = /^[+−]?[^\d\s]?[\d,]+(\.\d+)?/;

/** The texts of a decimal column, each padded behind so that points stand under each other; words stay as they are. */
const alignDecimals = (texts: readonly string[]): readonly string[] => {
  const fractions = texts.map((text) => NUMBER.exec(text)?.[1]?.length ?? 0);
  const widest = Math.max(0, ...fractions);
  return texts.map((text, at) => (NUMBER.test(text) ? text + " ".repeat(widest - (fractions[at] ?? 0)) : text));
};

const behindWidth = (text: string | undefined): number => (text ? GAP.length + widthOf(text) : 0);

const naturalWidth = ({ lead = "", text, aside, tail }: Cell): number =>
  widthOf(lead) + widthOf(text) + behindWidth(aside) + behindWidth(tail);

/**
 * A row as it fits: in one line, or with the first cell's tail in a second one. `width` is that of the first cell.
 */
const inLines = (row: Row, width: number): readonly Row[] => {
  const [{ tail, ...first } = { text: "" }, ...others] = row;
  if (tail === undefined) return [row];
  const room = width - widthOf(first.lead ?? "") - behindWidth(tail);
  if (room >= Math.min(LEAST_TEXT, widthOf(first.text))) return [row];
  return [[first, ...others], [{ ...first, lead: (first.lead ?? "") + GAP, text: tail }]];
};

/** Lays rows out in columns. What does not fit is cut in its middle, in the flexible column alone. */
export const renderTable = (
  columns: readonly Column[],
  rows: readonly Row[],
  { width, paint }: TableOptions,
): readonly string[] => {
  const full = rows.map((row) => row.length > 1);
  const texts = columns.map((column, at) => {
    const cells = rows.map((row) => row[at]?.text ?? "");
    return column.align === "decimal" ? alignDecimals(cells) : cells;
  });
  const cellAt = (index: number, at: number): Cell => ({ ...rows[index]?.[at], text: texts[at]?.[index] ?? "" });
  const natural = columns.map((_, at) =>
    rows.reduce((widest, _row, index) => (full[index] ? Math.max(widest, naturalWidth(cellAt(index, at))) : widest), 0),
  );
  const rigid = columns.reduce(
    (sum, column, at) => (column.flexible ? sum : sum + (natural[at] ?? 0)),
    GAP.length * (columns.length - 1),
  );
  const widths = columns.map((column, at) =>
    column.flexible ? Math.max(LEAST_FLEXIBLE, width - rigid) : (natural[at] ?? 0),
  );

  const render = (row: Row): string => {
    const [only] = row;
    if (only !== undefined && row.length === 1) return renderCell(only, "left", width, paint).trimEnd();
    return columns
      .map(({ align }, at) => renderCell(row[at] ?? { text: "" }, align, widths[at] ?? 0, paint))
      .join(GAP)
      .trimEnd();
  };
  return rows.flatMap((row, index) =>
    inLines(
      row.length > 1 ? columns.map((_, at) => cellAt(index, at)) : row,
      row.length > 1 ? (widths[0] ?? 0) : width,
    ).map(render),
  );
};

const renderCell = (cell: Cell, align: Column["align"], width: number, paint: Paint): string => {
  const { lead = "", text, aside, tail, tone = "plain" } = cell;
  const space = width - widthOf(lead) - behindWidth(tail);
  const main = cutMiddle(text, Math.max(0, space));
  const left = space - widthOf(main) - GAP.length;
  const quiet = aside && left >= LEAST_ASIDE ? GAP + cutMiddle(aside, left) : "";
  const pad = " ".repeat(Math.max(0, space - widthOf(main) - widthOf(quiet)));
  const shown = main.trimEnd();
  const padding = main.slice(shown.length);
  const painted = paint(tone, shown) + padding + paint("dim", quiet) + paint(tone, tail ? GAP + tail : "");
  return paint("dim", lead) + (align === "left" ? painted + pad : pad + painted);
};
