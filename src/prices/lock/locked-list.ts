import type { PriceAnswer, PriceQuery } from "../../model/price.ts";
import type { AwsList } from "../aws-list.ts";
import { keyOf, LOCK_NAME, type Lock, type LockedRow, renderLock, toAnswer, toRow } from "./lock-file.ts";

/**
 * A list as a lock pins it. What the lock does not hold yet is asked of the list in use, under a named assumption: a
 * program that needs a new price can be estimated before it is locked.
 */
export const openLockedList = (lock: Lock, list: AwsList): AwsList => {
  const rows = new Map(lock.prices.map((row) => [keyOf(row), row]));
  const content = Buffer.from(renderLock(lock));
  return {
    id: lock.priceList.id,
    find: (query) => {
      const row = rows.get(keyOf(query));
      if (row !== undefined) return toAnswer(row, query);
      const answer = list.find(query);
      if (answer.price === null) return answer;
      const note = `${query.item}: not in ${LOCK_NAME} yet, so that the list in use was asked; rackrate prices lock adds it`;
      return { ...answer, assumptions: [...answer.assumptions, note] };
    },
    read: () => new Map([[LOCK_NAME, content], ...list.read()]),
  };
};

/** A list that remembers what it was asked. */
export interface RecordedList {
  readonly list: AwsList;
  /** Rows of a lock for every question so far. */
  readonly rows: () => readonly LockedRow[];
}

/** Wraps a list so that what a project asks of it can be locked. */
export const recordList = (list: AwsList): RecordedList => {
  const asked = new Map<string, { readonly query: PriceQuery; readonly answer: PriceAnswer }>();
  return {
    list: {
      ...list,
      find: (query) => {
        const answer = list.find(query);
        asked.set(keyOf(query), { query, answer });
        return answer;
      },
    },
    rows: () => [...asked.values()].map(({ query, answer }) => toRow(query, answer)),
  };
};

/** A list in which locked prices win, and what they lack comes from the list in use without a remark: for writing a lock. */
export const extendedList = (lock: Lock, list: AwsList): AwsList => {
  const rows = new Map(lock.prices.map((row) => [keyOf(row), row]));
  return {
    ...list,
    find: (query) => {
      const row = rows.get(keyOf(query));
      // A price that was missing may have been imported since.
      return row === undefined || "missing" in row ? list.find(query) : toAnswer(row, query);
    },
  };
};
