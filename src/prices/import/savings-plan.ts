import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { checkCsvEnd } from "./csv-end.ts";
import { identifier, type Sql } from "./duckdb.ts";
import type { FileHead } from "./head.ts";
import type { CsvHeader } from "./kind.ts";
import { csvSource, uniqueColumns } from "./offer-query.ts";
import { isAmount, scaled } from "./price-amount.ts";
import { currencyOf, type ImportedRow } from "./price-collector.ts";
import type { PriceSource } from "./price-source.ts";
import type { BadRow } from "./read-offer.ts";
import { refusal } from "./refuse.ts";
import { PLANNED_SERVICES, plannedUsage } from "./savings-plan-usage.ts";

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
  /** The first bad rows. */
  readonly bad: readonly BadRow[];
  /** Items left out since the offer has different rates for them, by an operation that we do not tell apart. */
  readonly ambiguous: readonly string[];
}

const PLANS: Readonly<Record<string, string>> = {
  ComputeSavingsPlans: "compute-savings-plan",
  EC2InstanceSavingsPlans: "instance-savings-plan",
  SageMakerSavingsPlans: "sagemaker-savings-plan",
};
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

/** More bad rows than these are counted and not shown. */
const MOST_SHOWN = 3;
const SERVICES = PLANNED_SERVICES.map((code) => `'${code}'`).join(", ");

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
  const wanted = `${identifier("DiscountedServiceCode")} IN (${SERVICES}) AND NOT contains(${identifier("DiscountedUsageType")}, 'Unused')`;
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

/** A rate that was taken, and the operation that it was read for. */
interface TakenRate {
  readonly row: ImportedRow;
  readonly operation: string;
  ambiguous: boolean;
}

const planCollector = (source: PriceSource) => {
  const taken = new Map<string, TakenRate>();
  const bad: BadRow[] = [];
  let badRows = 0;
  const leaveOut = (problem: string): void => {
    badRows += 1;
    if (bad.length < MOST_SHOWN) bad.push({ line: null, sku: "", problem });
  };
  const add = (rate: PlanRate): void => {
    const plan = PLANS[rate.planFamily];
    const payment = PAYMENTS[rate.payment];
    const usage = plannedUsage(rate.service, rate.usage, rate.operation);
    // Rates for what we price in another way, or not at all: other operating systems, Fargate on Windows.
    if (plan === undefined || payment === undefined || usage === null || !/^[13]$/.test(rate.years)) return;
    const { service, unit, note } = usage;
    const item = `${usage.item}/${plan}-${rate.years}y-${payment}`;
    if (!isAmount(rate.amount) || rate.region === "") {
      if (/^-|nan|inf/i.test(rate.amount))
        throw refusal(source.name, "not-a-price", `the rate of ${item} is ${rate.amount}`);
      leaveOut(rate.region === "" ? `${item} has no region` : `the rate of ${item} is ${JSON.stringify(rate.amount)}`);
      return;
    }
    const factor = usage.units[rate.unit.toLowerCase()];
    if (factor === undefined) {
      if (unit === "hours")
        throw refusal(source.name, "wrong-unit", `${item} is listed per ${rate.unit}, not per hour`);
      // Of the other services no offer was seen: AWS may well write their units in another way.
      leaveOut(`${item} in ${rate.region} is listed per ${JSON.stringify(rate.unit)}`);
      return;
    }
    const currency = currencyOf(rate.region);
    if (rate.currency !== currency)
      throw refusal(
        source.name,
        "other-currency",
        `${item} is listed in ${rate.currency}; prices of ${rate.region} are in ${currency}`,
      );
    const key = `${service} ${rate.region} ${item}`;
    const amount = scaled(rate.amount, factor);
    const known = taken.get(key);
    if (known === undefined) {
      const row = { service, region: rate.region, item, unit, currency, upTo: "", amount, note };
      taken.set(key, { row, operation: `${rate.service} ${rate.operation}`, ambiguous: false });
      return;
    }
    if (known.row.amount === amount) return;
    if (known.operation === `${rate.service} ${rate.operation}`)
      throw refusal(
        source.name,
        "doubled-sku",
        `${item} in ${rate.region} stands twice, at ${known.row.amount} and at ${amount}`,
      );
    known.ambiguous = true;
  };
  const finish = (): SavingsPlanReading => {
    const rates = [...taken.values()];
    return {
      rows: rates.filter(({ ambiguous }) => !ambiguous).map(({ row }) => row),
      badRows,
      bad,
      ambiguous: rates
        .filter(({ ambiguous }) => ambiguous)
        .map(({ row }) => `${row.service} ${row.item} in ${row.region}`),
    };
  };
  return { add, finish };
};
