import { z } from "zod";
import { type Decimal, decimal, ZERO } from "../core/decimal.ts";
import { against, money, type Notation, percent } from "./amount.ts";
import { defineRule, NOT_APPLICABLE, type Observation, type Subject } from "./define-rule.ts";
import { openCost, undecided, weigh } from "./undecided.ts";

/**
 * What is known of an increase. Costs are never negative, so what `before` leaves out can only make the increase
 * smaller: where it is open, `change` is the most that the increase can be.
 */
interface Increase {
  readonly change: Decimal;
  readonly openBefore: boolean;
  /** Known monthly cost before the change; zero for a first deployment. */
  readonly before: Decimal;
}

const increaseOf = ({ plan, before, after, settings }: Subject): Increase => {
  const first = plan.before.completeness === "absent";
  const known = first ? ZERO : (before.measures.monthlyCost.expected.value ?? ZERO);
  return {
    change: (after.measures.monthlyCost.expected.value ?? ZERO).minus(known),
    openBefore: settings.onUnknown.decisive !== "assume" && !first && undecided(before, plan.before).length > 0,
    before: known,
  };
};

/** The same as a share of the cost before, which must not be zero. */
const asShare = (increase: Increase): Increase => ({
  ...increase,
  change: increase.change.dividedBy(increase.before),
});

/** The cost before is unknown, so no increase can be told. */
const cannotKnow = (subject: Subject, limit: string): readonly Observation[] => {
  const [reason] = undecided(subject.before, subject.plan.before);
  return weigh(subject.settings.onUnknown.decisive, {
    message: `The increase cannot be known, for the cost before the change is not: ${reason?.message ?? "it has no price"}.`,
    measured: null,
    limit,
    ...(reason?.urn !== undefined && { urn: reason.urn }),
    hint: "Give the state of the stack (a state export or a baseline), or set onUnknown.decisive to warn or assume in rackrate.yaml.",
  });
};

/** What an increase leaves out that keeps its limit. */
const openIncrease = (subject: Subject, limit: string): readonly Observation[] =>
  openCost(subject, "The increase", subject.after.measures.monthlyCost.expected, limit);

const judgeIncrease = (
  subject: Subject,
  { change, openBefore }: Increase,
  max: Decimal,
  notation: Notation,
): readonly Observation[] => {
  if (change.lte(max)) return openIncrease(subject, notation(max));
  if (openBefore) return cannotKnow(subject, notation(max));
  const shown = against(change, max, notation);
  const message =
    subject.plan.before.completeness === "absent"
      ? `This is the first deployment, so its whole monthly cost of ${shown.measured} is the increase, above the limit of ${shown.limit}.`
      : `The monthly cost rises by ${shown.measured}, more than the limit of ${shown.limit}.`;
  const hint = "Split the change, or raise the limit under gates.monthly-increase in rackrate.yaml.";
  return [{ message, ...shown, hint }];
};

/** No percentage leads from nothing to something: that is said, and only an amount can bound it. */
const riseFromNothing = (subject: Subject, increase: Increase, max: Decimal): readonly Observation[] => {
  if (increase.change.lte(ZERO)) return openIncrease(subject, percent(max));
  if (increase.openBefore) return cannotKnow(subject, percent(max));
  const first = subject.plan.before.completeness === "absent" ? "This is the first deployment: there" : "There";
  const message = `${first} is no cost before the change that a percentage could be taken of.`;
  const hint = "Set gates.monthly-increase.max or gates.monthly-cost.max to bound it.";
  return [{ message, measured: null, limit: percent(max), hint, advisory: true }];
};

/** How much dearer one change may make the steady month. */
export const monthlyIncrease = defineRule({
  id: "monthly-increase",
  title: "Monthly increase",
  description:
    "A change makes the steady month dearer by at most `max`, and by at most `maxPercent` of what it cost before.",
  settings: z.strictObject({
    max: z.number().nonnegative().optional().describe("Most that the month may become dearer, in `currency`."),
    maxPercent: z.number().nonnegative().optional().describe("The same in percent of the month before: 10 is a tenth."),
  }),
  check: (subject, settings) => {
    if (settings.max === undefined && settings.maxPercent === undefined) return NOT_APPLICABLE;
    const increase = increaseOf(subject);
    const found: Observation[] = [];
    if (settings.max !== undefined) {
      const notation = money(subject.settings.currency, "/month");
      found.push(...judgeIncrease(subject, increase, decimal(settings.max), notation));
    }
    if (settings.maxPercent !== undefined) {
      const max = decimal(settings.maxPercent).dividedBy(100);
      if (!increase.before.isZero()) found.push(...judgeIncrease(subject, asShare(increase), max, percent));
      else if (settings.max === undefined) found.push(...riseFromNothing(subject, increase, max));
    }
    // Both limits may stumble over the same unknown; it is said once.
    return found.filter(({ message }, index) => found.findIndex((other) => other.message === message) === index);
  },
});
