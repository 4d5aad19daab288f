import { INFERENCE_SERVICE, TRAINING_JOB } from "../../model/specification.ts";
import { defineResource } from "../define.ts";

const free = "runs on the cluster's capacity; what it asks of it is in the workloads";

/** A training run that repeats. */
export const trainingJob = defineResource({
  type: TRAINING_JOB,
  title: "Training job",
  source: "docs/workloads.md",
  cost: () => ({ free }),
});

/** A served model. */
export const inferenceService = defineResource({
  type: INFERENCE_SERVICE,
  title: "Inference service",
  source: "docs/workloads.md",
  cost: () => ({ free }),
});
