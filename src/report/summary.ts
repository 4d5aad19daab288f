import { plain } from "../core/decimal.ts";
import { type Estimate, MEASURES, type Measure } from "../model/estimate.ts";
import { compares } from "./framing.ts";
import { hasBenefits, leavesOut, STAR, summaryRows } from "./measures.ts";
import { money, signed } from "./money.ts";
import { visible } from "./sanitize.ts";

/** The measures of a short summary, beside the monthly cost. */
const SHOWN: ReadonlySet<Measure> = new Set(["upfrontCost", "tco", "npv", "roi", "paybackMonths", "costPerGpuHour"]);

const counted = (count: number, what: string): readonly string[] => (count === 0 ? [] : [`${count} ${what}`]);

/** What the sums leave out, in sentences. */
const gapSentences = ({ coverage, plan, after }: Estimate): readonly string[] => {
  const partly = after.resources.filter(({ status, complete }) => status === "priced" && !complete);
  const gaps = [
    ...counted(coverage.unpriced, "without a price"),
    ...counted(coverage.unsupported, "not supported"),
    ...counted(coverage.usageDependent, "without stated usage"),
    ...counted(partly.length, "known in part"),
  ];
  return [
    ...(gaps.length === 0 ? [] : [`* Resources not (wholly) in these sums: ${gaps.join(", ")}.`]),
    ...(plan.after.completeness === "partial" ? ["* The plan does not show everything."] : []),
  ];
};

const monthlySentence = (estimate: Estimate): string => {
  const { plan, after, settings } = estimate;
  const cost = after.measures.monthlyCost.expected.value;
  const delta = estimate.delta.monthlyCost.value;
  const amount =
    cost === null
      ? "the monthly cost is unknown"
      : `${money(cost, settings.currency)} a month${leavesOut(after, "monthlyCost") ? STAR : ""}`;
  const known = compares(estimate) && plan.before.completeness === "complete";
  const change = known && delta ? signed(delta, (value) => money(value, settings.currency)) || "no change" : "";
  return `${plan.project}/${plan.stack}: ${amount}${change && ` (${change})`}`;
};

/** The cost and return of a stack in three or four short lines, for places without room for a table. */
export const summaryLines = (estimate: Estimate): readonly string[] => {
  const rows = summaryRows(estimate).filter(({ measure }) => SHOWN.has(measure));
  const measures = rows.map(({ label, after, note }) => `${label}: ${after}${note && ` (${note})`}`);
  const returns = hasBenefits(estimate) ? [] : ["Return: not known, for no benefits are stated."];
  return [monthlySentence(estimate), ...measures, ...returns, ...gapSentences(estimate)].map(visible);
};

/** The same for machines: one line of JSON with a version, decimals as text and unknown as `null`. */
export const summaryJson = (estimate: Estimate, more: Readonly<Record<string, unknown>> = {}): string => {
  const { plan, after, coverage, settings } = estimate;
  const value = (measure: Measure): string | null => {
    const { value } = after.measures[measure].expected;
    return value === null ? null : plain(value);
  };
  return JSON.stringify({
    rackrate: 1,
    project: plan.project,
    stack: plan.stack,
    currency: settings.currency,
    monthlyCost: value("monthlyCost"),
    upfrontCost: value("upfrontCost"),
    tco: value("tco"),
    roi: value("roi"),
    paybackMonths: value("paybackMonths"),
    costPerGpuHour: value("costPerGpuHour"),
    complete: coverage.computeComplete && plan.after.completeness !== "partial",
    // Measures that are only of what is known.
    leaveSomethingOut: MEASURES.filter((measure) => leavesOut(after, measure)),
    ...more,
  });
};
