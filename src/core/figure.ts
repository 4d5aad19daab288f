import { Decimal, type DecimalValue, plain, ZERO } from "./decimal.ts";

/** Where a fact comes from. `asOf` is a date (YYYY, YYYY-MM or YYYY-MM-DD) or what the source itself says of its date. */
export interface Source {
  readonly title: string;
  readonly asOf?: string;
  readonly url?: string;
}

/**
 * A value that explains itself: its name, unit, and either where it comes from or the formula and the figures it was
 * computed with. `value: null` is unknown, which is never zero. DESIGN idea 2.
 */
export interface Figure {
  readonly name: string;
  readonly value: Decimal | null;
  /** `USD`, `USD/month`, `GB`, `hours/month`, `1` for a pure number … */
  readonly unit: string;
  readonly formula?: string;
  readonly inputs?: readonly Figure[];
  readonly source?: Source;
  /** Why this value was taken where nothing was stated: a named assumption. */
  readonly assumption?: string;
  /** What a sum could not include. */
  readonly leavesOut?: readonly string[];
}

/** A decimal as it is, so that ten thousand figures of one fact hold one decimal. */
const exact = (value: DecimalValue): Decimal => (value instanceof Decimal ? value : new Decimal(value));

/** A sourced value. */
export const fact = (name: string, value: DecimalValue, unit: string, source: Source): Figure => ({
  name,
  value: exact(value),
  unit,
  source,
});

/** A value that the user's program or settings state. `where` names the place, as `rackrate.yaml facility.pue`. */
export const stated = (name: string, value: DecimalValue, unit: string, where: string): Figure =>
  fact(name, value, unit, { title: where });

/** A default or a guess; `because` is shown with every report that uses it. */
export const assumed = (name: string, value: DecimalValue, unit: string, because: string, source?: Source): Figure => ({
  name,
  value: exact(value),
  unit,
  assumption: because,
  ...(source && { source }),
});

/** A value that nobody knows; `because` says what is missing. */
export const unknownFigure = (name: string, unit: string, because: string): Figure => ({
  name,
  value: null,
  unit,
  leavesOut: [because],
});

/** A computed value. Unknown as soon as one input is unknown. */
export const derive = (
  name: string,
  unit: string,
  formula: string,
  inputs: readonly Figure[],
  compute: (...values: Decimal[]) => Decimal,
): Figure => {
  const values = inputs.map(({ value }) => value);
  return { name, unit, formula, inputs, value: areKnown(values) ? compute(...values) : null };
};

const areKnown = (values: readonly (Decimal | null)[]): values is readonly Decimal[] => !values.includes(null);

/** The product of all inputs. */
export const product = (name: string, unit: string, inputs: readonly Figure[]): Figure => {
  // Added rather than joined: the engine keeps such a text in its parts until somebody reads it, and few are read.
  let formula = "";
  for (const input of inputs) formula = formula === "" ? input.name : `${formula} × ${input.name}`;
  return derive(name, unit, formula, inputs, (...values) => values.reduce((total, value) => total.times(value)));
};

/** What a sum with this term leaves out: the term where it is unknown; of a term that is a sum itself, what that leaves out. */
export const leftOut = (term: Figure, name: string = term.name): readonly string[] =>
  term.value === null && term.formula !== "sum" ? [name] : (term.leavesOut ?? []);

/**
 * The sum of what is known. Unknown terms are left out of the value and named in `leavesOut`, so that no sum is
 * silently too low; with no known term at all the sum is unknown, and with no term it is zero.
 */
export const total = (name: string, unit: string, inputs: readonly Figure[]): Figure => {
  const leavesOut = inputs.flatMap((input) => leftOut(input));
  const value = sumOfKnown(inputs.map((input) => input.value));
  return { name, unit, formula: "sum", inputs, value, ...(leavesOut.length > 0 && { leavesOut }) };
};

/** The sum of what is known; zero of nothing, unknown where there is something and none of it is known. */
export const sumOfKnown = (values: readonly (Decimal | null)[]): Decimal | null => {
  if (values.length === 0) return ZERO;
  let sum: Decimal | null = null;
  for (const value of values) {
    // Half of a large stack is free: zeros need no addition.
    if (sum === null) sum = value;
    else if (value !== null && !value.isZero()) sum = sum.plus(value);
  }
  return sum;
};

/** Every figure of a tree, the figure itself first. */
export function* walk(figure: Figure): Generator<Figure> {
  yield figure;
  for (const input of figure.inputs ?? []) yield* walk(input);
}

/** The first source in a figure's tree: a computed figure has none of its own. */
export const sourceOf = (figure: Figure): Source => {
  for (const part of walk(figure)) if (part.source !== undefined) return part.source;
  return { title: `${figure.name} ${figure.value === null ? "" : plain(figure.value)}`.trim() };
};
