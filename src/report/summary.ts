import { plain } from "../core/decimal.ts";
import type { Estimate, Measure } from "../model/estimate.ts";
import { compares } from "./framing.ts";
import { hasBenefits, summaryRows } from "./measures.ts";
import { money, signed } from "./money.ts";
import { visible } from "./sanitize.ts";

/** The measures of a short summary, beside the monthly cost. */
const SHOWN: ReadonlySet<Measure> = new Set(["upfrontCost", "tco", "npv", "roi", "paybackMonths", "costPerGpuHour"]);

const counted = (count: number, what: string): readonly string[] => (count === 0 ? [] : [`${count} ${what}`]);

/** What the sums leave out, in one sentence; `null` where nothing. */
const gapSentence = ({ coverage }: Estimate): string | null => {
  const gaps = [
    ...counted(coverage.unpriced, "without a price"),
    ...counted(coverage.unsupported, "not supported"),
    ...counted(coverage.usageDependent, "without stated usage"),
  ];
  return gaps.length === 0 ? null : `Resources not (wholly) in these sums: ${gaps.join(", ")}.`;
};

const monthlySentence = (estimate: Estimate): string => {
  const { plan, after, before, settings } = estimate;
  const cost = after.measures.monthlyCost.expected.value;
  const was = before.measures.monthlyCost.expected.value;
  const amount = cost === null ? "the monthly cost is unknown" : `${money(cost, settings.currency)} a month`;
  const known = compares(estimate) && plan.before.completeness === "complete" && cost !== null && was !== null;
  const change = known ? signed(cost.minus(was), (value) => money(value, settings.currency)) || "no change" : "";
  return `${plan.project}/${plan.stack}: ${amount}${change && ` (${change})`}`;
};

/** The cost and return of a stack in three or four short lines, for places without room for a table. */
export const summaryLines = (estimate: Estimate): readonly string[] => {
  const rows = summaryRows(estimate).filter(({ measure }) => SHOWN.has(measure));
  const measures = rows.map(({ label, after, note }) => `${label}: ${after}${note && ` (${note})`}`);
  const returns = hasBenefits(estimate) ? [] : ["Return: not known, for no benefits are stated."];
  const gap = gapSentence(estimate);
  return [monthlySentence(estimate), ...measures, ...returns, ...(gap === null ? [] : [gap])].map(visible);
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
    ...more,
  });
};
