import { decimal } from "../core/decimal.ts";
import { defineFormula } from "./define-formula.ts";

/** Elements that Llama 3.1 8B caches per token: 2 (key and value) × 32 layers × 8 heads × 128, at 8.03 billion parameters. */
const REFERENCE_ELEMENTS = decimal(65536);
const REFERENCE_PARAMETERS = decimal("8.03e9");
/** Growth that joins Llama 3.1 8B, 70B and 405B (65,536, 163,840 and 258,048 elements) within 15 %. */
const EXPONENT = decimal("0.35");

/**
 * Key-value cache per token of context, estimated from the active parameters: a specification does not say how many
 * layers and heads a model has. Fits models with grouped-query attention, mixtures of experts too; multi-query and
 * latent attention need less, so the estimate is on the safe side there.
 */
export const kvCachePerToken = defineFormula({
  id: "kv-cache-per-token",
  title: "key-value cache per token",
  unit: "bytes/token",
  expression: "65536 × (activeParameters ÷ 8.03e9)^0.35 × bytesPerElement",
  source: {
    title: "Fitted to config.json of Llama 3.1 8B, 70B and 405B (layers, key-value heads, head size)",
    asOf: "2024-07",
    url: "https://arxiv.org/abs/2407.21783",
  },
  inputs: { activeParameters: "parameters", bytesPerElement: "bytes" },
  compute: ({ activeParameters, bytesPerElement }) =>
    activeParameters.div(REFERENCE_PARAMETERS).pow(EXPONENT).times(REFERENCE_ELEMENTS).times(bytesPerElement),
});
