import { Decimal } from "../core/decimal.ts";
import { defineFormula } from "./define-formula.ts";

/**
 * Time of one accelerator to write a request's output (decode), in a busy replica. Each token is bound by whichever is
 * slower: compute, or moving the weights, once for the whole batch, and the request's own cache, which on average holds
 * its input and half its output.
 */
export const decode = defineFormula({
  id: "decode",
  title: "writing one answer",
  unit: "accelerator-seconds/request",
  expression:
    "outputTokens × max(2 × activeParameters ÷ (peak × computeEfficiency), " +
    "(weights ÷ batch + (inputTokens + outputTokens ÷ 2) × cachePerToken) ÷ (bandwidth × bandwidthEfficiency))",
  source: {
    title: "Pope et al., Efficiently Scaling Transformer Inference, section 2",
    asOf: "2022-11",
    url: "https://arxiv.org/abs/2211.05102",
  },
  inputs: {
    activeParameters: "parameters",
    weights: "bytes",
    batch: "requests",
    inputTokens: "tokens/request",
    outputTokens: "tokens/request",
    cachePerToken: "bytes/token",
    peak: "FLOP/s",
    bandwidth: "bytes/s",
    computeEfficiency: "1",
    bandwidthEfficiency: "1",
  },
  compute: (given) => {
    const computed = given.activeParameters.times(2).div(given.peak.times(given.computeEfficiency));
    const cache = given.inputTokens.plus(given.outputTokens.div(2)).times(given.cachePerToken);
    const moved = given.weights.div(given.batch).plus(cache).div(given.bandwidth.times(given.bandwidthEfficiency));
    return given.outputTokens.times(Decimal.max(computed, moved));
  },
});
