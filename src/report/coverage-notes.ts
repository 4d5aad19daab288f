import type { Figure } from "../core/figure.ts";
import type { Status } from "../model/cost.ts";
import type { Estimate, SideEstimate } from "../model/estimate.ts";
import type { JoinedLine, JoinedResource } from "./joined-resource.ts";
import { leavesOut } from "./measures.ts";

/** One reason why a figure leaves something out, with the resources it stands for. */
export interface CoverageNote {
  readonly kind: "missing" | "unsupported" | "unpriced" | "usage-dependent" | "unknown";
  readonly message: string;
  readonly names: readonly string[];
}

const NONE: readonly string[] = [];

const group = (
  resources: readonly JoinedResource[],
  messageOf: (resource: JoinedResource) => readonly string[],
): ReadonlyMap<string, string[]> => {
  const groups = new Map<string, JoinedResource[]>();
  for (const resource of resources) {
    for (const message of messageOf(resource)) {
      const told = groups.get(message);
      if (told === undefined) groups.set(message, [resource]);
      else if (told.at(-1) !== resource) told.push(resource);
    }
  }
  return new Map([...groups].map(([message, told]) => [message, told.map(({ name }) => name)]));
};

/** False for a reason that only repeats that the type is not supported. */
const saysMore = (type: string, reason: string | null): boolean =>
  reason !== null && reason !== `${type} is not supported yet`;

/** What the plan does not hold, with its side where that is not the only one there is. */
const missingOf = ({ plan: { before, after } }: Estimate): readonly string[] => {
  const both = before.missing.filter((message) => after.missing.includes(message));
  const isOneSided = before.completeness === "absent" || after.completeness === "absent";
  const only = (when: string, missing: readonly string[]): readonly string[] =>
    missing
      .filter((message) => !both.includes(message))
      .map((message) => (isOneSided ? message : `${message.replace(/\.$/, "")} (${when}).`));
  return [...both, ...only("before the change", before.missing), ...only("after the change", after.missing)];
};

/** Benefits and other figures without a resource of their own that are not known, in sentences. */
const unknownFiguresOf = ({ after }: Estimate): readonly string[] => [
  ...after.ledger.entries.flatMap(({ kind, label, amount }) =>
    kind === "benefit" && amount.value === null ? [`the benefit "${label}"${because(amount)}`] : [],
  ),
  ...carbonAlone(after),
];

/** What carbon leaves out by itself; what the costs leave out too is told with them. */
const carbonAlone = (after: SideEstimate): readonly string[] => {
  if (!leavesOut(after, "carbonKg")) return NONE;
  const { carbonKg, tco } = after.measures;
  const told = new Set(tco.expected.leavesOut);
  return (carbonKg.expected.leavesOut ?? []).filter((message) => !told.has(message));
};

const because = ({ leavesOut: [reason] = [] }: Figure): string => (reason === undefined ? "" : `: ${reason}`);

const isUnmetered = ({ line }: JoinedLine): boolean =>
  line.usageBased && line.quantity.value === null && line.missing === undefined;

/** What a sentence says before it says what follows: `the instance type is not known`. */
const causeOf = (text: string): string => text.split(/[,:;]/)[0] ?? text;

/** The prices that a resource lacks, short of those it lacks only for what could not be read: that is told by itself. */
const missingPrices = ({ lines, gaps }: JoinedResource): readonly string[] => {
  const told = new Set(gaps.map(causeOf));
  return lines.flatMap(({ line: { missing } }) => (missing === undefined || told.has(causeOf(missing)) ? [] : missing));
};

/** Everything that the sums leave out, the gravest first; equal reasons are told once. */
export const coverageNotes = (estimate: Estimate, resources: readonly JoinedResource[]): readonly CoverageNote[] => {
  const of = (status: Status): readonly JoinedResource[] => resources.filter((resource) => resource.status === status);
  const notes = (kind: CoverageNote["kind"], groups: ReadonlyMap<string, readonly string[]>): readonly CoverageNote[] =>
    [...groups].map(([message, names]) => ({ kind, message, names }));
  const unmetered = (resource: JoinedResource): readonly string[] => {
    const open = resource.lines.filter(isUnmetered);
    if (open.length === 0) return NONE;
    const meters = new Set(open.map(({ line }) => lowerFirst(line.description)));
    return [`${resource.title}: ${[...meters].join(", ")}`];
  };
  return [
    ...missingOf(estimate).map((message): CoverageNote => ({ kind: "missing", message, names: [] })),
    ...notes(
      "unsupported",
      group(of("unsupported"), ({ type, reason, compute }) => [
        `${type}${compute ? " (compute)" : ""}${saysMore(type, reason) ? `: ${reason}` : ""}`,
      ]),
    ),
    ...notes(
      "unpriced",
      group(resources, (resource) => (resource.status === "unpriced" ? missingPrices(resource) : NONE)),
    ),
    ...notes(
      "unknown",
      group(resources, ({ gaps }) => gaps),
    ),
    ...unknownFiguresOf(estimate).map((message): CoverageNote => ({ kind: "unknown", message, names: [] })),
    ...notes("usage-dependent", group(resources, unmetered)),
  ];
};

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** `14 priced, 3 depend on usage, 12 free, 1 without price, 2 not supported`; what is none is not named. */
export const coverageSentence = ({ coverage }: Estimate): string => {
  const counts: readonly (readonly [number, string])[] = [
    [coverage.priced, "priced"],
    [coverage.usageDependent, "usage-dependent"],
    [coverage.free, "free"],
    [coverage.unpriced, "without price"],
    [coverage.unsupported, "not supported"],
  ];
  const parts = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return parts.length === 0 ? "no resources" : parts.join(", ");
};
