import type { Figure } from "../core/figure.ts";
import { type Estimate, MEASURES } from "../model/estimate.ts";
import { compares } from "../report/framing.ts";

const isSame = (one: Figure, other: Figure): boolean =>
  (one.value === null ? other.value === null : other.value !== null && one.value.eq(other.value)) &&
  String(one.leavesOut ?? "") === String(other.leavesOut ?? "");

/** True where there is nothing to tell of a change: every measure is known, or open, as before, and every rule is kept. */
export const isUnchanged = (estimate: Estimate): boolean =>
  compares(estimate) &&
  MEASURES.every((name) => isSame(estimate.before.measures[name].expected, estimate.after.measures[name].expected)) &&
  estimate.verdicts.every(({ outcome }) => outcome === "pass" || outcome === "not-applicable");
