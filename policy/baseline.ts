import { InputError } from "../src/core/diagnostic.ts";
import { derive, fact } from "../src/core/figure.ts";
import { baselineSchema } from "../src/model/baseline.ts";
import type { Estimate } from "../src/model/estimate.ts";
import type { NamedText } from "../src/settings/read-yaml.ts";

/**
 * Gives an estimate the before side that a policy pack is not shown: the monthly cost out of a file that
 * `rackrate baseline` wrote. Where the file does not know the stack, it says so, and what was before stays unknown.
 * @throws InputError where the file is no baseline.
 */
export const withBaseline = (estimate: Estimate, { name, text }: NamedText): Estimate => {
  const { plan, before, after, settings } = estimate;
  const found = readBaseline(name, text);
  const own = found.stacks.find(({ project, stack }) => project === plan.project && stack === plan.stack);
  if (own === undefined) {
    return partial(estimate, `the baseline ${name} knows no stack ${plan.project}/${plan.stack}`);
  }
  if (own.currency !== settings.currency) {
    return partial(estimate, `the baseline ${name} is in ${own.currency}, not in ${settings.currency}`);
  }
  const unit = `${own.currency}/month`;
  const cost = fact("monthly cost before", own.monthlyCost, unit, { title: `baseline ${name}`, asOf: found.date });
  const now = after.measures.monthlyCost.expected;
  return {
    ...estimate,
    plan: {
      ...plan,
      before:
        own.leavesOut.length === 0
          ? { completeness: "complete", missing: [], resources: [] }
          : { completeness: "partial", missing: own.leavesOut, resources: [] },
    },
    before: { ...before, measures: { ...before.measures, monthlyCost: { expected: cost } } },
    delta: {
      ...estimate.delta,
      monthlyCost: derive("change of the monthly cost", unit, "after − before", [now, cost], (a, b) => a!.minus(b!)),
    },
  };
};

const partial = (estimate: Estimate, why: string): Estimate => ({
  ...estimate,
  plan: { ...estimate.plan, before: { completeness: "partial", missing: [why], resources: [] } },
});

const readBaseline = (name: string, text: string) => {
  const parsed = baselineSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError({
    severity: "error",
    code: "baseline-unreadable",
    message: `${name} is not a baseline: ${issue?.path.join(".") || "the file"}: ${issue?.message ?? "it cannot be read"}.`,
    hint: "Write it with `rackrate baseline --from state.json --out baseline.json`.",
  });
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
