import { type Diagnostic, InputError, type Outcome } from "../../core/diagnostic.ts";
import { openSql, type Sql } from "./duckdb.ts";
import { type ImportReport, importFile } from "./import-file.ts";
import type { PriceSource } from "./price-source.ts";

/** Imports files one after the other. Each is taken whole or refused; a refusal is an error diagnostic and stops no other file. */
export const importFiles = async (
  sources: readonly PriceSource[],
  { folder, force }: { readonly folder: string; readonly force: boolean },
): Promise<Outcome<readonly ImportReport[]>> => {
  const value: ImportReport[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    // A database for each file: what one leaves behind is never met by the next.
    let opened: Sql | undefined;
    const sql = async (): Promise<Sql> => {
      opened ??= await openSql();
      return opened;
    };
    try {
      const report = await importFile(source, { folder, force, sql });
      value.push(report);
      diagnostics.push(...remarks(report));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      diagnostics.push(...error.diagnostics);
    } finally {
      opened?.close();
    }
  }
  return { value, diagnostics };
};

const MOST_NAMED = 3;

const remarks = ({ name, holdings, badRows, bad, ambiguous }: ImportReport): readonly Diagnostic[] => [
  ...(holdings.length > 0
    ? []
    : [
        {
          severity: "warning",
          code: "no-prices",
          message: "it holds no price that rackrate uses, so that nothing was imported from it",
          place: { file: name },
        } as const,
      ]),
  ...(badRows === 0
    ? []
    : [
        {
          severity: "warning",
          code: "bad-rows",
          message: `${badRows} ${badRows === 1 ? "row was" : "rows were"} left out as bad: ${bad.map(describe).join("; ")}${badRows > bad.length ? " …" : ""}`,
          place: { file: name },
        } as const,
      ]),
  ...(ambiguous.length === 0
    ? []
    : [
        {
          severity: "warning",
          code: "ambiguous-prices",
          message: `${ambiguous.length} ${ambiguous.length === 1 ? "item has" : "items have"} two prices in this file and ${ambiguous.length === 1 ? "was" : "were"} left out: ${ambiguous.slice(0, MOST_NAMED).join("; ")}${ambiguous.length > MOST_NAMED ? " …" : ""}`,
          place: { file: name },
        } as const,
      ]),
];

const describe = ({ line, sku, problem }: ImportReport["bad"][number]): string => {
  const place = [line === null ? "" : `line ${line}`, sku === "" ? "" : `SKU ${sku}`].filter((part) => part !== "");
  return place.length === 0 ? problem : `${place.join(", ")}: ${problem}`;
};
