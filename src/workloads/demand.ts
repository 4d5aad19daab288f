import type { z } from "zod";
import type { Diagnostic, Outcome } from "../core/diagnostic.ts";
import { stated, unknownFigure } from "../core/figure.ts";
import { nearest } from "../core/nearest.ts";
import type { Demand, WorkloadDemand } from "../model/demand.ts";
import type { HardwareCatalogue } from "../model/hardware.ts";
import type { PlanResource, Snapshot, Urn } from "../model/plan.ts";
import type { Settings, WorkloadSettings } from "../model/settings.ts";
import {
  GPU_CLUSTER,
  INFERENCE_SERVICE,
  inferenceServiceSchema,
  TRAINING_JOB,
  trainingJobSchema,
} from "../model/specification.ts";
import type { End } from "../model/stated-number.ts";
import { type Step, stepsOf, workloadPath } from "../model/stated-range.ts";
import { readSpecification } from "./component.ts";
import { findAccelerator, type WorkloadContext } from "./context.ts";
import { inferenceDemand } from "./inference.ts";
import { trainingDemand } from "./training.ts";

/** What every kind of workload says of itself. */
interface WorkloadSpecification {
  readonly cluster?: string | undefined;
  readonly accelerator: string;
}

/** How one kind of workload is read and computed. */
interface WorkloadKind<T extends WorkloadSpecification> {
  readonly kind: WorkloadDemand["kind"];
  readonly schema: z.ZodType<T>;
  readonly demand: (specification: T, context: WorkloadContext) => WorkloadDemand;
}

/** The side of an estimate that workloads are read on. */
interface Side {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly hardware: HardwareCatalogue;
  readonly report: WorkloadContext["report"];
}

/**
 * What the workloads of one side of a plan ask of their clusters in a steady month: the training jobs and inference
 * services among its components, with the traffic that rackrate.yaml states under their names. Traffic that nobody
 * states leaves unknown figures, never zeros.
 */
export const demandOf = (snapshot: Snapshot, settings: Settings, hardware: HardwareCatalogue): Outcome<Demand> => {
  const diagnostics: Diagnostic[] = [];
  const side: Side = { snapshot, settings, hardware, report: (diagnostic) => diagnostics.push(diagnostic) };
  const workloads = workloadsOf(side);
  reportStrangers(workloads, side);
  const steps = stepsOfDemand(side);
  return { value: { workloads, ...(steps.length > 0 && { steps }) }, diagnostics };
};

const workloadsOf = (side: Side): readonly WorkloadDemand[] =>
  side.snapshot.resources.flatMap((resource) => {
    switch (resource.type) {
      case TRAINING_JOB:
        return workload(resource, { kind: "training", schema: trainingJobSchema, demand: trainingDemand }, side);
      case INFERENCE_SERVICE:
        return workload(resource, { kind: "inference", schema: inferenceServiceSchema, demand: inferenceDemand }, side);
      default:
        return [];
    }
  });

const NUMBERS = [
  "requestsPerMonth",
  "inputTokensPerRequest",
  "outputTokensPerRequest",
  "measuredTokensPerSecondPerAccelerator",
] as const satisfies readonly (keyof WorkloadSettings)[];

/** The demand with the numbers that state a range at their ends, one after the other, workload by workload. */
const stepsOfDemand = (side: Side): readonly Step<Demand>[] => {
  const { workloads } = side.settings;
  const ends: Record<End, Settings["workloads"]> = { low: workloads, high: workloads };
  return Object.entries(workloads).flatMap(([name, numbers]) =>
    stepsOf(workloadPath(name), numbers, NUMBERS, (stated, end): Demand => {
      ends[end] = { ...ends[end], [name]: stated };
      return {
        workloads: workloadsOf({
          ...side,
          settings: { ...side.settings, workloads: ends[end] },
          // What is odd about an end is not odd about what is expected.
          report: () => {},
        }),
      };
    }),
  );
};

const workload = <T extends WorkloadSpecification>(
  resource: PlanResource,
  kind: WorkloadKind<T>,
  side: Side,
): readonly WorkloadDemand[] => {
  const { specification, diagnostics } = readSpecification(resource, kind.schema);
  for (const diagnostic of diagnostics) side.report(diagnostic);
  if (specification === null) return [unknownDemand(resource, kind.kind)];
  const accelerator = findAccelerator(specification.accelerator, resource, side.hardware, side.report);
  if (accelerator === null) return [];
  const context: WorkloadContext = {
    resource,
    accelerator,
    cluster: findCluster(specification.cluster, resource, side),
    stated: Object.hasOwn(side.settings.workloads, resource.name) ? side.settings.workloads[resource.name] : undefined,
    hoursPerMonth: stated("hours per month", side.settings.hoursPerMonth, "hours/month", "rackrate.yaml hoursPerMonth"),
    report: side.report,
  };
  return [kind.demand(specification, context)];
};

const unknownDemand = (resource: PlanResource, kind: WorkloadDemand["kind"]): WorkloadDemand => {
  const because = `the specification of ${resource.name} cannot be read`;
  const unknown = (name: string, unit: string) => unknownFigure(name, unit, because);
  return {
    urn: resource.urn,
    name: resource.name,
    kind,
    cluster: null,
    acceleratorHours: unknown(`accelerator-hours of ${resource.name}`, "accelerator-hours/month"),
    ...(kind === "inference" && {
      inputTokens: unknown("input tokens served", "tokens/month"),
      outputTokens: unknown("output tokens served", "tokens/month"),
    }),
    assumptions: [],
  };
};

/** The cluster component of the given name. */
const findCluster = (name: string | undefined, resource: PlanResource, side: Side): Urn | null => {
  if (name === undefined) return null;
  const clusters = side.snapshot.resources.filter((other) => other.type === GPU_CLUSTER);
  const cluster = clusters.find((other) => other.name === name);
  if (cluster) return cluster.urn;
  side.report({
    severity: "warning",
    code: "unknown-cluster",
    message: `${resource.name} runs on the cluster "${name}", which is not in the plan.`,
    place: { urn: resource.urn, property: "specification.cluster" },
  });
  return null;
};

/** Names in rackrate.yaml that no workload bears: most often a slip of the pen. A side where nothing stands has no names at all. */
const reportStrangers = (workloads: readonly WorkloadDemand[], { settings, snapshot, report }: Side): void => {
  if (snapshot.resources.length === 0) return;
  const names = new Set(workloads.map((one) => one.name));
  for (const name of Object.keys(settings.workloads)) {
    if (names.has(name)) continue;
    const near = nearest(name, names);
    report({
      severity: "warning",
      code: "unknown-workload",
      message: `rackrate.yaml states traffic for "${name}", but the plan has no training job or inference service of this name.`,
      place: { property: `workloads.${name}` },
      ...(near.length > 0 && { hint: `Did you mean ${near.join(" or ")}?` }),
    });
  }
};
