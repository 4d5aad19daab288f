import { type Decimal, sum, ZERO } from "../core/decimal.ts";
import { derive, type Figure, leftOut, total } from "../core/figure.ts";
import type { Ledger, LedgerEntry, LedgerViews, Outlook, Scenario } from "../model/ledger.ts";
import { cashFlowOf } from "./cash-flow.ts";
import { type GroupedLedger, grouped, plus } from "./grouped-ledger.ts";
import { paymentsOf } from "./payments.ts";

type Kind = LedgerEntry["kind"];

/** Every view of a ledger. `monthlyRate` discounts the present values. */
export const viewsOf = (ledger: Ledger, monthlyRate: Figure): LedgerViews => {
  const book = grouped(ledger);
  return {
    monthlyCost: steadyMonth(book, "cost"),
    monthlyBenefit: steadyMonth(book, "benefit"),
    upfrontCost: upfront(book),
    costs: overHorizon(book, "cost"),
    costsPresentValue: overHorizon(book, "cost", monthlyRate),
    benefits: overHorizon(book, "benefit"),
    benefitsPresentValue: overHorizon(book, "benefit", monthlyRate),
    cashFlow: cashFlowOf(book),
    ...(hasRange(ledger) && {
      outlooks: {
        pessimistic: outlook(book, "pessimistic", "dearest"),
        optimistic: outlook(book, "optimistic", "cheapest"),
      },
    }),
  };
};

const hasRange = (ledger: Ledger): boolean => ledger.drivers.some(({ low, high }) => !low.eq(high));

const outlook = (book: GroupedLedger, scenario: Scenario, ofCosts: Scenario): Outlook => ({
  cashFlow: cashFlowOf(book, scenario),
  costs: cashFlowOf(book, ofCosts).costs,
  monthlyCost: steadyMonthIn(book, "cost", ofCosts),
  monthlyCostAtSize: steadyMonthIn(book, "cost", scenario),
  monthlyBenefit: steadyMonthIn(book, "benefit", scenario),
});

/** A steady month: what everything costs (or earns) when all ramps are over and everything prepaid is amortised. */
const steadyMonth = (book: GroupedLedger, kind: Kind): Figure =>
  sumByCategory(book, {
    name: kind === "cost" ? "monthly cost" : "monthly benefit",
    unit: `${book.ledger.currency}/month`,
    field: "steadyMonth",
    holds: (entry) => entry.kind === kind && entry.steadyMonth !== undefined,
  });

/** The known value of a steady month in a scenario of the drivers' ranges; unknown where the expected one is. */
const steadyMonthIn = ({ groups, drivers }: GroupedLedger, kind: Kind, scenario: Scenario): Decimal | null => {
  const values = groups.flatMap(({ sample, steadyMonth: known }) =>
    known && sample.kind === kind ? [known.times(drivers.weight(ofSteadyMonth(sample), scenario))] : [],
  );
  return values.length === 0 ? null : sum(values);
};

/** An entry as its steady month responds to the drivers. */
const ofSteadyMonth = (entry: LedgerEntry): LedgerEntry =>
  entry.steadyDrivers === undefined ? entry : { ...entry, drivers: entry.steadyDrivers };

/** What is paid on the day of deployment. */
const upfront = (book: GroupedLedger): Figure =>
  sumByCategory(book, {
    name: "upfront cost",
    unit: book.ledger.currency,
    field: "amount",
    holds: ({ kind, schedule }) => kind === "cost" && schedule.kind === "once" && schedule.month === 0,
  });

/** All costs (or benefits) over the horizon, each entry its amount times its payments; discounted where a monthly rate is given. */
const overHorizon = (book: GroupedLedger, kind: Kind, monthlyRate?: Figure): Figure => {
  const what = kind === "cost" ? "total cost" : "total benefit";
  return sumByCategory(book, {
    name: monthlyRate ? `${what}, present value` : `${what} over ${book.ledger.horizonMonths} months`,
    unit: book.ledger.currency,
    field: "amount",
    holds: (entry) => entry.kind === kind,
    payments: paymentsOf(book, monthlyRate),
  });
};

/** What a sum takes of the ledger. */
interface Sum {
  readonly name: string;
  readonly unit: string;
  /** Which of an entry's figures is summed. */
  readonly field: "amount" | "steadyMonth";
  /** Which entries; all of a group or none. */
  readonly holds: (entry: LedgerEntry) => boolean;
  /** How often an entry's figure counts; once where absent. */
  readonly payments?: (entry: LedgerEntry) => Figure;
}

/** A sum of sums: category by category, and inside each entry by entry in the order of the plan. */
const sumByCategory = (book: GroupedLedger, of: Sum): Figure => {
  const known = new Map<string, Decimal | null>();
  for (const { sample, [of.field]: value } of book.groups) {
    if (!of.holds(sample)) continue;
    const paid = value && of.payments ? times(value, of.payments(sample).value ?? ZERO) : value;
    known.set(sample.category, plus(known.get(sample.category) ?? null, paid));
  }
  return total(
    of.name,
    of.unit,
    [...known].map(([category, value]) => sumOfCategory(book, of, category, value)),
  );
};

/**
 * One category of a sum. Its terms are made when somebody looks at them: there can be ten thousand, and most reports
 * show none.
 */
const sumOfCategory = ({ ledger, open }: GroupedLedger, of: Sum, category: string, value: Decimal | null): Figure => {
  const leavesOut = (open.get(category) ?? [])
    .filter(of.holds)
    .flatMap((entry) => leftOut(entry[of.field] ?? entry.amount, entry.label));
  let terms: readonly Figure[] | undefined;
  return {
    name: category,
    value,
    unit: of.unit,
    formula: "sum",
    get inputs() {
      terms ??= ledger.entries
        .filter((entry) => entry.category === category && of.holds(entry))
        .map((entry) => termOf(entry, of));
      return terms;
    },
    ...(leavesOut.length > 0 && { leavesOut }),
  };
};

/** One entry's part in a sum. */
const termOf = (entry: LedgerEntry, { unit, field, payments }: Sum): Figure => {
  const {
    label,
    amount,
    amount: { leavesOut },
  } = entry;
  if (payments === undefined) return { ...(entry[field] ?? amount), name: label };
  const part = derive(label, unit, "amount × payments", [amount, payments(entry)], times);
  return { ...part, ...(leavesOut && { leavesOut }) };
};

const times = (amount: Decimal, count: Decimal): Decimal => amount.times(count);
