import { defineFormula } from "./define-formula.ts";

/** Tokens per month that requests ask for. */
export const monthlyTokens = defineFormula({
  id: "monthly-tokens",
  title: "tokens asked for",
  unit: "tokens/month",
  expression: "requests × tokensPerRequest",
  source: { title: "arithmetic" },
  inputs: { requests: "requests/month", tokensPerRequest: "tokens/request" },
  compute: ({ requests, tokensPerRequest }) => requests.times(tokensPerRequest),
});
