import { type Diagnostic, InputError } from "../core/diagnostic.ts";
import type { Estimate } from "../model/estimate.ts";
import { findTargets, type Target, targetsOf } from "./explain-target.ts";
import { treeLines } from "./explain-tree.ts";
import { figureText } from "./figure-text.ts";
import type { Side } from "./joined-resource.ts";
import { visible } from "./sanitize.ts";
import { painter } from "./style.ts";
import { renderTable } from "./table.ts";

/** What is explained, and how it is laid out. */
export interface ExplainOptions {
  readonly side?: Side;
  /** Every term of a sum instead of the biggest. */
  readonly all?: boolean;
  readonly width?: number;
  readonly color?: boolean;
}

const DEFAULT_WIDTH = 100;

/**
 * The tree under a figure: value, formula, inputs, down to facts with source and date. Without a path, all figures that
 * can be asked for. Throws InputError where no figure has that name.
 */
export const explain = (
  estimate: Estimate,
  path: string | null,
  { side = "after", all = false, width = DEFAULT_WIDTH, color = false }: ExplainOptions = {},
): string => {
  const paint = painter(color);
  if (path === null) return list(estimate, side, { width, color });
  const targets = findTargets(estimate, path, side);
  if (targets.length === 0) throw new InputError(unknownPath(estimate, path, side));
  const trees = targets.map(({ name, figure }) =>
    [paint("heading", `${visible(name)}, ${side}`), ...treeLines(figure, { width, paint, all })].join("\n"),
  );
  return `${trees.join("\n\n")}\n`;
};

const list = (
  estimate: Estimate,
  side: Side,
  { width, color }: { readonly width: number; readonly color: boolean },
): string => {
  const paint = painter(color);
  const targets = targetsOf(estimate, side);
  const rows = targets.map(({ name, figure }) => [
    { text: visible(name) },
    { text: visible(figureText(figure)), tone: figure.value === null ? ("dim" as const) : ("plain" as const) },
  ]);
  const table = renderTable([{ align: "left", flexible: true }, { align: "left" }], rows, { width, paint });
  return `${[
    paint("heading", `Figures that can be explained, ${side}`),
    ...table,
    "",
    paint("dim", "rackrate explain FIGURE, for example: rackrate explain monthlyCost"),
  ].join("\n")}\n`;
};

const unknownPath = (estimate: Estimate, path: string, side: Side): Diagnostic => ({
  severity: "error",
  code: "explain-unknown",
  message: `No figure is called "${path}" on the ${side} side.`,
  hint: `${suggestion(targetsOf(estimate, side), path)}\`rackrate explain\` without a name lists them all.`,
});

/** Names that hold what was asked for, or the other way round. */
const suggestion = (targets: readonly Target[], path: string): string => {
  const wanted = path.toLowerCase();
  const near = targets
    .map(({ name }) => name)
    .filter((name) => name.toLowerCase().includes(wanted) || wanted.includes(name.toLowerCase()));
  return near.length === 0 ? "" : `Did you mean ${[...new Set(near)].slice(0, 3).join(", ")}? `;
};
