import { defineFormula } from "./define-formula.ts";

/** Operations of one training run: two per parameter and token forward, four backward. Attention's share is left out, as in the source. */
export const trainingFlops = defineFormula({
  id: "training-flops",
  title: "training compute of one run",
  unit: "FLOP",
  expression: "6 × activeParameters × tokens",
  source: {
    title: "Kaplan et al., Scaling Laws for Neural Language Models, section 2.1",
    asOf: "2020-01",
    url: "https://arxiv.org/abs/2001.08361",
  },
  inputs: { activeParameters: "parameters", tokens: "tokens" },
  compute: ({ activeParameters, tokens }) => activeParameters.times(tokens).times(6),
});
