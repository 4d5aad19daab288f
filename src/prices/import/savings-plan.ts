import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { checkCsvEnd } from "./csv-end.ts";
import { identifier, type Sql } from "./duckdb.ts";
import type { FileHead } from "./head.ts";
import type { CsvHeader } from "./kind.ts";
import { csvSource, uniqueColumns } from "./offer-query.ts";
import { isAmount, scaled } from "./price-amount.ts";
import type { ImportedRow } from "./price-collector.ts";
import type { PriceSource } from "./price-source.ts";
import { refusal } from "./refuse.ts";
import { withoutRegion } from "./usage-type.ts";

/** A rate of a Savings Plan for one usage of one service. */
interface PlanRate {
  readonly planFamily: string;
  readonly service: string;
  readonly usage: string;
  readonly operation: string;
  readonly region: string;
  readonly payment: string;
  readonly years: string;
  readonly unit: string;
  readonly amount: string;
  readonly currency: string;
}

/** What was read of an offer of Savings Plans. */
export interface SavingsPlanReading {
  readonly rows: readonly ImportedRow[];
  readonly badRows: number;
}

const PLANS: Readonly<Record<string, string>> = {
  ComputeSavingsPlans: "compute-savings-plan",
  EC2InstanceSavingsPlans: "instance-savings-plan",
  SageMakerSavingsPlans: "sagemaker-savings-plan",
};
/** Operations of EC2 as their operating system. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/billing-info-fields.html */
const SYSTEMS: Readonly<Record<string, string>> = {
  RunInstances: "linux",
  "RunInstances:0002": "windows",
  "RunInstances:0010": "rhel",
  "RunInstances:000g": "suse",
};
const TENANCIES: Readonly<Record<string, string>> = { BoxUsage: "shared", DedicatedUsage: "dedicated" };
/** Uses of SageMaker's machines, as our items name them. */
const USES: Readonly<Record<string, string>> = { Host: "hosting", Train: "training", Notebk: "notebook" };
const PAYMENTS: Readonly<Record<string, string>> = {
  "No Upfront": "no-upfront",
  "Partial Upfront": "partial-upfront",
  "All Upfront": "all-upfront",
};

const COLUMNS = [
  "Product Family",
  "DiscountedServiceCode",
  "DiscountedUsageType",
  "DiscountedOperation",
  "DiscountedRegionCode",
  "PurchaseOption",
  "LeaseContractLength",
  "Unit",
  "DiscountedRate",
  "Currency",
] as const;

/** Reads an offer of Savings Plans in CSV. Throws `InputError` for one that cannot be trusted. */
export const readSavingsPlanCsv = async (
  sql: Sql,
  source: PriceSource,
  head: FileHead,
  header: CsvHeader,
): Promise<SavingsPlanReading> => {
  const missing = COLUMNS.filter((name) => !header.columns.includes(name));
  if (missing.length > 0)
    throw refusal(source.name, "missing-columns", `the columns ${missing.join(", ")} are missing`, undefined, {
      line: header.line,
    });
  await checkCsvEnd(source, head, header.columns.length);
  const collect = planCollector(source);
  const from = csvSource(source.path, head.packed, uniqueColumns(header.columns));
  const fields = COLUMNS.map((name) => `coalesce(trim(${identifier(name)}), '')`).join(", ");
  const wanted = `${identifier("DiscountedServiceCode")} IN ('AmazonEC2', 'AmazonSageMaker') AND NOT contains(${identifier("DiscountedUsageType")}, 'Unused')`;
  for await (const batch of sql.stream(`SELECT ${fields} FROM ${from} WHERE ${wanted}`)) {
    for (const values of batch) {
      const [
        planFamily = "",
        service = "",
        usage = "",
        operation = "",
        region = "",
        payment = "",
        years = "",
        unit = "",
        amount = "",
        currency = "",
      ] = values.map((value) => value ?? "");
      collect.add({ planFamily, service, usage, operation, region, payment, years, unit, amount, currency });
    }
  }
  return collect.finish();
};

const planJson = z.object({
  products: z.array(
    z.object({ sku: z.string(), productFamily: z.string(), attributes: z.object({ purchaseOption: z.string() }) }),
  ),
  terms: z.object({
    savingsPlan: z.array(
      z.object({
        sku: z.string(),
        leaseContractLength: z.object({ duration: z.number() }),
        rates: z.array(
          z.object({
            discountedServiceCode: z.string(),
            discountedUsageType: z.string(),
            discountedOperation: z.string().optional(),
            discountedRegionCode: z.string().optional(),
            unit: z.string().optional(),
            discountedRate: z.object({ price: z.string(), currency: z.string().optional() }),
          }),
        ),
      }),
    ),
  }),
});

