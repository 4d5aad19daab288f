import { z } from "zod";
import { MEASURES } from "../model/estimate.ts";

/** Plain digits, never an exponent. */
const amount = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe("A decimal number in plain digits.");
const known = amount.nullable().describe("Null is unknown.");
const month = z.string().regex(/^\d{4}-\d{2}$/);

const change = z.strictObject({ before: known, after: known, delta: known }).meta({ id: "Change" });
const range = z
  .strictObject({ low: amount, expected: amount, high: known })
  .describe("Of the after side: the ends that the drivers' ranges allow. A payback without a high end may never come.");
const measure = change
  .extend({
    range: range.optional(),
    leavesOut: z
      .strictObject({ before: z.boolean(), after: z.boolean() })
      .describe(
        "True where the value is only of what is known: the least that a cost can be, and with unknown costs the most that a return can be. `coverage.notes` names what is left out.",
      ),
  })
  .meta({ id: "Measure" });
const state = z.enum(["unique", "several", "none"]);
const internalRate = measure.extend({
  state: state.describe("How many real rates make the after side's net present value zero."),
  roots: z.array(amount).describe("All of them, per year, for the after side."),
  beforeState: state,
  beforeRoots: z.array(amount),
});

const summary = z.strictObject({
  ...(Object.fromEntries(MEASURES.map((name) => [name, measure])) as Record<(typeof MEASURES)[number], typeof measure>),
  irr: internalRate,
});

const line = z
  .strictObject({
    side: z.enum(["before", "after"]),
    meter: z.string(),
    description: z.string(),
    part: z.string().nullable(),
    category: z.string(),
    quantity: known,
    unit: z.string(),
    unitPrice: known.describe("Effective: what a unit costs in the end. Of a commitment that is owned, its rate."),
    listUnitPrice: known.describe("What the public list says."),
    contractedUnitPrice: known.describe("After discounts and negotiated rates, before commitments."),
    commitment: z.string().nullable().describe("Id of the commitment that covers the line."),
    monthlyCost: known.describe("In a steady month; what is bought or paid in advance at its amortised part."),
    schedule: z.enum(["monthly", "purchase", "prepaid"]),
    amount: known.describe("What is paid each time: a month, or the purchase or prepayment."),
    usageBased: z.boolean(),
    from: z.int().min(1).describe("The first month of the horizon that it is charged for, counted from 1."),
    until: z
      .int()
      .min(1)
      .nullable()
      .describe("The last month that it is charged for; null where that is the horizon's."),
    missing: z.string().nullable().describe("Which price is missing, and how to give it."),
    source: z.string().nullable(),
    asOf: z.string().nullable(),
  })
  .meta({ id: "Line" });

const resource = z.strictObject({
  urn: z.string(),
  type: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  region: z.string().nullable(),
  op: z.enum(["create", "update", "replace", "delete", "same", "read", "import", "refresh"]),
  status: z.enum(["priced", "free", "usage-dependent", "unpriced", "unsupported"]),
  complete: z.boolean().describe("False where anything of its cost is left out."),
  reason: z.string().nullable().describe("Why it is free, unsupported or unpriced."),
  monthlyCost: change,
  lines: z.array(line),
  later: z
    .array(line)
    .describe("What takes the place of lines where own prices begin or end; no part of a steady month."),
  assumptions: z.array(z.string()),
});

const gate = z.strictObject({
  rule: z.string(),
  title: z.string(),
  outcome: z.enum(["pass", "warn", "fail", "overridden", "not-applicable"]),
  findings: z.array(
    z.strictObject({
      message: z.string(),
      measured: z.string().nullable(),
      limit: z.string().nullable(),
      urn: z.string().nullable(),
      hint: z.string().nullable(),
    }),
  ),
  override: z.strictObject({ reason: z.string(), expires: z.string() }).nullable(),
});

const side = z
  .strictObject({ completeness: z.enum(["complete", "partial", "absent"]), missing: z.array(z.string()) })
  .meta({ id: "Side" });

const stackFields = {
  project: z.string(),
  stack: z.string(),
  plan: z.strictObject({ origin: z.string(), before: side, after: side }),
  summary: summary.meta({ id: "Summary" }),
  resources: z.array(resource.meta({ id: "Resource" })),
  gates: z.array(gate.meta({ id: "Gate" })),
  assumptions: z.array(z.strictObject({ message: z.string(), urns: z.array(z.string()) })),
  coverage: z.strictObject({
    priced: z.int(),
    free: z.int(),
    usageDependent: z.int(),
    unpriced: z.int(),
    unsupported: z.int(),
    computeComplete: z.boolean(),
    notes: z.array(
      z.strictObject({
        kind: z.enum(["missing", "unsupported", "unpriced", "usage-dependent", "unknown"]),
        message: z.string(),
        names: z.array(z.string()),
      }),
    ),
  }),
  diagnostics: z.array(
    z.strictObject({
      severity: z.enum(["error", "warning", "info"]),
      code: z.string(),
      message: z.string(),
      place: z
        .strictObject({
          file: z.string().optional(),
          line: z.int().optional(),
          column: z.int().optional(),
          urn: z.string().optional(),
          property: z.string().optional(),
        })
        .optional(),
      hint: z.string().optional(),
    }),
  ),
};

const stack = z.strictObject(stackFields).meta({ id: "Stack" });

/** The document of `--format json`, version 1: the contract that other tools rely on. With one stack its fields stand at the top level too. */
export const estimateDocumentSchema = z.strictObject({
  schemaVersion: z.literal(1),
  currency: z.string(),
  startMonth: month,
  horizonMonths: z.int(),
  discountRate: amount,
  hoursPerMonth: amount,
  priceList: z.strictObject({
    id: z.string(),
    digest: z.string(),
    oldest: z.string().nullable(),
    newest: z.string().nullable(),
  }),
  stacks: z.array(stack),
  ...stack.partial().shape,
});

export type EstimateDocument = z.infer<typeof estimateDocumentSchema>;
export type StackDocument = z.infer<typeof stack>;
