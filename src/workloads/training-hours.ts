import { defineFormula } from "./define-formula.ts";

/** Accelerator-hours of one training run, from its operations and the share of the peak that it reaches (model FLOPs utilisation). */
export const trainingHours = defineFormula({
  id: "training-hours",
  title: "accelerator-hours of one run",
  unit: "accelerator-hours",
  expression: "compute ÷ (peak × mfu × 3600 s)",
  source: {
    title: "Chowdhery et al., PaLM, appendix B (definition of MFU)",
    asOf: "2022-04",
    url: "https://arxiv.org/abs/2204.02311",
  },
  inputs: { compute: "FLOP", peak: "FLOP/s", mfu: "1" },
  compute: ({ compute, peak, mfu }) => compute.div(peak.times(mfu).times(3600)),
});
