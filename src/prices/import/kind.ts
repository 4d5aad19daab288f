import { readCsv } from "../csv.ts";
import type { FileHead } from "./head.ts";
import { OFFER_COLUMNS } from "./offer-row.ts";
import { refusal } from "./refuse.ts";

/** What the metadata of an AWS price list says of it; empty where the form has none. */
export interface OfferIdentity {
  readonly offerCode: string;
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly published: string;
}

/** The header of a CSV: its columns, the line it stands on, and which record it is, both counted from 1. */
export interface CsvHeader extends OfferIdentity {
  readonly columns: readonly string[];
  readonly line: number;
  readonly record: number;
}

/** The forms of price files that can be read. */
export type PriceFileKind =
  | { readonly kind: "offer-csv" | "savings-plan-csv"; readonly header: CsvHeader }
  | { readonly kind: "offer-json" | "savings-plan-json"; readonly identity: OfferIdentity }
  | { readonly kind: "spot" }
  | { readonly kind: "interruptions" };

/** Metadata rows come before the header; more than these are no price list. */
const MOST_ROWS_BEFORE_HEADER = 20;
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** Tells the forms apart by how the file begins. Throws `InputError` for any other file, with what it seems to be. */
export const kindOf = (head: FileHead, name: string): PriceFileKind => {
  const text = head.text.trimStart();
  if (text.startsWith("{")) return jsonKind(text, name);
  if (/^(?:\/\*[\s\S]*?\*\/\s*)?callback\s*\(/.test(text)) return { kind: "spot" };
  const header = findHeader(head.text, name);
  if (header === undefined) {
    throw refusal(
      name,
      "unknown-price-file",
      "this is no AWS price list: no line has the columns SKU and PricePerUnit, or DiscountedSKU and DiscountedRate",
      "Give an offer file of the AWS price list (CSV or JSON), a Savings Plans offer, spot.js or spot-advisor-data.json.",
    );
  }
  const { columns } = header;
  return { kind: columns.includes("DiscountedSKU") ? "savings-plan-csv" : "offer-csv", header };
};

const jsonKind = (text: string, name: string): PriceFileKind => {
  const field = (key: string): string => new RegExp(`"${key}"\\s*:\\s*"([^"]*)"`).exec(text)?.[1] ?? "";
  const identity = (offerCode: string): OfferIdentity => ({
    offerCode,
    version: field("version"),
    published: dayOf(field("publicationDate")),
  });
  if (/"(?:spot_advisor|instance_types)"\s*:/.test(text)) return { kind: "interruptions" };
  if (/"valueColumns"\s*:/.test(text)) return { kind: "spot" };
  if (/"products"\s*:\s*\{/.test(text)) return { kind: "offer-json", identity: identity(field("offerCode")) };
  if (/"products"\s*:\s*\[/.test(text)) return { kind: "savings-plan-json", identity: identity("") };
  const index = /"(?:offers|regions|versions)"\s*:/.test(text);
  throw refusal(
    name,
    index ? "index-file" : "unknown-price-file",
    index ? "this is an index of price lists and holds no price itself" : "this JSON is no AWS price list",
    index
      ? "rackrate prices sync follows an index; or give the file that it names."
      : "Give an offer file of the AWS price list (CSV or JSON), a Savings Plans offer, spot.js or spot-advisor-data.json.",
  );
};

const findHeader = (text: string, name: string): CsvHeader | undefined => {
  const metadata = new Map<string, string>();
  let records = 0;
  for (const { line, fields } of readCsv(text, name)) {
    records += 1;
    const columns = fields.map((field) => field.trim());
    const isOffer = columns.includes(OFFER_COLUMNS.sku.csv) && columns.includes(OFFER_COLUMNS.price.csv);
    if (isOffer || (columns.includes("DiscountedSKU") && columns.includes("DiscountedRate"))) {
      return {
        columns,
        line,
        record: records,
        offerCode: metadata.get("OfferCode") ?? "",
        version: metadata.get("Version") ?? "",
        published: dayOf(metadata.get("Publication Date") ?? ""),
      };
    }
    metadata.set(columns[0] ?? "", columns[1] ?? "");
    if (records > MOST_ROWS_BEFORE_HEADER) return undefined;
  }
  return undefined;
};

const dayOf = (text: string): string => DAY.exec(text)?.[0] ?? "";
