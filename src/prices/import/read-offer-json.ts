import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import type { FileHead } from "./head.ts";
import { readObjects } from "./json-objects.ts";
import type { ServiceMapping } from "./mapping/rule.ts";
import { OFFER_COLUMNS, OFFER_FIELDS, type OfferField, type OfferRow } from "./offer-row.ts";
import type { PriceSource } from "./price-source.ts";

const product = z.object({ productFamily: z.string().default(""), attributes: z.record(z.string(), z.string()) });
const terms = z.record(
  z.string(),
  z.object({
    offerTermCode: z.string().default(""),
    termAttributes: z.record(z.string(), z.string()).default({}),
    priceDimensions: z.record(
      z.string(),
      z.object({
        unit: z.string(),
        beginRange: z.string().default(""),
        pricePerUnit: z.record(z.string(), z.string()),
      }),
    ),
  }),
);
type Product = Readonly<Record<OfferField, string>>;

/**
 * The rows of an offer in JSON, in the form of those of a CSV, for the products that a mapping may take. The document is
 * read twice, products before terms, so that its order does not matter. Throws for one that is cut off or of another form.
 */
export async function* jsonRows(
  source: PriceSource,
  head: FileHead,
  offerCode: string,
  mappings: readonly ServiceMapping[],
): AsyncGenerator<OfferRow> {
  const products = new Map<string, Product>();
  for await (const { path, text } of readObjects(bytesOf(source, head), isUnder("products", 3))) {
    const [, , sku = ""] = path;
    const fields = fieldsOf(sku, product.parse(JSON.parse(text)), offerCode);
    if (mappings.some((mapping) => keeps(mapping, fields))) products.set(sku, fields);
  }
  for await (const { path, text } of readObjects(bytesOf(source, head), isUnder("terms", 4))) {
    const [, , termType = "", sku = ""] = path;
    const fields = products.get(sku);
    if (fields === undefined) continue;
    for (const { offerTermCode, termAttributes, priceDimensions } of Object.values(terms.parse(JSON.parse(text)))) {
      const { LeaseContractLength = "", PurchaseOption = "", OfferingClass = "" } = termAttributes;
      for (const { unit, beginRange, pricePerUnit } of Object.values(priceDimensions)) {
        const [[currency, price] = ["", ""]] = Object.entries(pricePerUnit);
        yield {
          ...fields,
          termType,
          term: offerTermCode,
          lease: LeaseContractLength.trim(),
          purchase: PurchaseOption.trim(),
          offering: OfferingClass.trim(),
          start: beginRange.trim(),
          unit: unit.trim(),
          price: price.trim(),
          currency,
          line: null,
        };
      }
    }
  }
}

const isUnder =
  (key: string, length: number) =>
  (path: readonly string[]): boolean =>
    path.length === length && path[1] === key;

const bytesOf = ({ path }: PriceSource, { packed }: FileHead): AsyncIterable<Buffer> => {
  const bytes = createReadStream(path, { highWaterMark: 1 << 20 });
  return packed ? bytes.pipe(createGunzip({ chunkSize: 1 << 20 })) : bytes;
};

const fieldsOf = (sku: string, { productFamily, attributes }: z.infer<typeof product>, offerCode: string): Product => {
  const fields = Object.fromEntries(
    OFFER_FIELDS.map((field) => [field, attributes[OFFER_COLUMNS[field].json]?.trim() ?? ""]),
  ) as Record<OfferField, string>;
  return { ...fields, sku, family: productFamily, service: fields.service || offerCode };
};

const keeps = ({ service, keep = {} }: ServiceMapping, fields: Product): boolean =>
  service === fields.service &&
  Object.entries(keep).every(([field, values]) => values.includes(fields[field as OfferField]));
