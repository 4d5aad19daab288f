import { type PropertyMap, propertyMap, type Value } from "../../src/core/value.ts";
import type { Accelerator, HardwareCatalogue } from "../../src/model/hardware.ts";
import type { PlanResource, Snapshot } from "../../src/model/plan.ts";
import { type Settings, settingsSchema } from "../../src/model/settings.ts";
import { GPU_CLUSTER, INFERENCE_SERVICE, TRAINING_JOB } from "../../src/model/specification.ts";

const source = { title: "vendor's data sheet", asOf: "2024" };

const accelerator = (
  name: string,
  bf16: number,
  fp8: number | null,
  memoryGb: number,
  bandwidthTbPerSecond: number,
): Accelerator => ({
  name,
  vendor: "NVIDIA",
  denseTflops: { fp16_bf16: bf16, fp8, fp4: null, int8: fp8 },
  memoryGb,
  bandwidthTbPerSecond,
  tdpWatts: 700,
  idleWatts: null,
  source,
});

const ACCELERATORS = [
  accelerator("H100-SXM5-80GB", 989.4, 1978.9, 80, 3.35),
  accelerator("H200-SXM-141GB", 989.5, 1979, 141, 4.8),
  accelerator("A100-SXM4-80GB", 312, null, 80, 2.039),
];

/** A catalogue of three accelerators. */
export const HARDWARE: HardwareCatalogue = {
  accelerator: (name) => ACCELERATORS.find((one) => one.name === name) ?? null,
  server: () => null,
  instanceType: () => null,
  nearest: (kind) => (kind === "accelerator" ? ["H100-SXM5-80GB"] : []),
  gridCarbon: () => null,
};

export const settings = (stated: Partial<Settings> = {}): Settings => settingsSchema.parse(stated);

const component = (type: string, name: string, specification: Value): PlanResource => ({
  urn: `urn:pulumi:dev::ml::${type}::${name}`,
  type,
  name,
  custom: false,
  external: false,
  region: null,
  inputs: propertyMap([["specification", specification]]),
  propertyDependencies: {},
  aliases: [],
});

export const cluster = (name = "gpu"): PlanResource => component(GPU_CLUSTER, name, propertyMap([]));

/** A 70-billion-parameter model, tuned on 20 billion tokens a month on 16 H100. */
export const trainingJob = (overrides: PropertyMap = {}): PlanResource =>
  component(TRAINING_JOB, "tune", {
    kind: "training-job",
    version: 1,
    cluster: "gpu",
    model: { name: "Llama-3.3-70B", parametersB: 70.6 },
    tokensB: 20,
    precision: "bf16",
    accelerator: "H100-SXM5-80GB",
    accelerators: 16,
    runsPerMonth: 1,
    ...overrides,
  });

/** The same model, served in FP8 by two to four replicas of four H100. */
export const inferenceService = (overrides: PropertyMap = {}): PlanResource =>
  component(INFERENCE_SERVICE, "chat", {
    kind: "inference-service",
    version: 1,
    cluster: "gpu",
    model: { name: "Llama-3.3-70B", parametersB: 70.6 },
    precision: "fp8",
    accelerator: "H100-SXM5-80GB",
    acceleratorsPerReplica: 4,
    replicas: { min: 2, max: 4 },
    ...overrides,
  });

export const snapshot = (...resources: readonly PlanResource[]): Snapshot => ({
  completeness: "complete",
  missing: [],
  resources,
});
