import { defineFormula } from "./define-formula.ts";

/** Output tokens per second of one accelerator, between reading requests and writing answers. With efficiencies of 1 nothing can exceed it. */
export const inferenceRoofline = defineFormula({
  id: "inference-roofline",
  title: "throughput of one accelerator",
  unit: "output tokens/s",
  expression: "outputTokens ÷ (prefill + decode)",
  source: {
    title: "Williams et al., Roofline: An Insightful Visual Performance Model, CACM 52(4)",
    asOf: "2009-04",
    url: "https://doi.org/10.1145/1498765.1498785",
  },
  inputs: {
    outputTokens: "tokens/request",
    prefill: "accelerator-seconds/request",
    decode: "accelerator-seconds/request",
  },
  compute: ({ outputTokens, prefill, decode }) => outputTokens.div(prefill.plus(decode)),
});
