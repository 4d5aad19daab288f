import { ZERO } from "../core/decimal.ts";
import { defineFormula } from "./define-formula.ts";

/** Requests that a replica can hold at once: what its memory leaves beside the weights, over the cache of a whole request. Below 1 the model does not fit. */
export const batchSize = defineFormula({
  id: "batch-size",
  title: "requests at once in a replica",
  unit: "requests",
  expression: "max(0, accelerators × memory × usableMemory − weights) ÷ ((inputTokens + outputTokens) × cachePerToken)",
  source: {
    title: "Kwon et al., Efficient Memory Management for LLM Serving with PagedAttention, section 3",
    asOf: "2023-09",
    url: "https://arxiv.org/abs/2309.06180",
  },
  inputs: {
    accelerators: "accelerators",
    memory: "bytes/accelerator",
    usableMemory: "1",
    weights: "bytes",
    inputTokens: "tokens/request",
    outputTokens: "tokens/request",
    cachePerToken: "bytes/token",
  },
  compute: ({ accelerators, memory, usableMemory, weights, inputTokens, outputTokens, cachePerToken }) => {
    const free = accelerators.times(memory).times(usableMemory).minus(weights);
    return (free.isNegative() ? ZERO : free).div(inputTokens.plus(outputTokens).times(cachePerToken));
  },
});
