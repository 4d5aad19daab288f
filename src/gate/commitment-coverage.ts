import { z } from "zod";
import { decimal } from "../core/decimal.ts";
import { derive, type Figure, stated, total } from "../core/figure.ts";
import type { PricedLine } from "../model/cost.ts";
import { against, percent } from "./amount.ts";
import { defineRule, NOT_APPLICABLE, type Subject } from "./define-rule.ts";
import { DECIDE_OTHERWISE, undecided, weigh } from "./undecided.ts";

const HOURS = "hours/month";
/** `instance/<type>/<system>/<tenancy>/<purchase>`: how the machine-hours of a line are bought. */
const MACHINE = /^instance\/(?:[^/]+\/){3}([^/]+)$/;
/** Hours under a commitment of time or money; on demand is under none, and spot can be under none. */
const COMMITTED = /^(reserved-(?!.*-fee$)|capacity-block|owned$)/;
/** Wholly prepaid hours have no hourly line: the fee says for how many machines. */
const WHOLLY_PREPAID = /^reserved-.*all-upfront-fee$/;

/** How the machine-hours of a line are bought; those that a commitment of one's own takes are `owned`. */
const purchaseOf = ({ query, commitment }: PricedLine): string => {
  const purchase = query.vendor === "aws" && query.service === "AmazonEC2" ? MACHINE.exec(query.item)?.[1] : undefined;
  return purchase !== undefined && commitment !== undefined ? "owned" : (purchase ?? "");
};

/** Machine-hours of a steady month that could be under a commitment, and those that are. */
const hoursOf = ({ after, settings }: Subject): { readonly committed: Figure; readonly onDemand: Figure } => {
  const lines = after.resources.flatMap((priced) => priced.lines);
  const hourly = (test: (purchase: string) => boolean): readonly Figure[] =>
    lines.filter((line) => test(purchaseOf(line))).map(({ quantity }) => quantity);
  const month = stated("hours per month", settings.hoursPerMonth, HOURS, "rackrate.yaml hoursPerMonth");
  const prepaid = hourly((purchase) => WHOLLY_PREPAID.test(purchase)).map((machines) =>
    derive("prepaid hours", HOURS, "machines × hours per month", [machines, month], (count, hours) =>
      count!.times(hours!),
    ),
  );
  return {
    committed: total("committed hours", HOURS, [...hourly((purchase) => COMMITTED.test(purchase)), ...prepaid]),
    onDemand: total(
      "hours on demand",
      HOURS,
      hourly((purchase) => purchase === "on-demand"),
    ),
  };
};

/** How much of the steady machine-hours must be under a commitment rather than on demand. */
export const commitmentCoverage = defineRule({
  id: "commitment-coverage",
  title: "Commitment coverage",
  description:
    "At least the share `min` of machine-hours, spot apart, is reserved, in capacity blocks or under a Savings Plan.",
  severity: "low",
  settings: z.strictObject({
    min: z.number().gt(0).max(1).optional().describe("A fraction of the machine-hours of a month: 0.7 is 70 %."),
  }),
  check: (subject, { min }) => {
    if (min === undefined) return NOT_APPLICABLE;
    const limit = decimal(min);
    const { committed, onDemand } = hoursOf(subject);
    const [open] = undecided(subject.after, subject.plan.after);
    if (open !== undefined || committed.value === null || onDemand.value === null) {
      const because = open?.message ?? "the hours of a machine are not known";
      const message = `The coverage by commitments cannot be known: ${because}.`;
      const found = { message, measured: null, limit: percent(limit), hint: DECIDE_OTHERWISE };
      return weigh(subject.settings.onUnknown.decisive, found);
    }
    const all = committed.value.plus(onDemand.value);
    if (all.isZero() || committed.value.gte(all.times(limit))) return all.isZero() ? NOT_APPLICABLE : [];
    const shown = against(committed.value.dividedBy(all), limit, percent);
    return [
      {
        message: `Commitments cover ${shown.measured} of the machine-hours, less than ${shown.limit}.`,
        ...shown,
        hint: "Reserve what runs all the time and state it under usage or prices.commitments, or lower gates.commitment-coverage.min.",
      },
    ];
  },
});
