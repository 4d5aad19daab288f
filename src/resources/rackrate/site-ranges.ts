import type { Decimal } from "../../core/decimal.ts";
import type { Capacity, Span } from "../../model/cost.ts";
import type { Server } from "../../model/hardware.ts";
import { type Step, stepsOf, usesOf } from "../../model/stated-range.ts";
import type { LineDraft, Subject } from "../define.ts";

/** A site with the servers that stand there. */
export interface Site {
  readonly subject: Subject;
  readonly server: Server;
}

/** What a cluster costs at a site. */
export interface SiteCost {
  readonly lines: readonly LineDraft[];
  readonly capacity: Capacity;
}

/** The site's own numbers that quantities are made of, as those of its servers are; what is a price has its range there. */
const OF_QUANTITIES = ["pue", "load", "networkShare", "staffFte", "gridCarbonGramsPerKwh"] as const;

/**
 * What a cluster costs, each line with how it follows the numbers that are stated with a range. No formula is repeated for
 * it: the cluster is worked out anew with a number at each end.
 */
export const withRanges = (site: Site, costOf: (site: Site) => SiteCost): SiteCost => {
  const expected = costOf(site);
  const steps = stepsOfSite(site, costOf);
  if (steps.length === 0) return expected;
  const carbonSpan = spanOf(expected, steps);
  return {
    lines: expected.lines.map((line) => {
      const uses = usesOf(
        expected,
        steps,
        ({ lines }) => lines.find(({ meter }) => meter === line.meter)?.quantity.value,
      );
      return uses.length === 0 ? line : { ...line, drivers: [...(line.drivers ?? []), ...uses] };
    }),
    capacity: { ...expected.capacity, ...(carbonSpan && { carbonSpan }) },
  };
};

const stepsOfSite = ({ subject, server }: Site, costOf: (site: Site) => SiteCost): readonly Step<SiteCost>[] => {
  // The same is assumed at every end, and was said once.
  const silent: Subject = { ...subject, assume: () => {}, gap: () => {} };
  const ofServer = (server.steps ?? []).map(({ driver, low, high }) => ({
    driver,
    low: costOf({ subject: silent, server: low }),
    high: costOf({ subject: silent, server: high }),
  }));
  const last = server.steps?.at(-1);
  const ofSite = stepsOf("facility", subject.facility, OF_QUANTITIES, (facility, end) =>
    costOf({ subject: { ...silent, facility }, server: last?.[end] ?? server }),
  );
  return [...ofServer, ...ofSite];
};

/** How far the carbon may go with every number at one end; nothing where no number bears on it. */
const spanOf = (expected: SiteCost, steps: readonly Step<SiteCost>[]): Span | undefined =>
  usesOf(expected, steps, carbonOf).reduce<Span | undefined>((span, { shape }) => {
    if (shape.kind !== "curve") return span;
    return { low: span?.low.times(shape.low) ?? shape.low, high: span?.high.times(shape.high) ?? shape.high };
  }, undefined);

/** In proportion to which the carbon is: power × PUE × grid. */
const carbonOf = ({ capacity: { powerKw, pue, gridCarbon } }: SiteCost): Decimal | null =>
  powerKw?.value && pue?.value && gridCarbon?.value ? powerKw.value.times(pue.value).times(gridCarbon.value) : null;
