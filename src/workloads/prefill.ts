import { defineFormula } from "./define-formula.ts";

/** Time of one accelerator to read a request's input (prefill), which is bound by compute. */
export const prefill = defineFormula({
  id: "prefill",
  title: "reading one request",
  unit: "accelerator-seconds/request",
  expression: "2 × activeParameters × inputTokens ÷ (peak × computeEfficiency)",
  source: {
    title: "Pope et al., Efficiently Scaling Transformer Inference, section 2",
    asOf: "2022-11",
    url: "https://arxiv.org/abs/2211.05102",
  },
  inputs: { activeParameters: "parameters", inputTokens: "tokens/request", peak: "FLOP/s", computeEfficiency: "1" },
  compute: ({ activeParameters, inputTokens, peak, computeEfficiency }) =>
    activeParameters.times(2).times(inputTokens).div(peak.times(computeEfficiency)),
});
