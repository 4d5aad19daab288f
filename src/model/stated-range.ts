import { Decimal, ONE } from "../core/decimal.ts";
import type { DriverUse } from "./cost.ts";
import type { Driver } from "./ledger.ts";
import type { Settings } from "./settings.ts";
import { type End, endOf, expectedOf, isRanged, type StatedNumber } from "./stated-number.ts";

/** The range of a stated number as a driver of this name; nothing where none is stated. */
export const rangeOf = (name: string, number: StatedNumber | undefined): readonly Driver[] =>
  number === undefined || !isRanged(number)
    ? []
    : [
        {
          name,
          expected: new Decimal(expectedOf(number)),
          low: new Decimal(endOf(number, "low")),
          high: new Decimal(endOf(number, "high")),
        },
      ];

/** A number among those of a mapping, or anything else that stands there. */
const numberIn = (value: unknown): StatedNumber | undefined =>
  typeof value === "object" && value !== null && "value" in value ? (value as StatedNumber) : undefined;

/** The ranges that the numbers of a mapping state, each a driver that is named by its path: `facility.load`. */
export const rangesIn = (path: string, numbers: object): readonly Driver[] =>
  Object.entries(numbers).flatMap(([key, value]) => rangeOf(`${path}.${key}`, numberIn(value)));

/** Every range that rackrate.yaml states of a data centre and of workloads. */
export const statedRanges = ({ facility, workloads }: Pick<Settings, "facility" | "workloads">): readonly Driver[] => [
  ...rangesIn("facility", facility),
  ...Object.entries(facility.servers ?? {}).flatMap(([model, own]) => rangesIn(serverPath(model), own)),
  ...Object.entries(workloads).flatMap(([name, own]) => rangesIn(workloadPath(name), own)),
];

/** Where a server model's own numbers stand. */
export const serverPath = (model: string): string => `facility.servers."${model}"`;
/** Where a workload's numbers stand. */
export const workloadPath = (name: string): string => `workloads.${name}`;

/** What depends on ranged numbers as one of them, and all before it, stand at an end of their ranges. */
export interface Step<T> {
  /** Name of that number's driver. */
  readonly driver: string;
  readonly low: T;
  readonly high: T;
}

/**
 * Of some keys of a mapping, those whose numbers state a range, each taken to its ends after those before it: `make` is
 * given the mapping with bare numbers there.
 */
export const stepsOf = <Numbers extends object, T>(
  path: string,
  numbers: Numbers,
  keys: readonly (keyof Numbers & string)[],
  make: (numbers: Numbers, end: End) => T,
): readonly Step<T>[] => {
  const ends: Record<End, Numbers> = { low: numbers, high: numbers };
  return keys.flatMap((key) => {
    const number = numberIn(numbers[key]);
    if (number === undefined || !isRanged(number)) return [];
    ends.low = { ...ends.low, [key]: endOf(number, "low") };
    ends.high = { ...ends.high, [key]: endOf(number, "high") };
    return [{ driver: `${path}.${key}`, low: make(ends.low, "low"), high: make(ends.high, "high") }];
  });
};

/**
 * How an amount follows the steps: what each makes of what the step before left, as factors. One number alone at an end
 * gives exactly the amount there, and so do all of them together, whatever the formula is.
 */
export const usesOf = <T>(
  expected: T,
  steps: readonly Step<T>[],
  amountOf: (whole: T) => Decimal | null | undefined,
): readonly DriverUse[] => {
  let low = amountOf(expected);
  let high = low;
  return steps.flatMap((step): DriverUse[] => {
    const next = { low: amountOf(step.low), high: amountOf(step.high) };
    const shape = { kind: "curve", low: ratio(next.low, low), high: ratio(next.high, high) } as const;
    low = next.low;
    high = next.high;
    return shape.low.eq(ONE) && shape.high.eq(ONE) ? [] : [{ driver: step.driver, shape }];
  });
};

/** Of nothing, or of what nobody knows, there is no proportion. */
const ratio = (after: Decimal | null | undefined, before: Decimal | null | undefined): Decimal =>
  after && before && !before.isZero() ? after.div(before) : ONE;
