import { z } from "zod";
import { currency, ownPricesSchema } from "./own-prices.ts";
import {
  drivingAmount,
  drivingFactor,
  drivingPart,
  drivingShare,
  expectedOf,
  isRanged,
  nonNegative,
  share,
} from "./stated-number.ts";
import { usageSchema } from "./usage.ts";

/** A fraction per year. Above 1, it is almost always a percentage. */
const yearlyRate = z
  .number()
  .gt(-1)
  .refine((rate) => rate <= 1, {
    message: "must be at most 1, which is 100 % a year",
    params: { hint: "It is a fraction: 8 % is written 0.08." },
  })
  .meta({ maximum: 1 });
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month as YYYY-MM");
const day = z.iso.date();

/** A server model that one owns. */
const serverSchema = z
  .strictObject({
    price: drivingAmount.optional().describe("Purchase price of one, in `currency`."),
    maxKw: drivingAmount.optional().describe("Power at full load, kW."),
    idleKw: drivingAmount.optional().describe("Power with idle accelerators, kW."),
  })
  .refine(
    ({ maxKw, idleKw }) => maxKw === undefined || idleKw === undefined || expectedOf(idleKw) <= expectedOf(maxKw),
    {
      path: ["idleKw"],
      message: "must be at most maxKw",
      params: { hint: "A server draws no more when it is idle than at full load." },
    },
  );

/** What a data centre pays, in `currency`. Everything has a dated default that is shown as an assumption until it is stated. */
export const facilitySchema = z.strictObject({
  kind: z
    .enum(["colocation", "own"])
    .optional()
    .describe("Colocation pays per kW and month; an own facility pays its building, amortised."),
  pue: drivingFactor.optional().describe("Power usage effectiveness, at least 1."),
  electricityPerKwh: drivingAmount.optional().describe("Electricity price per kWh, in `currency`."),
  colocationPerKwMonth: drivingAmount
    .optional()
    .describe("Colocation per kW of critical IT load and month, electricity apart."),
  buildCostPerMw: drivingAmount.optional().describe("Building an own facility, per MW of critical IT load."),
  buildingLifeMonths: z.number().int().positive().optional(),
  load: drivingShare.optional().describe("Average power draw of servers, as a share of their maximum."),
  networkShare: drivingPart
    .optional()
    .describe("Cluster network (switches, optics, cables) as a share of servers and network together."),
  storagePerTib: drivingAmount.optional().describe("Shared storage, bought, per usable TiB."),
  supportPerYear: drivingShare
    .optional()
    .describe("Hardware support and maintenance per year, as a share of the purchase price."),
  staffFte: drivingAmount.optional().describe("Full-time people who run this cluster."),
  staffPerFteYear: drivingAmount.optional().describe("Loaded cost of one full-time person per year."),
  refreshMonths: z.number().int().positive().optional().describe("After how many months servers are bought anew."),
  residualPerYear: drivingShare
    .refine((kept) => expectedOf(kept) !== 1 || !isRanged(kept), {
      message: "must be below 1 where a range is stated",
      params: { hint: "What loses no value has no depreciation that a range could scale." },
    })
    .optional()
    .describe("Share of its value that a server keeps each year."),
  gridCarbonGramsPerKwh: drivingAmount.optional(),
  servers: z
    .record(z.string(), serverSchema)
    .optional()
    .describe("What you pay for a server model and what it draws, by model name."),
});

/** The business side of a workload, by the name of its component. */
export const workloadSchema = z.strictObject({
  requestsPerMonth: drivingAmount.optional(),
  inputTokensPerRequest: drivingAmount.optional(),
  outputTokensPerRequest: drivingAmount.optional(),
  /** Output tokens per second and accelerator as measured on the user's own system; the roofline bounds the default. */
  measuredTokensPerSecondPerAccelerator: drivingAmount.optional(),
});

const benefitBase = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be kebab-case"),
  workload: z.string().optional().describe("Counts only where a resource of this name is in the plan."),
  startMonth: z.number().int().positive().optional().describe("First month in which it is earned; 1 is the first."),
  rampUpMonths: z
    .number()
    .int()
    .nonnegative()
    .optional()
    .describe("Grows linearly to its full amount over so many months."),
  confidence: z
    .strictObject({ low: z.number().nonnegative(), high: z.number().nonnegative() })
    .refine((range) => range.low <= 1 && range.high >= 1, "must be factors around 1: low at most 1, high at least 1")
    .optional()
    .describe("Range as factors of the expected benefit."),
};

