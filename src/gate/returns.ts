import type { Figure } from "../core/figure.ts";
import type { Observation, Subject } from "./define-rule.ts";
import { DECIDE_OTHERWISE, undecided, weigh } from "./undecided.ts";

/** True where a return cannot be asked for: nothing stays deployed, or nothing is spent and nothing earned. */
export const hasNothingToReturn = ({ plan, after }: Subject): boolean => {
  if (plan.after.completeness !== "complete") return plan.after.completeness === "absent";
  const { value, leavesOut } = after.measures.tco.expected;
  return value?.isZero() === true && leavesOut === undefined && !hasBenefits({ after });
};

/** True where the settings state a benefit that this plan earns. */
export const hasBenefits = ({ after }: Pick<Subject, "after">): boolean =>
  after.ledger.entries.some(({ kind }) => kind === "benefit");

/** What to add to a sentence about a return where a stated benefit is missing from it; such a return is only too low. */
export const withoutBenefits = ({ after }: Subject): string => {
  const unknown = after.ledger.entries.find(({ kind, amount }) => kind === "benefit" && amount.value === null);
  return unknown === undefined ? "" : `; it leaves out the benefit "${unknown.label}", whose amount is unknown`;
};

/**
 * Why a return (ROI, payback, NPV) is not known: no benefits, costs that are open, or `otherwise`. Without benefits it
 * always fails, for whoever sets such a limit demands them.
 */
export const unknownReturn = (
  subject: Subject,
  what: string,
  figure: Figure,
  limit: string,
  otherwise: string,
): readonly Observation[] => {
  if (!hasBenefits(subject)) {
    return [
      {
        message: `${what} is unknown: no benefits are stated.`,
        measured: null,
        limit,
        hint: "State what the cluster earns under benefits in rackrate.yaml, or remove this limit.",
      },
    ];
  }
  const [first] = undecided(subject.after, subject.plan.after);
  // Assuming goes on with what is known: of that, too, the return is unknown.
  if (first !== undefined && subject.settings.onUnknown.decisive !== "assume") {
    return weigh(subject.settings.onUnknown.decisive, {
      message: `${what} is unknown: ${first.message}.`,
      measured: null,
      limit,
      ...(first.urn !== undefined && { urn: first.urn }),
      hint: DECIDE_OTHERWISE,
    });
  }
  const missing = figure.leavesOut?.[0];
  return [
    {
      message: missing === undefined ? otherwise : `${what} is unknown: ${missing}.`,
      measured: null,
      limit,
      hint: "`rackrate explain` shows what it is made of.",
    },
  ];
};
