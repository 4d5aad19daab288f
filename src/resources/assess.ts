import { type Diagnostic, InputError, type Outcome } from "../core/diagnostic.ts";
import { stated } from "../core/figure.ts";
import type { AssessedResource, Assessment } from "../model/cost.ts";
import type { HardwareCatalogue } from "../model/hardware.ts";
import type { PlanResource, Snapshot, Urn } from "../model/plan.ts";
import type { Settings } from "../model/settings.ts";
import { transferUsage } from "./aws/data-transfer-usage.ts";
import { lifecycleUsage } from "./aws/lifecycle-usage.ts";
import { unknownRegion } from "./aws/region-check.ts";
import { isComputeType } from "./compute-types.ts";
import { type FamilyDefinition, type LineDraft, type ResourceDefinition, type Subject, toLine } from "./define.ts";
import { definitionOf, definitionOfType } from "./definition-of.ts";
import { freeReason, hidesItsChildren } from "./free.ts";
import { idleUsage } from "./idle-usage.ts";
import { Neighbours, type Question } from "./neighbours.ts";
import { type Notes, type Surroundings, subjectOf } from "./subject.ts";
import { unknownUsage } from "./unknown-usage.ts";
import { unsupportedReason } from "./unsupported.ts";
import { UsageBook } from "./usage-book.ts";

type Definition = ResourceDefinition | FamilyDefinition;

/** What the stage needs to know besides the snapshot itself. */
export interface AssessOptions {
  readonly settings: Settings;
  readonly hardware: HardwareCatalogue;
  /** YYYY-MM-DD: the date of the estimate, for what changes with it. */
  readonly today: string;
}

/** What each resource of a snapshot uses: quantities and price queries, never prices. Bad properties become error diagnostics. */
export const assess = (snapshot: Snapshot, options: AssessOptions): Outcome<readonly AssessedResource[]> =>
  assessSnapshot(snapshot, options, new Map(), NOTHING_SHARED);

/** What a resource came to on one side, and what it was told of its neighbours there. */
interface Known {
  readonly assessed: AssessedResource;
  readonly questions: readonly Question[];
}

const NOTHING_SHARED: ReadonlySet<PlanResource> = new Set();

/**
 * Assesses the sides of a plan. A resource that both share, with neighbours that they share too, is assessed once and
 * comes to the same object: most changes leave nearly all of a stack as it is.
 */
export const openAssessor = (options: AssessOptions, shared: ReadonlySet<PlanResource>) => {
  const known = new Map<PlanResource, Known>();
  return (side: Snapshot): Outcome<readonly AssessedResource[]> => assessSnapshot(side, options, known, shared);
};

const assessSnapshot = (
  snapshot: Snapshot,
  { settings, hardware, today }: AssessOptions,
  known: Map<PlanResource, Known>,
  shared: ReadonlySet<PlanResource>,
): Outcome<readonly AssessedResource[]> => {
  const { resources } = snapshot;
  const neighbours = new Neighbours(snapshot);
  const transfer = transferUsage(settings.usage, resources);
  const usageBook = new UsageBook(lifecycleUsage(transfer.value, neighbours));
  const surroundings: Surroundings = {
    neighbours,
    usageBook,
    hardware,
    facility: settings.facility,
    hoursPerMonth: stated("hours per month", settings.hoursPerMonth, "hours/month", "rackrate.yaml hoursPerMonth"),
    today,
  };
  const diagnostics: Diagnostic[] = [
    ...transfer.diagnostics,
    ...unknownUsage({ book: usageBook, resources, of: definitionOf, ofType: definitionOfType }),
  ];
  const assessed = resources.map((resource) => {
    // What is stated of a resource may come from all of its side.
    if (!shared.has(resource) || usageBook.naming(resource).length > 0)
      return assessOne(resource, surroundings, diagnostics);
    const earlier = known.get(resource);
    if (earlier !== undefined && neighbours.agrees(earlier.questions)) return earlier.assessed;
    const [told, handedOut] = [diagnostics.length, usageBook.handedOut];
    const { value, questions } = neighbours.listen(() => assessOne(resource, surroundings, diagnostics));
    // Usage of a neighbour must be read on each side, or it would seem to have no effect there.
    if (diagnostics.length === told && usageBook.handedOut === handedOut)
      known.set(resource, { assessed: value, questions });
    return value;
  });
  diagnostics.push(...idleUsage(usageBook, assessed));
  return { value: withoutCovered(assessed), diagnostics };
};

const titleOf = (definition: Definition | undefined, type: string): string => {
  if (definition === undefined) return type;
  return "titleOf" in definition && definition.titleOf ? definition.titleOf(type) : definition.title;
};

const assessOne = (resource: PlanResource, surroundings: Surroundings, diagnostics: Diagnostic[]): AssessedResource => {
  const definition = definitionOf(resource);
  const notes: Notes = { assumptions: [], gaps: [] };
  const subject = subjectOf(resource, surroundings, notes);
  const compute =
    typeof definition?.compute === "function"
      ? definition.compute(subject)
      : (definition?.compute ?? isComputeType(resource.type));
  const described = { resource, title: titleOf(definition, resource.type), compute };
  try {
    return { ...described, assessment: judge(definition, subject, compute, notes) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    diagnostics.push(...error.diagnostics);
    return { ...described, assessment: { kind: "unsupported", reason: error.message } };
  }
};

const judge = (definition: Definition | undefined, subject: Subject, compute: boolean, notes: Notes): Assessment => {
  const { resource } = subject;
  if (resource.external) return { kind: "free", reason: "only read, not managed by this stack" };
  if (definition === undefined) {
    if (hidesItsChildren(resource, subject.neighbours)) {
      return { kind: "unsupported", reason: `what ${resource.type} contains is not in this plan, and so is its cost` };
    }
    const reason = freeReason(resource);
    return reason === null
      ? { kind: "unsupported", reason: unsupportedReason(resource.type) }
      : { kind: "free", reason };
  }
  const problem = unknownRegion(resource);
  if (problem) throw new InputError(problem);
  const cost = definition.cost(subject);
  // What is free only as long as an unknown input leaves it so is not known to be free.
  if ("free" in cost && notes.gaps.length === 0) return { kind: "free", reason: cost.free };
  const { lines, scale, ...rest } = "free" in cost ? { lines: [], scale: undefined } : cost;
  if (subject.region === null && lines.some(asksForRegion))
    subject.gap("region", "the region is not known, so no price of a region can be found", compute);
  return { kind: "lines", lines: lines.map((draft) => toLine(draft, subject, scale)), ...notes, ...rest };
};

const asksForRegion = ({ price }: LineDraft): boolean =>
  price.region === undefined && (price.vendor ?? "aws") === "aws";

/** A resource whose cost another one contains is free for that reason, so that nothing is counted twice. */
const withoutCovered = (assessed: readonly AssessedResource[]): readonly AssessedResource[] => {
  const coveredBy = new Map<Urn, PlanResource>();
  for (const { resource, assessment } of assessed) {
    if (assessment.kind === "lines") for (const urn of assessment.covers ?? []) coveredBy.set(urn, resource);
  }
  if (coveredBy.size === 0) return assessed;
  return assessed.map((one) => {
    const owner = coveredBy.get(one.resource.urn);
    if (owner === undefined || owner === one.resource) return one;
    return { ...one, compute: false, assessment: { kind: "free", reason: `contained in the cost of ${owner.name}` } };
  });
};
