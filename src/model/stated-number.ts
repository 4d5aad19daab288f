import { z } from "zod";

/** A bare number, or the number with where it comes from and how far it may be off; each end is held to what the number is. */
const statedOf = (number: z.ZodNumber) =>
  z.union([
    number,
    z.strictObject({
      value: number,
      low: number.optional(),
      high: number.optional(),
      source: z.string().optional(),
      asOf: z.string().optional(),
    }),
  ]);

/** A rate or amount that somebody states: the bare number, or the number with where it comes from and how far it may be off. */
export type StatedNumber = z.infer<ReturnType<typeof statedOf>>;

/** A number that prices something else in proportion to itself. Nothing can be said in proportion to a value of 0. */
const drivingOf = (number: z.ZodNumber) =>
  statedOf(number).refine((stated) => typeof stated === "number" || stated.value !== 0 || !isRanged(stated), {
    message: "must be above 0 where a range is stated",
    params: { hint: "A range acts in proportion to its value." },
  });

const amount = z.number().nonnegative();
const part = z.number().min(0).max(1);

export const nonNegative = statedOf(amount);
export const share = statedOf(part);

/** The numbers of facilities and workloads, whose ranges reach everything that they price. */
export const drivingAmount = drivingOf(amount);
export const drivingShare = drivingOf(part);
/** A share that leaves something over. */
export const drivingPart = drivingOf(z.number().min(0).lt(1));
/** A factor of at least 1. */
export const drivingFactor = drivingOf(z.number().min(1));

/** The number that is expected. */
export const expectedOf = (stated: StatedNumber): number => (typeof stated === "number" ? stated : stated.value);

/** An end of a stated range. */
export type End = "low" | "high";

/** A stated number at an end of its range: the number itself where it states none. */
export const endOf = (stated: StatedNumber, end: End): number =>
  typeof stated === "number" ? stated : (stated[end] ?? stated.value);

/** True where a number states a range of any width. */
export const isRanged = (stated: StatedNumber): boolean => endOf(stated, "low") !== endOf(stated, "high");
