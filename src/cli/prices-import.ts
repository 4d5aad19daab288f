import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Outcome } from "../core/diagnostic.ts";
import { isDate } from "../prices/date.ts";
import type { ImportReport } from "../prices/import/import-file.ts";
import { importFiles } from "../prices/import/import-files.ts";
import type { PriceSource } from "../prices/import/price-source.ts";
import { badUse } from "./bad-use.ts";
import { showDiagnostics } from "./failure.ts";
import type { ExitCode, Host } from "./host.ts";
import type { PricesArguments } from "./prices-options.ts";
import { priceFolder } from "./project-folder.ts";
import { workFolder } from "./run-context.ts";

/** `rackrate prices import FILE…`: takes AWS's own price files. Exit code 2 where a file was refused; the others are taken. */
export const importPrices = async (args: PricesArguments, host: Host): Promise<ExitCode> => {
  const names = args.what ?? [];
  if (names.length === 0)
    throw badUse("prices import needs a file, or - for standard input.", "rackrate prices import AmazonEC2.csv");
  if (names.filter((name) => name === "-").length > 1) throw badUse("Standard input (-) can be read only once.");
  const folder = priceFolder(host, workFolder(host, args.cwd), args.prices);
  const { date } = args;
  if (date !== undefined && !isDate(date)) throw badUse(`--date ${date} is not a date of the form YYYY-MM-DD.`);
  const spool = names.includes("-") ? spoolFolder(folder) : null;
  try {
    const sources: PriceSource[] = [];
    for (const name of names) {
      const path = name === "-" && spool !== null ? await spooled(host, spool) : resolve(host.cwd, name);
      sources.push({
        path,
        name: name === "-" ? "standard input" : name,
        today: host.today(),
        ...(date !== undefined && { date }),
      });
    }
    return reportImport(await importFiles(sources, { folder, force: args.force }), folder, host, args.color);
  } finally {
    if (spool !== null) rmSync(spool, { recursive: true, force: true });
  }
};

const spoolFolder = (folder: string): string => {
  mkdirSync(folder, { recursive: true });
  return mkdtempSync(join(folder, ".stdin-"));
};

/** Price files are read more than once, so that standard input is kept in a file meanwhile. */
const spooled = async (host: Host, spool: string): Promise<string> => {
  const path = join(spool, "stdin");
  writeFileSync(path, await host.readStdin());
  return path;
};

const MOST_HOLDINGS = 12;

/** Says what an import or a sync took, and what it left out or refused. */
export const reportImport = (
  { value: reports, diagnostics }: Outcome<readonly ImportReport[]>,
  folder: string,
  host: Host,
  color: boolean | undefined,
): ExitCode => {
  const taken = reports.filter(({ holdings }) => holdings.length > 0);
  for (const { name, holdings } of taken) {
    host.stdout.write(`${name}\n`);
    for (const { service, kind, region, prices, published } of holdings.slice(0, MOST_HOLDINGS))
      host.stdout.write(`  ${region}  ${service}${kind}: ${prices} prices of ${published}\n`);
    if (holdings.length > MOST_HOLDINGS)
      host.stdout.write(`  … and ${holdings.length - MOST_HOLDINGS} more regions or services\n`);
  }
  if (taken.length > 0) host.stdout.write(`Now in ${folder}, used before the built-in list.\n`);
  showDiagnostics(diagnostics, host, color);
  return diagnostics.some(({ severity }) => severity === "error") ? 2 : 0;
};
