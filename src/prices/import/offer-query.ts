import { filePath, identifier, quoted } from "./duckdb.ts";
import type { CsvHeader } from "./kind.ts";
import type { ServiceMapping } from "./mapping/rule.ts";
import { columnOf, OFFER_FIELDS, type OfferField } from "./offer-row.ts";

const NUMBER = String.raw`^\s*\d+(\.\d+)?\s*$`;

/** A column of a CSV, found by its name wherever it stands. A list of one service need not repeat which. */
const csvField = ({ columns, offerCode }: CsvHeader, field: OfferField): string => {
  const name = columnOf(columns, field);
  if (name !== undefined) return identifier(name);
  return field === "service" && offerCode !== "" ? quoted(offerCode) : "NULL";
};

/**
 * Streams the rows of an offer in CSV: those that a mapping may take, and those that have no sound price whatever they
 * are. The last column counts records from 1. All columns stay texts, so that no price passes through a float.
 */
export const csvQuery = (
  path: string,
  packed: boolean,
  header: CsvHeader,
  mappings: readonly ServiceMapping[],
): string => {
  const columns = uniqueColumns(header.columns);
  const fields = OFFER_FIELDS.map((field) => `${csvField(header, field)} AS ${identifier(field)}`);
  return `
    SELECT ${OFFER_FIELDS.map(identifier).join(", ")}, n::VARCHAR FROM (
      SELECT ${fields.join(", ")}, row_number() OVER () AS n FROM ${csvSource(path, packed, columns)}
    ) WHERE n > ${header.record} AND (${wanted(mappings)})`;
};

/**
 * DuckDB reading a CSV of AWS as texts, from its first line: short rows are filled up, broken ones kept apart. Its `skip`
 * is not used, since it miscounts where a file ends its lines in two ways.
 */
export const csvSource = (path: string, packed: boolean, columns: readonly string[]): string =>
  `read_csv(${filePath(path)}, header=false, auto_detect=false, delim=',', quote='"', escape='"',
    compression=${quoted(packed ? "gzip" : "none")}, null_padding=true, strict_mode=false, ignore_errors=true,
    store_rejects=true, max_line_size=4194304, columns={${columns.map((name) => `${quoted(name)}: 'VARCHAR'`).join(", ")}})`;

/** Names that stand twice get a number: only the first is read. */
export const uniqueColumns = (names: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = seen.get(name.toLowerCase()) ?? 0;
    seen.set(name.toLowerCase(), count + 1);
    return count === 0 && name !== "" ? name : `${name} (${count + 1})`;
  });
};

/** True for rows that a mapping may take and for those without a sound price. */
const wanted = (mappings: readonly ServiceMapping[]): string => {
  const services = mappings.map(({ service, keep = {} }) => {
    const conditions = Object.entries(keep).map(
      ([field, values]) => `coalesce(trim(${identifier(field)}), '') IN (${values.map(quoted).join(", ")})`,
    );
    return ["(", [`trim(service) = ${quoted(service)}`, ...conditions].join(" AND "), ")"].join("");
  });
  const unsound = `price IS NULL OR NOT regexp_matches(price, ${quoted(NUMBER)})`;
  return `${services.join(" OR ")} OR ${unsound}`;
};
