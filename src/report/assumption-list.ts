import type { Figure } from "../core/figure.ts";
import type { Estimate, SideEstimate } from "../model/estimate.ts";
import { figureText } from "./figure-text.ts";

/** An assumption as reports number it, with the resources that rest on it. */
export interface ListedAssumption {
  readonly message: string;
  readonly urns: readonly string[];
}

/** Collects the assumed figures of a tree. One that many share is looked at once; `isKnown` trees are not entered. */
const collect = (figure: Figure, found: Figure[], seen: Set<Figure>, isKnown: (figure: Figure) => boolean): void => {
  const { assumption, inputs } = figure;
  // Most leaves assume nothing: those need not be remembered.
  if (assumption === undefined && inputs === undefined) return;
  if (seen.has(figure) || isKnown(figure)) return;
  seen.add(figure);
  if (assumption !== undefined) found.push(figure);
  if (inputs !== undefined) for (const input of inputs) collect(input, found, seen, isKnown);
};

/** Measures sum the ledger's entries, which are looked at themselves: there can be ten thousand. */
const isSum = ({ formula }: Figure): boolean => formula === "sum";
const isNever = (): boolean => false;

/** The assumptions that stand in a side's figures rather than beside them: defaults of the site, of hardware, of workloads. */
const assumedFigures = (side: SideEstimate): readonly Figure[] => {
  const found: Figure[] = [];
  const seen = new Set<Figure>();
  for (const { amount, steadyMonth } of side.ledger.entries) {
    collect(amount, found, seen, isNever);
    if (steadyMonth) collect(steadyMonth, found, seen, isNever);
  }
  for (const { expected } of Object.values(side.measures)) collect(expected, found, seen, isSum);
  // Carbon is no entry of the ledger: its terms are seen nowhere else.
  collect(side.measures.carbonKg.expected, found, seen, isNever);
  return found;
};

/** `no mfu is stated` of `trainer: no mfu is stated`. */
const withoutName = (message: string): string => /^[^:]*: (.*)$/s.exec(message)?.[1] ?? message;

/** Every assumption of an estimate, each sentence once: the plan's own, then the resources', then those inside figures. */
export const listAssumptions = (estimate: Estimate): readonly ListedAssumption[] => {
  const urns = new Map<string, Set<string>>();
  const add = (message: string, urn?: string): void => {
    const known = urns.get(message);
    if (known === undefined) urns.set(message, new Set(urn === undefined ? [] : [urn]));
    else if (urn !== undefined) known.add(urn);
  };
  const sides = [estimate.after, estimate.before];
  for (const { message, urn } of [estimate, ...sides].flatMap(({ assumptions }) => assumptions)) add(message, urn);
  // Resources and workloads tell those of their own figures themselves, some after the name of what they are about.
  const said = new Set([...urns.keys()].flatMap((message) => [message, withoutName(message)]));
  for (const figure of sides.flatMap(assumedFigures)) {
    const { name, assumption = "" } = figure;
    const isSaid = said.has(assumption) || assumption.split("; ").every((part) => said.has(part));
    if (!isSaid) add(`${name}, ${figureText(figure)}: ${assumption}`);
  }
  return [...urns].map(([message, of]) => ({ message, urns: [...of] }));
};
