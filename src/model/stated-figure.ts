import { type Figure, fact } from "../core/figure.ts";
import type { StatedNumber } from "./settings.ts";

/** A stated number as a figure; `place` says where it stands, as `rackrate.yaml facility.pue`. Its range is the reader's business. */
export const statedFigure = (name: string, number: StatedNumber, unit: string, place: string): Figure => {
  if (typeof number === "number") return fact(name, number, unit, { title: place });
  const title = number.source === undefined ? place : `${place}: ${number.source}`;
  return fact(name, number.value, unit, { title, ...(number.asOf && { asOf: number.asOf }) });
};
