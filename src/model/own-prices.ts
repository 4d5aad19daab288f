import { z } from "zod";

const day = z.iso.date();
const amount = z.union([
  z.number().nonnegative(),
  z.string().regex(/^\d+(\.\d+)?$/, "must be a plain number that is not negative"),
]);
const percent = z.number().min(0).max(100);
/** An ISO 4217 code. */
export const currency = z.string().regex(/^[A-Z]{3}$/, { error: "must be an ISO 4217 code as EUR", abort: true });
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be kebab-case");

/** A percentage off list prices. What is not stated restricts nothing. */
const discount = z.strictObject({
  percent: percent.describe("Off the list price; 12 makes 100 cost 88."),
  service: z.string().optional().describe("AWS service code as AmazonEC2."),
  family: z.string().optional().describe("Instance family as p5."),
  region: z.string().optional(),
  item: z.string().optional().describe("Price item, where * stands for anything: instance/p5.*/linux/*/on-demand."),
  until: day.optional().describe("Last day on which it holds; a month is priced by what holds on its first day."),
  source: z.string().optional().describe("The agreement it comes from."),
});

/** A rate that was agreed, or that is known better: it stands in the place of the list's. */
const rate = z.strictObject({
  item: z.string().describe("Price item, where * stands for anything: nat-gateway/hours."),
  service: z.string().optional().describe("AWS service code, or a group of site prices (power, facility …)."),
  region: z.string().optional(),
  amount: amount.describe("Per unit."),
  unit: z.string().describe("The unit that the item is priced in; `rackrate prices show` names it."),
  currency: currency.optional().describe("ISO 4217; `currency` of this file where absent."),
  source: z.string().describe("Where the rate comes from."),
  asOf: day.optional(),
  until: day.optional().describe("Last day on which it holds; a month is priced by what holds on its first day."),
});

/** A rate of exchange with its date: what one unit of a currency is worth in USD, whatever is reported in. */
const exchangeRate = z.strictObject({
  usd: amount.refine((usd) => Number(usd) > 0, "must be above 0").describe("USD for one unit of this currency."),
  asOf: day.describe("The day of the rate."),
  source: z.string().describe("Who published it, as: ECB euro foreign exchange reference rates."),
});

const commitmentBase = {
  id,
  term: z.enum(["1y", "3y"]),
  payment: z.enum(["no-upfront", "partial-upfront", "all-upfront"]),
  start: day.describe("First day of the term; it covers the months whose first day is in the term."),
  region: z.string().optional(),
};

const savingsPlan = {
  ...commitmentBase,
  hourly: amount.describe("The commitment in USD per hour."),
  discountPercent: percent
    .optional()
    .describe("Off on-demand, where neither `rates` nor an imported Savings Plans list says more."),
  rates: z.record(z.string(), amount).optional().describe("USD per hour under the plan, by instance type."),
};

/** A plan that covers several services, which AWS discounts each in its own way. */
const computePlan = {
  ...savingsPlan,
  discountPercent: z
    .union([
      percent,
      z.strictObject({ ec2: percent.optional(), fargate: percent.optional(), lambda: percent.optional() }),
    ])
    .optional()
    .describe(
      "Off on-demand, where neither `rates` nor an imported Savings Plans list says more: by service (ec2, fargate, lambda), or one percentage for all.",
    ),
  rates: z
    .record(z.string(), amount)
    .optional()
    .describe(
      "USD under the plan, as AWS states it: per hour by instance type; per hour of a vCPU or GB of Fargate (fargate/vcpu, fargate/arm/memory …); per GB-second of Lambda (duration/arm64, provisioned/x86-64, provisioned-duration/x86-64 …).",
    ),
};

/** Commitments already owned, which cover usage before on-demand does. */
const commitment = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("compute-savings-plan"), ...computePlan }),
  z.strictObject({
    kind: z.literal("instance-savings-plan"),
    ...savingsPlan,
    region: z.string(),
    family: z.string().describe("Instance family as p5."),
  }),
  z.strictObject({ kind: z.literal("sagemaker-savings-plan"), ...savingsPlan }),
  z.strictObject({
    kind: z.literal("reserved-instances"),
    ...commitmentBase,
    region: z.string(),
    instanceType: z.string(),
    count: z.number().int().positive(),
    operatingSystem: z.enum(["linux", "windows", "rhel", "suse"]).default("linux"),
    tenancy: z.enum(["shared", "dedicated"]).default("shared"),
    offeringClass: z.enum(["standard", "convertible"]).default("standard"),
    hourly: amount.optional().describe("USD per hour of one instance; the list's where absent."),
    upfront: amount.optional().describe("USD paid at once for one instance; the list's where absent."),
  }),
]);

/** `prices` of rackrate.yaml: what you pay instead of list prices. */
export const ownPricesSchema = z.strictObject({
  discounts: z.array(discount).default([]).describe("Each applies to what those before it left."),
  rates: z
    .array(rate)
    .default([])
    .describe("Negotiated rates and overrides; the later one wins. No discount applies to them."),
  exchangeRates: z
    .record(currency, exchangeRate)
    .default({})
    .describe(
      "By the code of a currency: for prices in it, and for reporting in it. They win over the ECB's reference rates that rackrate brings along.",
    ),
  commitments: z
    .array(commitment)
    .default([])
    .describe("Savings Plans and reserved instances that you own already, in USD as AWS sells them."),
});
export type OwnPrices = z.infer<typeof ownPricesSchema>;
export type Discount = OwnPrices["discounts"][number];
export type OwnRate = OwnPrices["rates"][number];
export type Commitment = OwnPrices["commitments"][number];

/** Nothing of one's own: list prices hold. */
export const NO_OWN_PRICES: OwnPrices = { discounts: [], rates: [], exchangeRates: {}, commitments: [] };
