import type { Estimate } from "../model/estimate.ts";
import { compares } from "./framing.ts";
import { leavesOut } from "./measures.ts";
import { money, relativeChange } from "./money.ts";

/** The change of the monthly cost in one sentence, to stand after the stack's name. */
export const headlineText = (estimate: Estimate): string => {
  const isOpen = [estimate.before, estimate.after].some((side) => leavesOut(side, "monthlyCost"));
  return `${changeText(estimate)}${isOpen ? ", which leaves something out" : ""}`;
};

const changeText = (estimate: Estimate): string => {
  const { before, after, settings } = estimate;
  const { currency } = settings;
  const from = before.measures.monthlyCost.expected.value;
  const to = after.measures.monthlyCost.expected.value;
  if (to === null || (from === null && compares(estimate))) return "monthly cost unknown";
  if (from === null || !compares(estimate)) return `${money(to, currency)} a month`;
  const delta = estimate.delta.monthlyCost.value;
  if (delta === null) return `monthly cost ${money(to, currency)}, before unknown`;
  if (delta.isZero()) return `monthly cost stays at ${money(to, currency)}`;
  const relative = relativeChange(from, to);
  return `monthly cost ${delta.isNegative() ? "falls" : "rises"} by ${money(delta.abs(), currency)}${relative ? ` (${relative})` : ""} to ${money(to, currency)}`;
};
