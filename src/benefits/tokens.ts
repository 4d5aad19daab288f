import { decimal } from "../core/decimal.ts";
import { derive, type Figure, total } from "../core/figure.ts";
import { defineBenefit } from "./define-benefit.ts";

const MILLION = decimal(1_000_000);

/**
 * Tokens that are sold, or that are served here instead of being bought from somebody else. Only tokens that the replicas
 * can serve count; the demand says where that is less than what is asked for.
 */
export const tokens = defineBenefit({
  kind: "tokens",
  label: ({ mode, workload }) => `${mode === "sold" ? "Tokens sold" : "Tokens served instead of bought"}: ${workload}`,
  perMonth: (setting, { read, currency, workload, report }) => {
    if (workload?.inputTokens === undefined || workload.outputTokens === undefined) {
      const named =
        setting.workload === undefined ? "names no workload" : `names "${setting.workload}", which serves no tokens`;
      report(
        {
          severity: "error",
          code: "benefit-without-tokens",
          message: `The benefit "${setting.id}" counts tokens but ${named}.`,
          hint: "Name the inference service whose tokens it counts, as `workload: NAME`.",
        },
        "workload",
      );
      return null;
    }
    const worth = (
      what: "input" | "output",
      field: "pricePerMillionInputTokens" | "pricePerMillionOutputTokens",
      served: Figure,
    ) =>
      derive(
        `worth of ${what} tokens`,
        `${currency}/month`,
        "tokens ÷ 1,000,000 × price per million",
        [served, read(field, setting[field], `price per million ${what} tokens`, `${currency}/million tokens`)],
        (tokens, price) => tokens!.div(MILLION).times(price!),
      );
    const parts = [
      worth("input", "pricePerMillionInputTokens", workload.inputTokens),
      worth("output", "pricePerMillionOutputTokens", workload.outputTokens),
    ];
    return total("worth of tokens", `${currency}/month`, parts);
  },
});
