import { isDate } from "../date.ts";
import type { Holding, HoldingKind } from "../holding.ts";
import { holdingFolder, readHolding } from "../holding.ts";
import type { Sql } from "./duckdb.ts";
import { readHead } from "./head.ts";
import { readInterruptions } from "./interruptions.ts";
import { kindOf, type OfferIdentity, type PriceFileKind } from "./kind.ts";
import type { ImportedRow } from "./price-collector.ts";
import type { PriceSource } from "./price-source.ts";
import { type BadRow, readOfferCsv, readOfferJson } from "./read-offer.ts";
import { refusal } from "./refuse.ts";
import { readSavingsPlanCsv, readSavingsPlanJson } from "./savings-plan.ts";
import { readSpot } from "./spot.ts";
import { type NewHolding, writeHoldings } from "./write-holding.ts";

/** What became of a file. */
export interface ImportReport {
  readonly name: string;
  readonly holdings: readonly (Holding & { readonly kind: HoldingKind })[];
  /** Rows that were left out as bad, and the first of them. */
  readonly badRows: number;
  readonly bad: readonly BadRow[];
  /** Items with two prices in the same file, left out. */
  readonly ambiguous: readonly string[];
}

export interface ImportOptions {
  /** The price folder. */
  readonly folder: string;
  /** Take prices that are older than those held. */
  readonly force: boolean;
  /** Opens DuckDB when a file needs it. */
  readonly sql: () => Promise<Sql>;
}

interface Reading {
  readonly rows: readonly ImportedRow[];
  readonly badRows: number;
  readonly bad?: readonly BadRow[];
  readonly ambiguous?: readonly string[];
}

const NO_IDENTITY: OfferIdentity = { offerCode: "", version: "", published: "" };

/**
 * Imports one file into a price folder: all its prices, or none. Throws `InputError` with the reason where it is refused;
 * the prices that are held are then as before.
 */
export const importFile = async (source: PriceSource, { folder, force, sql }: ImportOptions): Promise<ImportReport> => {
  const head = readHead(source);
  const file = kindOf(head, source.name);
  const reading = await read(file, source, head, sql);
  // A sound list of other things is no fault, but one with nothing but bad rows is.
  if (reading.rows.length === 0 && reading.badRows > 0)
    throw refusal(source.name, "no-prices", `all ${reading.badRows} rows that could be of use are bad`);
  const identity = identityOf(file);
  const ofTheMoment = file.kind === "spot" || file.kind === "interruptions";
  const published = identity.published || source.date || (ofTheMoment ? source.today : "");
  if (!isDate(published) && reading.rows.length > 0) {
    throw refusal(
      source.name,
      "no-date",
      "it does not say when it was published",
      "State it: --date YYYY-MM-DD. Every price keeps its date.",
    );
  }
  const holdings = group(reading.rows, kindOfFile(file), source, { ...identity, published });
  if (!force) checkAge(folder, holdings, source);
  writeHoldings(folder, holdings);
  return {
    name: source.name,
    holdings: holdings.map(({ holding, kind }) => ({ ...holding, kind })),
    badRows: reading.badRows,
    bad: reading.bad ?? [],
    ambiguous: reading.ambiguous ?? [],
  };
};

const read = async (
  file: PriceFileKind,
  source: PriceSource,
  head: ReturnType<typeof readHead>,
  sql: () => Promise<Sql>,
): Promise<Reading> => {
  switch (file.kind) {
    case "offer-csv":
      return readOfferCsv(await sql(), source, head, file.header);
    case "offer-json":
      return readOfferJson(source, head, file.identity);
    case "savings-plan-csv":
      return readSavingsPlanCsv(await sql(), source, head, file.header);
    case "savings-plan-json":
      return readSavingsPlanJson(source, head);
    case "spot":
      return readSpot(source, head);
    case "interruptions":
      return readInterruptions(source, head);
  }
};

const identityOf = (file: PriceFileKind): OfferIdentity =>
  "header" in file ? file.header : "identity" in file ? file.identity : NO_IDENTITY;

const kindOfFile = ({ kind }: PriceFileKind): HoldingKind => {
  if (kind === "spot" || kind === "interruptions") return `.${kind}`;
  return kind.startsWith("savings-plan") ? ".savings-plan" : "";
};

const group = (
  rows: readonly ImportedRow[],
  kind: HoldingKind,
  source: PriceSource,
  { version, published }: OfferIdentity,
): readonly NewHolding[] => {
  const groups = new Map<string, ImportedRow[]>();
  for (const row of rows) {
    const key = `${row.region} ${row.service}`;
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [row]);
    else others.push(row);
  }
  return [...groups.values()].map((rows) => {
    const [{ service, region }] = rows as [ImportedRow, ...ImportedRow[]];
    const prices = new Set(rows.map(({ item }) => item)).size;
    return { kind, rows, holding: { service, region, source: source.name, version, published, prices } };
  });
};

const checkAge = (folder: string, holdings: readonly NewHolding[], source: PriceSource): void => {
  for (const { holding, kind } of holdings) {
    const held = readHolding(holdingFolder(folder, holding.region, holding.service, kind));
    if (held === null || held.published <= holding.published) continue;
    throw refusal(
      source.name,
      "older-than-held",
      `it was published on ${holding.published}, and the prices of ${holding.service} in ${holding.region} that are held are of ${held.published}`,
      "Import it with --force to go back to its prices.",
    );
  }
};