/** Reads an offer of Savings Plans in JSON, whole; of a large one take the CSV. `region` is that of the offer, where its rates do not repeat it. */
export const readSavingsPlanJson = (source: PriceSource, head: FileHead): SavingsPlanReading => {
  const bytes = readFileSync(source.path);
  let offer: z.infer<typeof planJson>;
  try {
    offer = planJson.parse(JSON.parse((head.packed ? gunzipSync(bytes) : bytes).toString("utf8")));
  } catch (error) {
    const broken =
      error instanceof z.ZodError
        ? `it is no offer of Savings Plans (${error.issues[0]?.path.join(".")})`
        : "it is truncated or damaged";
    throw refusal(
      source.name,
      error instanceof z.ZodError ? "unknown-price-file" : "truncated",
      broken,
      "Fetch it again.",
    );
  }
  const products = new Map(offer.products.map((product) => [product.sku, product]));
  const region = /_([a-z]{2}(?:-[a-z]+)+-\d)(?=[_/.])|\/([a-z]{2}(?:-[a-z]+)+-\d)\//.exec(source.name);
  const collect = planCollector(source);
  for (const { sku, leaseContractLength, rates } of offer.terms.savingsPlan) {
    const product = products.get(sku);
    if (product === undefined) continue;
    for (const rate of rates) {
      collect.add({
        planFamily: product.productFamily,
        service: rate.discountedServiceCode,
        usage: rate.discountedUsageType,
        operation: rate.discountedOperation ?? "RunInstances",
        region: rate.discountedRegionCode ?? region?.[1] ?? region?.[2] ?? "",
        payment: product.attributes.purchaseOption,
        years: String(leaseContractLength.duration),
        unit: rate.unit ?? "Hrs",
        amount: rate.discountedRate.price,
        currency: rate.discountedRate.currency ?? "USD",
      });
    }
  }
  return collect.finish();
};

/** The start of the item that a rate is for: the machine, without how it is bought. */
const machineOf = ({ service, usage, operation }: PlanRate): string | null => {
  const [, use = "", type = ""] = /^(\w+):(.+)$/.exec(withoutRegion(usage)) ?? [];
  if (service === "AmazonSageMaker") return USES[use] === undefined ? null : `${USES[use]}/${type}`;
  const system = SYSTEMS[operation];
  const tenancy = TENANCIES[use];
  return service !== "AmazonEC2" || system === undefined || tenancy === undefined
    ? null
    : `instance/${type}/${system}/${tenancy}`;
};

const planCollector = (source: PriceSource) => {
  const rows = new Map<string, ImportedRow>();
  let badRows = 0;
  const add = (rate: PlanRate): void => {
    const plan = PLANS[rate.planFamily];
    const payment = PAYMENTS[rate.payment];
    const machine = machineOf(rate);
    // Rates for what we price in another way, or not at all: Fargate, Lambda, other operating systems.
    if (plan === undefined || payment === undefined || machine === null || !/^[13]$/.test(rate.years)) return;
    const item = `${machine}/${plan}-${rate.years}y-${payment}`;
    if (!isAmount(rate.amount) || rate.region === "") {
      if (/^-|nan|inf/i.test(rate.amount))
        throw refusal(source.name, "not-a-price", `the rate of ${item} is ${rate.amount}`);
      badRows += 1;
      return;
    }
    if (!/^(?:hrs|hours)$/i.test(rate.unit))
      throw refusal(source.name, "wrong-unit", `${item} is listed per ${rate.unit}, not per hour`);
    const currency = rate.region.startsWith("cn-") ? "CNY" : "USD";
    if (rate.currency !== currency)
      throw refusal(
        source.name,
        "other-currency",
        `${item} is listed in ${rate.currency}; prices of ${rate.region} are in ${currency}`,
      );
    const key = `${rate.service} ${rate.region} ${item}`;
    const amount = scaled(rate.amount, 1);
    const known = rows.get(key);
    if (known !== undefined && known.amount !== amount)
      throw refusal(
        source.name,
        "doubled-sku",
        `${item} in ${rate.region} stands twice, at ${known.amount} and at ${amount}`,
      );
    rows.set(key, {
      service: rate.service,
      region: rate.region,
      item,
      unit: "hours",
      currency,
      upTo: "",
      amount,
      note: "",
    });
  };
  return { add, finish: (): SavingsPlanReading => ({ rows: [...rows.values()], badRows }) };
};
