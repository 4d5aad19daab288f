import { Decimal } from "../core/decimal.ts";
import { defineFormula } from "./define-formula.ts";

/** Whole replicas that carry a month's output tokens, within the autoscaler's bounds. */
export const replicasNeeded = defineFormula({
  id: "replicas",
  title: "replicas",
  unit: "replicas",
  expression: "min(maximum, max(minimum, ⌈outputTokens ÷ capacity⌉))",
  source: {
    title: "Kubernetes, horizontal pod autoscaling",
    url: "https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/",
  },
  inputs: { outputTokens: "tokens/month", capacity: "tokens/month", minimum: "replicas", maximum: "replicas" },
  compute: ({ outputTokens, capacity, minimum, maximum }) =>
    Decimal.min(maximum, Decimal.max(minimum, outputTokens.div(capacity).ceil())),
});
