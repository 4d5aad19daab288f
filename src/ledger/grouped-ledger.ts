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
  const groups = new Map<string, Group>();
  const open = new Map<string, LedgerEntry[]>();
  for (const entry of ledger.entries) {
    if (isOpen(entry.amount) || isOpen(entry.steadyMonth)) append(open, entry.category, entry);
    const key = keyOf(entry);
    const amount = entry.amount.value;
    const steadyMonth = entry.steadyMonth?.value ?? null;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { sample: entry, amount, steadyMonth });
      continue;
    }
    group.amount = plus(group.amount, amount);
    group.steadyMonth = plus(group.steadyMonth, steadyMonth);
  }
  return { ledger, drivers: new Drivers(ledger), groups: [...groups.values()], open };
};

const append = (lists: Map<string, LedgerEntry[]>, key: string, entry: LedgerEntry): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entry]);
  else list.push(entry);
};

const keyOf = ({ kind, category, schedule, drivers, steadyDrivers, amount, steadyMonth }: LedgerEntry): string => {
  const sign = `${amount.value?.isNegative() ? "-" : "+"}${steadyMonth === undefined ? "" : "steady"}`;
  const uses = drivers.length === 0 ? "" : usesKey(drivers);
  return `${kind} ${category} ${sign} ${scheduleKey(schedule)} ${uses} ${steadyDrivers ? usesKey(steadyDrivers) : ""}`;
};

const usesKey = (drivers: LedgerEntry["drivers"]): string =>
  drivers.map(({ driver, shape, givenBack }) => `${driver}^${shapeKey(shape)}${givenBack ? "back" : ""}`).join();

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
