import { z } from "zod";

const amount = z.string().regex(/^\d+(\.\d+)?$/, "must be an amount in digits");

/** What each stack cost when the baseline was written: what a policy pack compares with, since it is not shown the state. */
export const baselineSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal("baseline"),
  /** YYYY-MM-DD. */
  date: z.iso.date(),
  stacks: z.array(
    z.strictObject({
      project: z.string().min(1),
      stack: z.string().min(1),
      /** ISO 4217. */
      currency: z.string().length(3),
      /** A steady month of what is deployed. */
      monthlyCost: amount,
      /** What the cost leaves out, in sentences; empty where nothing decisive is missing. */
      leavesOut: z.array(z.string()),
    }),
  ),
});

export type Baseline = z.infer<typeof baselineSchema>;
export type StackBaseline = Baseline["stacks"][number];
