import { z } from "zod";

/**
 * What a component of `rackrate/infra` says of itself: the same object goes into the component's inputs and its
 * registered outputs under the key `specification`, because a preview shows the former and a policy pack the latter.
 * Only what no Pulumi resource can say stands here: bought servers, a model's size, a workload's demand.
 */
export const SPECIFICATION_KEY = "specification";

/** Type tokens of the components. */
export const GPU_CLUSTER = "rackrate:infra:GpuCluster";
export const TRAINING_JOB = "rackrate:infra:TrainingJob";
export const INFERENCE_SERVICE = "rackrate:infra:InferenceService";

/** Nobody has more of anything that is counted here: a typing error, not an order. */
const count = z.number().int().nonnegative().max(1_000_000, "must be at most 1,000,000");
const positive = z.number().positive();

/** A cluster in AWS: its nodes, storage and network are resources of their own and are priced there, never here. */
export const awsClusterSchema = z.object({
  kind: z.literal("gpu-cluster"),
  version: z.literal(1),
  platform: z.literal("aws"),
  instanceType: z.string().min(1),
  nodes: z.object({ min: count, desired: count, max: count }),
  purchase: z.enum(["on-demand", "capacity-reservation", "capacity-block", "spot"]),
});

/** A cluster on premises: the servers are priced here, by what the site pays for them; its Kubernetes objects are free. */
export const onPremClusterSchema = z.object({
  kind: z.literal("gpu-cluster"),
  version: z.literal(1),
  platform: z.literal("on-premises"),
  /** Server model of the hardware catalogue: `DGX H100`. */
  server: z.string().min(1),
  servers: count,
  /** Usable shared storage, TiB; 0 for none. */
  storageTib: z.number().nonnegative(),
});

export const gpuClusterSchema = z.discriminatedUnion("platform", [awsClusterSchema, onPremClusterSchema]);

export const modelSchema = z.object({
  name: z.string().min(1),
  /** All parameters, in billions. */
  parametersB: positive,
  /** Parameters that take part in each token (mixture of experts), in billions; all of them where absent. */
  activeParametersB: positive.optional(),
});

/** A training run that repeats: C = 6 · active parameters · tokens, spread over accelerators at a model FLOPs utilisation. */
export const trainingJobSchema = z.object({
  kind: z.literal("training-job"),
  version: z.literal(1),
  cluster: z.string().optional(),
  model: modelSchema,
  /** Training tokens of one run, in billions. */
  tokensB: positive,
  precision: z.enum(["bf16", "fp8"]),
  /** Catalogue name of the accelerator: `H100-SXM5-80GB`. */
  accelerator: z.string().min(1),
  accelerators: count,
  /** Model FLOPs utilisation, 0 to 1, of the dense peak at `precision`. */
  mfu: z.number().gt(0).lte(1).optional(),
  runsPerMonth: z.number().nonnegative(),
});

/** A served model: replicas of a number of accelerators each. Traffic is stated in rackrate.yaml under the same name. */
export const inferenceServiceSchema = z.object({
  kind: z.literal("inference-service"),
  version: z.literal(1),
  cluster: z.string().optional(),
  model: modelSchema,
  precision: z.enum(["bf16", "fp8", "fp4"]),
  accelerator: z.string().min(1),
  acceleratorsPerReplica: positive,
  replicas: z.object({ min: count, max: count }),
});

export const specificationSchema = z.union([gpuClusterSchema, trainingJobSchema, inferenceServiceSchema]);

export type GpuClusterSpecification = z.infer<typeof gpuClusterSchema>;
export type OnPremClusterSpecification = z.infer<typeof onPremClusterSchema>;
export type TrainingJobSpecification = z.infer<typeof trainingJobSchema>;
export type InferenceServiceSpecification = z.infer<typeof inferenceServiceSchema>;
export type ModelSpecification = z.infer<typeof modelSchema>;
