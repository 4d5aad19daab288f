import { stated } from "../core/figure.ts";
import { type Diagnostic, InputError, type Outcome } from "../core/diagnostic.ts";
import type { AssessedResource, Assessment, Gap } from "../model/cost.ts";
import type { HardwareCatalogue } from "../model/hardware.ts";
import type { PlanResource, Snapshot, Urn } from "../model/plan.ts";
import type { Settings } from "../model/settings.ts";
import { isComputeType } from "./compute-types.ts";
import { type ResourceDefinition, type Subject, toLine } from "./define.ts";
import { freeReason } from "./free.ts";
import { Inputs } from "./inputs.ts";
import { RESOURCES } from "./list.ts";
import { Neighbours } from "./neighbours.ts";
import { Usage } from "./usage.ts";
import { UsageBook } from "./usage-book.ts";

const DEFINITIONS: ReadonlyMap<string, ResourceDefinition> = new Map(RESOURCES.map((definition) => [definition.type, definition]));

/** What the stage needs to know besides the snapshot itself. */
export interface AssessOptions {
  readonly settings: Settings;
  readonly hardware: HardwareCatalogue;
}

/** What each resource of a snapshot uses: quantities and price queries, never prices. Bad properties become error diagnostics. */
export const assess = (snapshot: Snapshot, { settings, hardware }: AssessOptions): Outcome<readonly AssessedResource[]> => {
  const neighbours = new Neighbours(snapshot);
  const usageBook = new UsageBook(settings.usage);
  const hoursPerMonth = stated("hours per month", settings.hoursPerMonth, "hours/month", "rackrate.yaml hoursPerMonth");
  const diagnostics: Diagnostic[] = [];

  const assessOne = (resource: PlanResource): AssessedResource => {
    const definition = DEFINITIONS.get(resource.type);
    const title = definition?.title ?? resource.type;
    const compute = definition?.compute ?? isComputeType(resource.type);
    const assumptions: string[] = [];
    const gaps: Gap[] = [];

    const subject = (of: PlanResource): Subject => ({
      resource: of,
      inputs: new Inputs(of.inputs, of.urn),
      usage: new Usage(usageBook.of(of)),
      region: of.region,
      neighbours,
      hardware,
      facility: settings.facility,
      hoursPerMonth,
      assume: (message) => {
        if (!assumptions.includes(message)) assumptions.push(message);
      },
      gap: (reading, message, decisive = false) => {
        const property = typeof reading === "string" ? reading : reading.state === "unknown" ? reading.path : "";
        gaps.push({ property, decisive, message });
      },
      orAssume: (reading, otherwise, what) => {
        if (reading.state === "known") return reading.value;
        if (reading.state === "unknown") {
          gaps.push({ property: reading.path, decisive: false, message: `${reading.path} is ${reading.secret ? "secret" : "not known yet"}` });
          assumptions.push(`${what}: ${String(otherwise)}, since ${reading.path} is ${reading.secret ? "secret" : "not known before deployment"}.`);
        }
        return otherwise;
      },
      of: (neighbour) => subject(neighbour),
    });

    const assessment = ((): Assessment => {
      if (resource.external) return { kind: "free", reason: "only read, not managed by this stack" };
      if (definition === undefined) {
        const reason = freeReason(resource);
        return reason === null ? { kind: "unsupported", reason: `${resource.type} is not supported yet` } : { kind: "free", reason };
      }
      try {
        const own = subject(resource);
        const cost = definition.cost(own);
        if ("free" in cost) return { kind: "free", reason: cost.free };
        const { lines, ...rest } = cost;
        return { kind: "lines", lines: lines.map((draft) => toLine(draft, own)), assumptions, gaps, ...rest };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        diagnostics.push(...error.diagnostics);
        return { kind: "unsupported", reason: error.message };
      }
    })();
    return { resource, title, compute, assessment };
  };

  const assessed = snapshot.resources.map(assessOne);
  return { value: withoutCovered(assessed), diagnostics };
};

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
    return { ...one, assessment: { kind: "free", reason: `contained in the cost of ${owner.name}` } };
  });
};
