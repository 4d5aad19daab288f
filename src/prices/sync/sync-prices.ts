import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, InputError, type Outcome } from "../../core/diagnostic.ts";
import type { ImportReport } from "../import/import-file.ts";
import { importFiles } from "../import/import-files.ts";
import { regionProblem } from "../regions.ts";
import { download, type OnBytes } from "./download.ts";
import { OFFERS_INDEX, offersOf, regionIndexOf } from "./index-files.ts";

/** AWS's own server; it asks for no credentials. */
export const AWS_BASE_URL = "https://pricing.us-east-1.amazonaws.com";

export interface SyncOptions {
  /** The price folder. */
  readonly folder: string;
  readonly baseUrl: string;
  readonly regions: readonly string[];
  /** Service codes, and names of Savings Plans offers. */
  readonly services: readonly string[];
  readonly force: boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Called as files come: what is fetched, bytes and their number where it is known. */
  readonly onProgress: (what: string, ...bytes: Parameters<OnBytes>) => void;
}

/**
 * Fetches the current prices of services in regions and imports them, one file after the other. What was fetched in part
 * is kept in the price folder for the next run. A file that is refused stops no other.
 */
export const syncPrices = async (options: SyncOptions): Promise<Outcome<readonly ImportReport[]>> => {
  const base = baseOf(options.baseUrl);
  for (const region of options.regions) checkRegion(region);
  const place = join(options.folder, ".fetched");
  mkdirSync(place, { recursive: true });
  const fetched = async (address: string, name: string): Promise<string> => {
    const url = new URL(address, base);
    // An index that leads elsewhere is not followed: it came over the network.
    if (url.origin !== base.origin) throw elsewhere(url, base);
    const file = join(place, name);
    await download(url, file, (done, total) => options.onProgress(name, done, total));
    return file;
  };

  const reports: ImportReport[] = [];
  const diagnostics: Diagnostic[] = [];
  const index = await fetched(OFFERS_INDEX, "index.json");
  for (const service of options.services) {
    try {
      checkService(service);
      const regions = await fetched(regionIndexOf(service, index), `${service}.json`);
      // What is sold for all regions lies at one address, whatever regions are asked for.
      const done = new Set<string>();
      for (const region of options.regions) {
        for (const { scope, address } of offersOf(service, region, regions)) {
          if (done.has(address)) continue;
          done.add(address);
          const file = await fetched(address, `${service}-${scope}.csv`);
          const name = new URL(address, base).href;
          const outcome = await importFiles([{ path: file, name, today: options.today }], {
            folder: options.folder,
            force: options.force,
          });
          reports.push(...outcome.value);
          diagnostics.push(...outcome.diagnostics);
          rmSync(file);
        }
      }
      rmSync(regions);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      diagnostics.push(...error.diagnostics);
    }
  }
  rmSync(index);
  return { value: reports, diagnostics };
};

const baseOf = (text: string): URL => {
  if (URL.canParse(text)) {
    const url = new URL(text);
    if (url.protocol === "https:" || url.protocol === "http:") return url;
  }
  throw new InputError({
    severity: "error",
    code: "bad-use",
    message: `--base-url ${text} is no address of a web server.`,
    hint: `AWS's own is ${AWS_BASE_URL}.`,
  });
};

const checkRegion = (region: string): void => {
  const problem = regionProblem(region);
  if (problem === null) return;
  throw new InputError({
    severity: "error",
    code: "unknown-region",
    message: `${problem.problem}.`,
    hint: problem.hint,
  });
};

const checkService = (service: string): void => {
  if (/^\w+$/.test(service)) return;
  throw new InputError({
    severity: "error",
    code: "unknown-service",
    message: `${JSON.stringify(service)} is no service code.`,
    hint: "Service codes are as AmazonEC2, AmazonS3, AWSELB.",
  });
};

const elsewhere = (url: URL, base: URL): InputError =>
  new InputError({
    severity: "error",
    code: "broken-index",
    message: `The index of ${base.origin} leads to ${url.origin}, which is not followed.`,
  });
