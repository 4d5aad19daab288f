import type { Figure } from "../core/figure.ts";
import type { Months } from "../model/cost.ts";

/** From when until when something that was paid for at once is used, in months from the start. */
export interface Life {
  readonly from: number;
  readonly to: number;
}

/**
 * The lives that follow each other over a horizon, each paid for where it begins; the last one is cut at the horizon's end.
 * One whose length is not known lasts to it. Where a price holds for some months only, those that begin in them.
 */
export const livesOf = (
  length: Figure,
  horizonMonths: number,
  { from, until }: Months = { from: 0 },
): readonly Life[] => {
  const months = Math.max(1, length.value?.round().toNumber() ?? horizonMonths);
  const end = Math.min(until ?? horizonMonths, horizonMonths);
  const lives: Life[] = [];
  for (let begin = 0; begin < end; begin += months)
    if (begin >= from) lives.push({ from: begin, to: Math.min(begin + months, horizonMonths) });
  return lives;
};
