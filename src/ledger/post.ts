import { Decimal, ONE } from "../core/decimal.ts";
import { unknownFigure } from "../core/figure.ts";
import type { DriverUse, PricedLine, PricedResource, Span } from "../model/cost.ts";
import type { Driver, Ledger, LedgerEntry, Schedule } from "../model/ledger.ts";
import type { Settings } from "../model/settings.ts";
import { statedRanges } from "../model/stated-range.ts";
import { prepaidEntries } from "./prepayment.ts";
import { purchaseEntries } from "./purchase.ts";

/** What goes onto the ledger of one side of a plan. */
export interface Postings {
  readonly resources: readonly PricedResource[];
  readonly benefits: { readonly entries: readonly LedgerEntry[]; readonly drivers: readonly Driver[] };
  readonly settings: Settings;
}

/** Every cost and every benefit of one side as ledger entries, with the drivers that they respond to. */
export const post = ({ resources, benefits, settings }: Postings): Ledger => {
  const drivers = new Map<string, Driver>();
  for (const driver of [...settingDrivers(settings), ...benefits.drivers]) drivers.set(driver.name, driver);
  const entries: LedgerEntry[] = [];
  for (const resource of resources) {
    for (const line of resource.later === undefined ? resource.lines : [...resource.lines, ...resource.later]) {
      const ranges = rangesOf(line);
      for (const range of ranges) drivers.set(range.name, range);
      for (const entry of lineEntries(resource, line, ranges, settings)) entries.push(entry);
    }
    if (lacksSilently(resource)) entries.push(unknownEntry(resource, settings.currency));
  }
  return {
    currency: settings.currency,
    horizonMonths: settings.horizonMonths,
    entries: [...entries, ...benefits.entries],
    drivers: [...drivers.values()],
  };
};

const EVERY_MONTH = { kind: "monthly", from: 1, rampMonths: 0 } as const satisfies Schedule;
const NO_DRIVERS: readonly DriverUse[] = [];

const inProportionTo = ({ name }: Driver): DriverUse => ({ driver: name, shape: { kind: "power", exponent: 1 } });

/** True for a resource without a price of which no line says so. */
const lacksSilently = ({ status, lines }: PricedResource): boolean =>
  (status === "unpriced" || status === "unsupported") && !lines.some(({ amount }) => amount.value === null);

/** Stands for what is not known of a resource, so that every sum of which it is a part is open and names it: DESIGN idea 4. */
const unknownEntry = (
  { resource: { urn, name }, compute, reason = "its cost is not known" }: PricedResource,
  currency: string,
) => {
  const amount = unknownFigure(`cost of ${name}`, `${currency}/month`, reason);
  return {
    id: `${urn}#unknown`,
    kind: "cost",
    urn,
    label: `${name}: ${reason}`,
    category: compute ? "compute" : "other",
    amount,
    steadyMonth: amount,
    schedule: EVERY_MONTH,
    drivers: NO_DRIVERS,
  } satisfies LedgerEntry;
};

const lineEntries = (
  resource: PricedResource,
  line: PricedLine,
  ranges: readonly Driver[],
  settings: Settings,
): readonly LedgerEntry[] => {
  const base = {
    id: `${resource.resource.urn}#${line.meter}`,
    kind: "cost",
    urn: resource.resource.urn,
    label: `${resource.resource.name}: ${line.description}`,
    category: line.category,
    drivers:
      ranges.length > 0 ? [...(line.drivers ?? []), ...ranges.map(inProportionTo)] : (line.drivers ?? NO_DRIVERS),
  } as const;
  const { amount, schedule = { kind: "monthly" }, holds } = line;
  if (schedule.kind === "prepaid") return prepaidEntries(base, amount, schedule, settings.horizonMonths, holds);
  if (schedule.kind === "purchase") return purchaseEntries(base, amount, schedule, settings.horizonMonths, holds);
  if (holds === undefined) return [{ ...base, amount, steadyMonth: amount, schedule: EVERY_MONTH }];
  const { from, until } = holds;
  const months = { ...EVERY_MONTH, from: from + 1, ...(until !== undefined && { to: until }) };
  // A steady month is the first: what takes its place later has no part in it.
  return from === 0
    ? [{ ...base, amount, steadyMonth: amount, schedule: months }]
    : [
        {
          ...base,
          id: `${base.id}@${from}`,
          label: `${base.label}, from month ${from + 1} on`,
          amount,
          schedule: months,
        },
      ];
};

const NO_RANGES: readonly Driver[] = [];

/**
 * What is not certain of a line becomes a driver, so that its range reaches every measure: a price that its source gives
 * as a range, a group that scales, a choice of machines. Groups that may go equally far share one: a large stack has
 * thousands of groups, and a view weighs each driver.
 */
const rangesOf = ({ price, scale, choice }: PricedLine): readonly Driver[] => {
  if (price?.range === undefined && scale === undefined && choice === undefined) return NO_RANGES;
  return [
    ...(price?.range
      ? [{ name: `price:${price.query.service}/${price.query.item}`, expected: ONE, ...price.range }]
      : []),
    ...(scale ? [within("scale", scale)] : []),
    ...(choice ? [within("choice", choice)] : []),
  ];
};

/** A span as a driver, made once: all lines of a resource share theirs. */
const within = (what: "scale" | "choice", span: Span): Driver => {
  const known = SPAN_DRIVERS.get(span);
  if (known !== undefined) return known;
  const name = `${what}:${shown(span.low)}–${shown(span.high)}`;
  const driver: Driver = { name, expected: ONE, ...span, ...(what === "scale" && { ofSize: true }) };
  SPAN_DRIVERS.set(span, driver);
  return driver;
};
const SPAN_DRIVERS = new WeakMap<Span, Driver>();

const shown = (factor: Decimal): string => factor.toSignificantDigits(12).toFixed();

/** The drivers that rackrate.yaml states: how fast prices grow, and how far figures of the site and of workloads may be off. */
const settingDrivers = (settings: Settings): readonly Driver[] => {
  const rate = (name: string, value: number): Driver => ({
    name,
    expected: new Decimal(value),
    low: new Decimal(value),
    high: new Decimal(value),
  });
  return [
    rate("inflation", settings.inflation),
    rate("energyEscalation", settings.energyEscalation),
    ...statedRanges(settings),
  ];
};
