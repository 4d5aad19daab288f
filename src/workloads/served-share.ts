import { Decimal, ONE } from "../core/decimal.ts";
import { defineFormula } from "./define-formula.ts";

/** Share of the demand that all replicas at their maximum can serve, 0 to 1; no demand is served whole. */
export const servedShare = defineFormula({
  id: "served-share",
  title: "share of the demand that is served",
  unit: "1",
  expression: "min(1, maximum × capacity ÷ outputTokens)",
  source: { title: "arithmetic" },
  inputs: { outputTokens: "tokens/month", capacity: "tokens/month", maximum: "replicas" },
  compute: ({ outputTokens, capacity, maximum }) =>
    outputTokens.isZero() ? ONE : Decimal.min(ONE, maximum.times(capacity).div(outputTokens)),
});
