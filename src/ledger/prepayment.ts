import { Decimal, ONE } from "../core/decimal.ts";
import { derive, type Figure } from "../core/figure.ts";
import type { LineSchedule, Months } from "../model/cost.ts";
import type { LedgerEntry } from "../model/ledger.ts";
import { type Life, livesOf } from "./lives.ts";

type Prepayment = Extract<LineSchedule, { kind: "prepaid" }>;
type Base = Pick<LedgerEntry, "id" | "kind" | "urn" | "label" | "category" | "drivers">;

const RENEWED = "renewed at its end as long as the horizon lasts, at the price that then holds";
const CUT = "the term goes on after the horizon; what is paid for the months after it comes back at the horizon's end";

/**
 * What is paid in advance on the ledger: whole at the start and, unless it is bought once, again at the end of each term.
 * A steady month carries fee ÷ term. Of a term that the horizon cuts short the unused part comes back at its end, as
 * what a machine is still worth does: what is paid then is of the months of the horizon alone, steady month × months.
 * `holds` says in which months its price is the one to pay.
 */
export const prepaidEntries = (
  base: Base,
  fee: Figure,
  schedule: Prepayment,
  horizonMonths: number,
  holds?: Months,
): readonly LedgerEntry[] => {
  const lives = livesOf(schedule.termMonths, horizonMonths, holds);
  return (schedule.once ? lives.filter(({ from }) => from === 0) : lives).flatMap((life) => [
    {
      ...base,
      ...(life.from === 0
        ? { amount: fee, steadyMonth: perMonth(base.label, fee, schedule) }
        : { id: `${base.id}@${life.from}`, amount: renewed(fee, schedule) }),
      schedule: { kind: "once", month: life.from } as const,
    },
    ...unusedPart(base, fee, schedule, life),
  ]);
};

const perMonth = (label: string, fee: Figure, { termMonths }: Prepayment): Figure =>
  derive(
    `${label}, per month of its term`,
    `${fee.unit}/month`,
    "paid in advance ÷ term",
    [fee, termMonths],
    (paid, term) => paid.div(Decimal.max(term, ONE)),
  );

const renewed = (fee: Figure, { termMonths }: Prepayment): Figure =>
  derive(
    `${fee.name}, renewed`,
    fee.unit,
    "paid in advance for a further term",
    [fee, { ...termMonths, assumption: RENEWED }],
    (paid) => paid,
  );

/** Nothing of a term that ends within the horizon, or of which nobody knows how long it is. */
const unusedPart = (base: Base, fee: Figure, { termMonths }: Prepayment, life: Life): readonly LedgerEntry[] => {
  const months = new Decimal(life.to - life.from);
  if (termMonths.value === null || termMonths.value.round().lte(months)) return [];
  const used: Figure = { name: "months of a term in the horizon", value: months, unit: "months", assumption: CUT };
  const amount = derive(
    `${fee.name}, unused part`,
    fee.unit,
    "−paid in advance × (1 − months in the horizon ÷ term)",
    [fee, used, termMonths],
    (paid, within, term) => paid.times(within.div(term).minus(ONE)),
  );
  return [
    {
      ...base,
      id: `${base.id}@${life.to}-unused`,
      label: `${base.label}, unused part of its term`,
      amount,
      schedule: { kind: "once", month: life.to },
      drivers: base.drivers.map((use) => ({ ...use, givenBack: true })),
    },
  ];
};
