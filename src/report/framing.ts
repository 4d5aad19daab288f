import { Decimal } from "../core/decimal.ts";
import { countedMonths } from "../core/period.ts";
import type { Estimate } from "../model/estimate.ts";
import type { Operation } from "../model/plan.ts";
import { percent } from "./money.ts";

const ORIGINS: Readonly<Record<string, string>> = {
  program: "the program, run without deploying",
  preview: "a Pulumi preview",
  events: "a Pulumi preview's events",
  state: "the deployed state",
  "saved-plan": "a saved Pulumi plan",
  policy: "a policy run",
};

/** Where the plan was read from, in words. */
export const originText = ({ plan }: Estimate): string => ORIGINS[plan.origin] ?? plan.origin;

/** What every figure rests on: horizon, discounting, hours of a month and the dates of the prices. */
export const basisSentences = ({ settings, startMonth, priceList }: Estimate): readonly string[] => {
  const { oldest, newest, id } = priceList;
  const dated =
    oldest === null
      ? "no price used"
      : `prices ${oldest === newest ? `of ${newest}` : `dated ${oldest} to ${newest}`} (${id})`;
  return [
    `${countedMonths(settings.horizonMonths)} from ${startMonth}`,
    `discounted at ${percent(new Decimal(settings.discountRate))} a year`,
    `${settings.hoursPerMonth} ${settings.hoursPerMonth === 1 ? "hour" : "hours"} a month`,
    dated,
  ];
};

/** True where the plan compares two states of a stack, rather than showing one alone. */
export const compares = ({ plan }: Estimate): boolean =>
  plan.before.completeness !== "absent" && plan.origin !== "state";

/** What the plan is compared with, where that needs saying. */
export const comparisonSentence = (estimate: Estimate): string | null => {
  const { before, after, origin } = estimate.plan;
  if (after.completeness === "absent") return "Everything is taken away.";
  if (before.completeness !== "absent") return null;
  return origin === "program"
    ? "Compared with nothing deployed. To see a change: --base REF for another git revision, or --from for a preview or state."
    : "Compared with nothing: the stack is not deployed yet.";
};

const OPERATION_MARKS: Readonly<Record<Operation, string>> = {
  create: "+",
  import: "+",
  update: "~",
  replace: "±",
  delete: "-",
  same: "",
  read: "",
  refresh: "",
};

/**
 * Pulumi's mark of a step; empty where nothing happens, and where nothing is compared: everything is new there, and a
 * column of marks would say nothing.
 */
export const operationMark = (estimate: Estimate, operation: Operation): string =>
  compares(estimate) ? OPERATION_MARKS[operation] : "";
