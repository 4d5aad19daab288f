import { derive, type Figure } from "../core/figure.ts";
import { MEASURES, type Measure, type Ranged } from "../model/estimate.ts";

/** After minus before for each measure; unknown where either side is. A unit cost of nothing is unknown, so it has no change. */
export const deltaOf = (
  before: Readonly<Record<Measure, Ranged>>,
  after: Readonly<Record<Measure, Ranged>>,
): Readonly<Record<Measure, Figure>> =>
  Object.fromEntries(
    MEASURES.map((measure) => {
      const { expected } = after[measure];
      const old: Figure = { ...before[measure].expected, name: `${expected.name}, before` };
      return [
        measure,
        derive(
          `change of ${expected.name}`,
          expected.unit,
          "after − before",
          [{ ...expected, name: `${expected.name}, after` }, old],
          (now, then) => now.minus(then),
        ),
      ];
    }),
  ) as Record<Measure, Figure>;
