import { checkCsvEnd } from "./csv-end.ts";
import type { Sql, SqlRow } from "./duckdb.ts";
import type { FileHead } from "./head.ts";
import type { CsvHeader, OfferIdentity } from "./kind.ts";
import { MAPPINGS } from "./mapping/list.ts";
import type { ServiceMapping } from "./mapping/rule.ts";
import { csvQuery } from "./offer-query.ts";
import { columnOf, NEEDED_FIELDS, OFFER_COLUMNS, OFFER_FIELDS, type OfferRow } from "./offer-row.ts";
import { type Collection, PriceCollector, type RowFault } from "./price-collector.ts";
import type { PriceSource } from "./price-source.ts";
import { jsonRows } from "./read-offer-json.ts";
import { linesOf } from "./record-lines.ts";
import { refusal } from "./refuse.ts";

/** A row that was left out, where it stands and why. */
export interface BadRow {
  readonly line: number | null;
  readonly sku: string;
  readonly problem: string;
}

/** What was read of one offer. */
export interface OfferReading extends Collection {
  /** Rows that the mappings looked at, bad ones with them. */
  readonly looked: number;
  readonly badRows: number;
  /** The first bad rows. */
  readonly bad: readonly BadRow[];
}

/** More bad rows than this share of those that were looked at, and the file is not what it should be. */
const MOST_BAD_SHARE = 0.1;
/** Fewer bad rows than these refuse no file, however small it is. */
const FEW_BAD_ROWS = 5;
const MOST_NAMED = 5;

/** Reads an offer in CSV. Throws `InputError` for one that cannot be trusted: truncated, wrong units or currency, doubled, mostly bad. */
export const readOfferCsv = async (
  sql: Sql,
  source: PriceSource,
  head: FileHead,
  header: CsvHeader,
): Promise<OfferReading> => {
  const missing = NEEDED_FIELDS.filter((field) => columnOf(header.columns, field) === undefined);
  if (missing.length > 0)
    throw refusal(
      source.name,
      "missing-columns",
      `the columns ${missing.map((field) => OFFER_COLUMNS[field].csv).join(", ")} are missing`,
      undefined,
      { line: header.line },
    );
  await checkCsvEnd(source, head, header.columns.length);
  const rows = csvRows(sql, csvQuery(source.path, head.packed, header, mappingsOf(header, source)));
  const reading = await collect(rows, source, header.offerCode);
  const rejected = await rejects(sql);
  return judge(reading, rejected, source, (records) => linesOf(source, head, rejected, records));
};

/** Reads an offer in JSON, as a stream too; its rows have no lines. */
export const readOfferJson = async (
  source: PriceSource,
  head: FileHead,
  { offerCode }: OfferIdentity,
): Promise<OfferReading> => {
  const rows = jsonRows(source, head, offerCode, mappingsOf({ offerCode }, source));
  return judge(await collect(rows, source, offerCode), [], source, async () => new Map());
};

/** What may be read: of an offer the rows of its own service, of a list without a code all that are used. */
const mappingsOf = (
  { offerCode }: Pick<OfferIdentity, "offerCode">,
  source: PriceSource,
): readonly ServiceMapping[] => {
  if (offerCode === "") return [...MAPPINGS.values()];
  const own = MAPPINGS.get(offerCode);
  if (own !== undefined) return [own];
  throw refusal(
    source.name,
    "service-not-used",
    `it is the offer of ${offerCode}, of which rackrate uses no price`,
    `Services that are used: ${[...MAPPINGS.keys()].join(", ")}.`,
  );
};

interface Read extends Collection {
  readonly looked: number;
  readonly faults: readonly RowFault[];
}

const collect = async (rows: AsyncIterable<OfferRow>, source: PriceSource, offerCode: string): Promise<Read> => {
  const collector = new PriceCollector(offerCode);
  const faults: RowFault[] = [];
  let looked = 0;
  try {
    for await (const row of rows) {
      const fault = collector.add(row);
      if (fault === undefined) continue;
      looked += 1;
      if (fault !== null) faults.push(fault);
    }
  } catch (error) {
    throw unreadable(source, error);
  }
  return { looked, faults, ...collector.finish() };
};

async function* csvRows(sql: Sql, query: string): AsyncGenerator<OfferRow> {
  for await (const batch of sql.stream(query)) for (const values of batch) yield toRow(values);
}

const toRow = (values: SqlRow): OfferRow => {
  const row: Record<string, string> = {};
  for (let index = 0; index < OFFER_FIELDS.length; index += 1) row[OFFER_FIELDS[index]!] = values[index]?.trim() ?? "";
  const record = values[OFFER_FIELDS.length];
  return { ...(row as Record<keyof typeof OFFER_COLUMNS, string>), line: record == null ? null : Number(record) };
};

/** A reader's words about a file that it cannot read, in ours. */
const unreadable = (source: PriceSource, error: unknown): Error => {
  const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  return refusal(source.name, "truncated", `it is truncated or damaged (${message.slice(0, 160)})`, "Fetch it again.");
};

const rejects = async (sql: Sql): Promise<readonly number[]> => {
  const lines: number[] = [];
  for await (const batch of sql.stream("SELECT DISTINCT line::VARCHAR FROM reject_errors ORDER BY line")) {
    for (const [line] of batch) lines.push(Number(line));
  }
  return lines;
};

const judge = async (
  { rows, ambiguous, looked, faults }: Read,
  rejected: readonly number[],
  source: PriceSource,
  findLines: (records: readonly number[]) => Promise<ReadonlyMap<number, number>>,
): Promise<OfferReading> => {
  const fatal = faults.find(({ refuses }) => refuses);
  const named = fatal === undefined ? faults.slice(0, MOST_NAMED) : [fatal];
  const lines = await findLines(named.flatMap(({ record }) => record ?? []));
  const lineOf = ({ record }: RowFault): number | null => (record === null ? null : (lines.get(record) ?? null));
  if (fatal !== undefined) {
    const line = lineOf(fatal);
    throw refusal(
      source.name,
      fatal.code,
      `SKU ${fatal.sku}: ${fatal.problem}`,
      undefined,
      line === null ? {} : { line },
    );
  }
  const badRows = faults.length + rejected.length;
  const bad = [
    ...rejected.slice(0, MOST_NAMED).map((line) => ({ line, sku: "", problem: "it is no row of this table" })),
    ...named.map((fault) => ({ line: lineOf(fault), sku: fault.sku, problem: fault.problem })),
  ].slice(0, MOST_NAMED);
  const all = looked + rejected.length;
  if (badRows > FEW_BAD_ROWS && badRows > all * MOST_BAD_SHARE) {
    const first = bad[0];
    throw refusal(
      source.name,
      "too-many-bad-rows",
      `${badRows} of ${all} rows are bad, the first with ${first?.problem ?? "no reason"}`,
      undefined,
      first?.line == null ? {} : { line: first.line },
    );
  }
  return { rows, ambiguous, looked: all, badRows, bad };
};
