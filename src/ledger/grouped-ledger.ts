import { ByWords } from "../core/by-words.ts";
import type { Decimal } from "../core/decimal.ts";
import type { Figure } from "../core/figure.ts";
import type { DriverUse } from "../model/cost.ts";
import type { Ledger, LedgerEntry } from "../model/ledger.ts";
import { Drivers } from "./factor.ts";

/** Entries that only differ in their amounts: the same side of the ledger, category, schedule, drivers and sign. */
export interface Group {
  /** Any of them. */
  readonly sample: LedgerEntry;
  /** Sums of what is known; `null` where nothing is. */
  amount: Decimal | null;
  steadyMonth: Decimal | null;
}

/** A ledger with its entries in groups: every view weighs a few dozen of these, however large the stack is. */
export interface GroupedLedger {
  readonly ledger: Ledger;
  readonly drivers: Drivers;
  /** In the order in which the ledger has the first of each. */
  readonly groups: readonly Group[];
  /** Entries of which anything is unknown, by category: what the sums leave out. */
  readonly open: ReadonlyMap<string, readonly LedgerEntry[]>;
}

/** Groups a ledger's entries, each looked at once. */
export const grouped = (ledger: Ledger): GroupedLedger => {
  const known = new ByWords<Group>();
  const groups: Group[] = [];
  const open = new Map<string, LedgerEntry[]>();
  for (const entry of ledger.entries) {
    if (isOpen(entry.amount) || isOpen(entry.steadyMonth)) append(open, entry.category, entry);
    const group = known.of(wordsOf(entry), () => {
      const made: Group = { sample: entry, amount: null, steadyMonth: null };
      groups.push(made);
      return made;
    });
    addTo(group, entry.amount.value, entry.steadyMonth?.value ?? null);
  }
  return { ledger, drivers: new Drivers(ledger), groups, open };
};

/** Of what is paid by the month both sums are the same, and are made once. */
const addTo = (group: Group, amount: Decimal | null, steadyMonth: Decimal | null): void => {
  const isSame = amount === steadyMonth && group.amount === group.steadyMonth;
  group.amount = plus(group.amount, amount);
  group.steadyMonth = isSame ? group.amount : plus(group.steadyMonth, steadyMonth);
};

const append = (lists: Map<string, LedgerEntry[]>, key: string, entry: LedgerEntry): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entry]);
  else list.push(entry);
};

/** Alike for entries of one group. */
const wordsOf = (entry: LedgerEntry): readonly string[] => {
  const { kind, category, schedule, drivers, steadyDrivers = NO_USES, amount, steadyMonth } = entry;
  const sign = amount.value?.isNegative() ? "-" : "+";
  const steady = steadyMonth === undefined ? "" : "steady";
  return [kind, category, sign, steady, scheduleKey(schedule), usesKey(drivers), usesKey(steadyDrivers)];
};

const NO_USES: LedgerEntry["drivers"] = [];

const usesKey = (drivers: LedgerEntry["drivers"]): string =>
  drivers.length === 0
    ? ""
    : drivers.map(({ driver, shape, givenBack }) => `${driver}^${shapeKey(shape)}${givenBack ? "back" : ""}`).join();

const shapeKey = (shape: DriverUse["shape"]): string => {
  if (shape.kind === "curve") return `${shape.low},${shape.high}`;
  return shape.kind === "power" ? `${shape.exponent}` : "t";
};

/** Alike for entries that fall due in the same months. */
export const scheduleKey = (schedule: LedgerEntry["schedule"]): string =>
  schedule.kind === "once" ? `${schedule.month}` : `${schedule.from}-${schedule.to ?? ""}/${schedule.rampMonths}`;

/** The sum of what is known of two. */
export const plus = (one: Decimal | null, other: Decimal | null): Decimal | null =>
  one && other ? one.plus(other) : (one ?? other);

const isOpen = (figure: Figure | undefined): boolean =>
  figure !== undefined && (figure.value === null || figure.leavesOut !== undefined);
