import { z } from "zod";
import { money } from "./amount.ts";
import { judgeCeiling } from "./ceiling.ts";
import { defineRule, NOT_APPLICABLE, type Observation } from "./define-rule.ts";

const limit = z.number().nonnegative().optional();

/** What a served model's tokens may cost. */
export const costPerMillionTokens = defineRule({
  id: "cost-per-million-tokens",
  title: "Cost per million tokens",
  description: "A million tokens of the served models cost at most `maxInput` to read and `maxOutput` to write.",
  settings: z.strictObject({
    maxInput: limit.describe("Most that a million input tokens may cost, in `currency`."),
    maxOutput: limit.describe("Most that a million output tokens may cost, in `currency`."),
  }),
  check: (subject, { maxInput, maxOutput }) => {
    const { after, settings } = subject;
    const serves = after.demand.workloads.some(({ kind }) => kind === "inference");
    if (!serves || (maxInput === undefined && maxOutput === undefined)) return NOT_APPLICABLE;
    const judged = (
      direction: "input" | "output",
      measure: "costPerMillionInputTokens" | "costPerMillionOutputTokens",
      max: number | undefined,
    ): readonly Observation[] =>
      max === undefined
        ? []
        : judgeCeiling(subject, {
            what: `The cost per million ${direction} tokens`,
            figure: after.measures[measure].expected,
            max,
            notation: money(settings.currency),
            hint: `\`rackrate explain ${measure}\` shows what it is made of.`,
          });
    return [
      ...judged("input", "costPerMillionInputTokens", maxInput),
      ...judged("output", "costPerMillionOutputTokens", maxOutput),
    ];
  },
});