export const tokensBenefit = z.strictObject({
  kind: z.literal("tokens"),
  ...benefitBase,
  mode: z.enum(["sold", "instead-of-bought"]),
  pricePerMillionInputTokens: nonNegative,
  pricePerMillionOutputTokens: nonNegative,
});

export const avoidedDowntimeBenefit = z.strictObject({
  kind: z.literal("avoided-downtime"),
  ...benefitBase,
  incidentsPerMonth: nonNegative,
  hoursPerIncident: nonNegative,
  costPerHour: nonNegative,
  recall: share.optional().describe("Share of incidents that the prediction catches in time."),
  signals: z
    .record(z.string(), share)
    .optional()
    .describe("Recall of each signal alone (temperature, power, latency …); together 1 − Π(1 − recall)."),
  falseAlarmsPerMonth: nonNegative.optional(),
  costPerFalseAlarm: nonNegative.optional(),
});

export const automatedOperationsBenefit = z.strictObject({
  kind: z.literal("automated-operations"),
  ...benefitBase,
  costPerHour: nonNegative,
  activities: z
    .array(z.strictObject({ name: z.string(), timesPerMonth: nonNegative, hoursEach: nonNegative, savedShare: share }))
    .min(1),
});

export const recommendationBenefit = z.strictObject({
  kind: z.literal("recommendation"),
  ...benefitBase,
  visitsPerMonth: nonNegative,
  baselineConversion: share,
  relativeUplift: nonNegative,
  valuePerConversion: nonNegative,
  margin: share.optional(),
});

export const benefitSchema = z.discriminatedUnion("kind", [
  tokensBenefit,
  avoidedDowntimeBenefit,
  automatedOperationsBenefit,
  recommendationBenefit,
]);
export type BenefitSetting = z.infer<typeof benefitSchema>;

/** An accepted breach of one rule: who says why, and until when. */
export const overrideSchema = z.strictObject({
  rule: z.string(),
  reason: z.string().trim().min(10),
  expires: day,
  by: z.string().optional(),
});

/** rackrate.yaml without its gates, whose form each rule declares for itself (src/gate). */
export const settingsFields = {
  horizonMonths: z.number().int().min(1).max(480).default(36).describe("How far the estimate looks ahead."),
  startMonth: month.optional().describe("First month; the coming one where absent."),
  discountRate: yearlyRate.default(0.08).describe("Per year, a fraction."),
  discounting: z
    .enum(["effective", "nominal"])
    .default("effective")
    .describe("How the yearly rate becomes a monthly one: effective (1+r)^(1/12)−1, or nominal r/12."),
  currency: currency
    .default("USD")
    .describe(
      "ISO 4217 code of what everything is counted and reported in. Money in this file is in it already, but for commitments, which are in USD; list prices and other facts in USD are converted, by prices.exchangeRates or else the ECB's reference rates that rackrate brings along.",
    ),
  hoursPerMonth: z.number().positive().max(744).default(730),
  inflation: yearlyRate.default(0).describe("Escalates people and support, per year."),
  energyEscalation: yearlyRate.default(0).describe("Escalates electricity, per year."),
  usage: usageSchema
    .prefault({})
    .describe(
      "By type, by wildcard, by name or URN; the more exact wins, then the later. Keys are Infracost's; one without a value is not stated.",
    ),
  workloads: z.record(z.string(), workloadSchema).default({}),
  prices: ownPricesSchema
    .prefault({})
    .describe("What you pay instead of list prices: discounts, negotiated rates, commitments that you own."),
  benefits: z.array(benefitSchema).default([]).describe("What the stack earns. Money is in `currency`."),
  facility: facilitySchema.default({}).describe("What a data centre of your own pays, in `currency`."),
  onUnknown: z
    .strictObject({
      decisive: z.enum(["fail", "warn", "assume"]).default("fail"),
      usage: z.enum(["fail", "warn", "ignore"]).default("ignore"),
    })
    .prefault({})
    .describe("What an unknown does to the gate: one that decides the cost, and one of usage."),
  overrides: z.array(overrideSchema).default([]),
};

export const settingsSchema = z.strictObject({
  ...settingsFields,
  gates: z.record(z.string(), z.unknown()).default({}),
});

/** The settings of an estimate, every default filled in. */
export type Settings = z.infer<typeof settingsSchema>;
export type FacilitySettings = z.infer<typeof facilitySchema>;
export type WorkloadSettings = z.infer<typeof workloadSchema>;
