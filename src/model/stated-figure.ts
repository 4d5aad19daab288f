import { type Figure, fact, type Source } from "../core/figure.ts";
import type { StatedNumber } from "./stated-number.ts";

/** Where a stated number comes from: `place`, as `rackrate.yaml facility.pue`, with the source and the date that stand beside it. */
export const statedSource = (number: StatedNumber, place: string): Source =>
  typeof number === "number"
    ? { title: place }
    : {
        title: number.source === undefined ? place : `${place}: ${number.source}`,
        ...(number.asOf && { asOf: number.asOf }),
      };

/** A stated number as a figure; `place` says where it stands. Its range is the reader's business. */
export const statedFigure = (name: string, number: StatedNumber, unit: string, place: string): Figure =>
  fact(name, typeof number === "number" ? number : number.value, unit, statedSource(number, place));
