import { assumed, derive, type Figure, stated } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { counted, declared } from "../quantities.ts";

const TERMS = { "1_year": 12, "3_year": 36 } as const;
const UNSTATED_TERM_MONTHS = 12;

/**
 * A Savings Plan that the program buys: so many USD an hour for its term, used or not. What it makes cheaper is priced by
 * `prices.commitments`; the part that is spent there is not counted here again.
 */
export const savingsPlan = defineResource({
  type: "aws:savingsplans/savingsPlan:SavingsPlan",
  title: "Savings Plan",
  source: "https://docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html",
  compute: true,
  usage: {
    term: { unit: "text", description: "1_year or 3_year, as the offering says." },
    covered_usd_per_hour: {
      unit: "USD per hour",
      description: "What of the commitment is spent on usage that prices.commitments prices already.",
    },
  },
  cost: (subject) => {
    const months = termOf(subject);
    const commitment = declared(
      subject,
      subject.inputs.quantity("commitment"),
      { name: "commitment", unit: "USD per hour" },
      true,
    );
    const upfront = declared(subject, subject.inputs.quantity("upfrontPaymentAmount"), {
      name: "upfront payment",
      unit: "USD",
      otherwise: { value: 0, because: "Nothing is paid upfront." },
    });
    if (!subject.usage.has("covered_usd_per_hour"))
      subject.assume(
        "Its whole commitment is counted here, and what it makes cheaper is not: state it in prices.commitments, and here as usage covered_usd_per_hour what of it is spent.",
      );
    const monthly = derive(
      "commitment per month",
      "USD",
      "max(0, (commitment − covered) × hours − upfront ÷ term)",
      [commitment, coveredOf(subject), subject.hoursPerMonth, upfront, months],
      (hourly, covered, hours, paid, term) => {
        const rest = hourly.minus(covered).times(hours).minus(paid.div(term));
        return rest.isNegative() ? rest.minus(rest) : rest;
      },
    );
    return { lines: [...upfrontLines(upfront, months), line("commitment", "Savings Plan commitment", monthly)] };
  },
});

const line = (meter: string, description: string, quantity: Figure): LineDraft => ({
  meter,
  description,
  category: "compute",
  quantity,
  unit: "USD",
  price: { service: "AWSSavingsPlans", region: "global", item: "stated-commitment" },
});

const upfrontLines = (upfront: Figure, termMonths: Figure): LineDraft[] =>
  upfront.value?.isZero()
    ? []
    : [
        {
          ...line("upfront-payment", "Savings Plan, paid in advance", upfront),
          schedule: { kind: "prepaid", termMonths },
        },
      ];

const coveredOf = (subject: Subject): Figure =>
  subject.usage.has("covered_usd_per_hour")
    ? subject.usage.quantity("covered_usd_per_hour", "USD per hour")
    : counted(subject, "covered", 0, "USD per hour");

const termOf = (subject: Subject): Figure => {
  const term = subject.usage.choice("term", ["1_year", "3_year"] as const);
  if (term !== undefined) return stated("term", TERMS[term], "months", "usage term");
  const because = "The offering's term is not stated (usage term): one year.";
  subject.assume(because);
  return assumed("term", UNSTATED_TERM_MONTHS, "months", because);
};
