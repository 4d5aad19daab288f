import type { Category } from "../model/cost.ts";
import type { LineDraft, Subject } from "./define.ts";
import { soldBy } from "./quantities.ts";
import type { UsageKey } from "./usage.ts";

/** One row of a table of lines that cost by usage: the key that states it, the unit it is sold in, the price's item. */
export interface UsageLine {
  readonly meter: string;
  readonly description: string;
  readonly usage: string;
  readonly unit: string;
  /** How many of the usage's own unit make one sold unit: 1000 for `1k requests`. */
  readonly per?: number;
  readonly item: string;
  readonly part?: string;
}

/** What usage counts of a row, one by one: requests, where `1M requests` are sold. */
const countedUnit = ({ unit }: Pick<UsageLine, "unit">): string => unit.replace(/^\d+[kMB] /, "");

/** The usage keys of a table, as a definition declares them. */
export const usageKeys = (
  rows: readonly Pick<UsageLine, "usage" | "unit" | "description">[],
): Readonly<Record<string, UsageKey>> =>
  Object.fromEntries(rows.map((row) => [row.usage, { unit: countedUnit(row), description: row.description }]));

/** Cost lines from a table. A line whose usage nobody states has an unknown quantity, so that it shows its rate only. */
export const usageLines = (
  subject: Subject,
  service: string,
  category: Category,
  rows: readonly UsageLine[],
): LineDraft[] =>
  rows.map(({ usage, unit, per = 1, item, ...rest }) => ({
    ...rest,
    category,
    quantity: soldBy(subject.usage.quantity(usage, countedUnit({ unit })), per, unit),
    unit,
    usageBased: true,
    price: { service, item },
  }));

/** The rows whose usage somebody states: for parts of a service that most resources do not use. */
export const whereStated = (subject: Subject, rows: readonly UsageLine[]): readonly UsageLine[] =>
  rows.filter((row) => subject.usage.has(row.usage));
