import type { LockedRow } from "./lock-file.ts";
import { keyOf } from "./lock-file.ts";

/** A price of a project that a new list changes: its rows before and after, absent where it has none. */
export interface PriceChange {
  readonly before: LockedRow | undefined;
  readonly after: LockedRow | undefined;
}

/** What differs between two states of a lock: amounts, units and what is missing, not dates and sources. */
export const priceChanges = (before: readonly LockedRow[], after: readonly LockedRow[]): readonly PriceChange[] => {
  const older = new Map(before.map((row) => [keyOf(row), row]));
  return after.flatMap((row) => {
    const known = older.get(keyOf(row));
    return known !== undefined && substance(known) === substance(row) ? [] : [{ before: known, after: row }];
  });
};

const substance = (row: LockedRow): string =>
  "missing" in row ? "missing" : JSON.stringify([row.unit, row.currency, row.tiers]);
