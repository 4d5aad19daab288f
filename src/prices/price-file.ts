import { Decimal } from "../core/decimal.ts";
import { type Diagnostic, InputError } from "../core/diagnostic.ts";
import type { Price, PriceQuery, PriceTier } from "../model/price.ts";
import { type CsvRecord, readCsv } from "./csv.ts";
import { endProblem, type PriceRow, rowProblem, tierProblem } from "./price-row.ts";

/** Columns of a price file. A tier's `up_to` is a cumulative monthly quantity, empty for the last one. */
export const PRICE_COLUMNS = [
  "region",
  "item",
  "unit",
  "currency",
  "up_to",
  "amount",
  "as_of",
  "source",
  "note",
] as const;
/** Columns that a file may have besides: the range around an expected amount. */
export const RANGE_COLUMNS = ["low", "high"] as const;

/** The rows of one price, its tiers in ascending order. */
export type PriceRows = readonly [PriceRow, ...PriceRow[]];

/** The prices of a file: an item's rows of all regions. An item has few, so that a search among them costs less than an index. */
export type PriceTable = ReadonlyMap<string, readonly PriceRow[]>;

/** What a table says of an item in a region. */
export const rowsOf = (table: PriceTable, item: string, region: string): PriceRows | undefined => {
  const [first, ...rest] = (table.get(item) ?? []).filter((row) => row.region === region);
  return first === undefined ? undefined : [first, ...rest];
};

/** The regions for which a table knows an item. */
export const regionsOf = (table: PriceTable, item: string): readonly string[] => [
  ...new Set(table.get(item)?.map((row) => row.region)),
];

const HEADER = PRICE_COLUMNS.join(",");
const HEADER_WITH_RANGE = [...PRICE_COLUMNS, ...RANGE_COLUMNS].join(",");
/** More faults than this help nobody. */
const MOST_FAULTS = 20;

/** Reads a price file. Throws `InputError` naming file and line of every bad row (the first twenty); never half a file. */
export const readPriceTable = (text: string, file: string): PriceTable => {
  const faults: Diagnostic[] = [];
  const fault = (line: number, message: string | null): void => {
    if (message === null) return;
    faults.push({ severity: "error", code: "bad-price-row", message, place: { file, line } });
    if (faults.length >= MOST_FAULTS) throw new InputError(faults);
  };
  const table = new Map<string, PriceRow[]>();
  const records = readCsv(text, file);
  const width = checkHeader(records.next().value, file);
  for (const record of records) {
    if (record.fields.length !== width) {
      fault(record.line, `${record.fields.length} fields where the header has ${width}`);
      continue;
    }
    const row = toRow(record);
    const others = table.get(row.item);
    const previous = others?.findLast((other) => other.region === row.region);
    const problem = rowProblem(row) ?? (previous === undefined ? null : tierProblem(previous, row));
    fault(row.line, problem);
    if (problem !== null) continue;
    if (others === undefined) table.set(row.item, [row]);
    else others.push(row);
  }
  for (const rows of table.values()) {
    for (const row of rows) fault(row.line, endProblem(row, rows));
  }
  if (faults.length > 0) throw new InputError(faults);
  return table;
};

/** The number of columns. Throws `InputError` for other columns than a price file has. */
const checkHeader = (header: CsvRecord | undefined, file: string): number => {
  const columns = header?.fields.join(",") ?? "";
  if (header !== undefined && (columns === HEADER || columns === HEADER_WITH_RANGE)) return header.fields.length;
  throw new InputError({
    severity: "error",
    code: "bad-price-header",
    message: header === undefined ? "the file is empty" : `the columns are "${columns}", not "${HEADER}"`,
    place: { file, line: header?.line ?? 1 },
    hint: `A price file starts with the line ${HEADER}, after which ${RANGE_COLUMNS.join(",")} may follow.`,
  });
};

/** A record of as many fields as the header has. */
const toRow = ({ line, fields }: CsvRecord): PriceRow => ({
  line,
  region: fields[0]!,
  item: fields[1]!,
  unit: fields[2]!,
  currency: fields[3]!,
  upTo: fields[4]!,
  amount: fields[5]!,
  asOf: fields[6]!,
  source: fields[7]!,
  note: fields[8]!,
  low: fields[9] ?? "",
  high: fields[10] ?? "",
});

const titleOf = ({ source, note }: PriceRow): string => (note === "" ? source : `${source} (${note})`);

/** The price that rows state, as the answer to a query. It is as old as the oldest of its tiers. */
export const toPrice = (rows: PriceRows, query: PriceQuery): Price => {
  const [first] = rows;
  const [head, ...rest] = rows.map(
    (row): PriceTier => ({ upTo: row.upTo === "" ? null : new Decimal(row.upTo), amount: new Decimal(row.amount) }),
  );
  const titles = new Set(rows.map(titleOf));
  const asOf = rows.reduce((oldest, row) => (row.asOf < oldest ? row.asOf : oldest), first.asOf);
  return {
    query,
    unit: first.unit,
    currency: first.currency,
    tiers: [head!, ...rest],
    source: { title: [...titles].join("; "), asOf },
    ...(first.low !== "" && {
      range: { low: new Decimal(first.low).div(first.amount), high: new Decimal(first.high).div(first.amount) },
    }),
  };
};
