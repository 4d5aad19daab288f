import { derive, type Figure, unknownFigure } from "../core/figure.ts";
import type { PricedResource } from "../model/cost.ts";
import { type Estimate, MEASURES, type Measure } from "../model/estimate.ts";

/**
 * After minus before for each measure; unknown where either side is. A unit cost of nothing is unknown, so it has no
 * change. Where the side before lacks what the side after has, the difference would pass for a rise, so none is told.
 */
export const deltaOf = (sides: Pick<Estimate, "plan" | "before" | "after">): Readonly<Record<Measure, Figure>> => {
  const lost = lackingBefore(sides);
  return Object.fromEntries(
    MEASURES.map((measure) => {
      const [now, then] = [sides.after, sides.before].map(({ measures }) => measures[measure].expected) as [
        Figure,
        Figure,
      ];
      const name = `change of ${now.name}`;
      return [
        measure,
        lost !== undefined && then.leavesOut !== undefined && now.value !== null
          ? unknownFigure(name, now.unit, lost)
          : derive(
              name,
              now.unit,
              "after − before",
              [
                { ...now, name: `${now.name}, after` },
                { ...then, name: `${now.name}, before` },
              ],
              (later, earlier) => later.minus(earlier),
            ),
      ];
    }),
  ) as Record<Measure, Figure>;
};

/** What is not known of the side before alone, in one sentence: a part of the plan, or the price of a resource. */
const lackingBefore = ({ plan, before, after }: Pick<Estimate, "plan" | "before" | "after">): string | undefined => {
  const unseen = plan.before.missing.find((message) => !plan.after.missing.includes(message));
  if (unseen !== undefined) return unseen;
  const isUnpriced = ({ status }: PricedResource): boolean => status === "unpriced" || status === "unsupported";
  const unpriced = before.resources.filter(isUnpriced);
  if (unpriced.length === 0) return undefined;
  const stillOpen = new Set(
    after.resources.flatMap(({ resource, complete }) => (complete ? [] : [resource.urn, ...resource.aliases])),
  );
  const lost = unpriced.find(({ resource }) => !stillOpen.has(resource.urn));
  return lost && `what ${lost.resource.name} cost before is not known`;
};
