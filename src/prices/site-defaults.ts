import { readFileSync } from "node:fs";

/** Settings of a facility that have a price by default. */
export type SitePriceSetting =
  | "electricityPerKwh"
  | "colocationPerKwMonth"
  | "buildCostPerMw"
  | "networkShare"
  | "storagePerTib"
  | "supportPerYear"
  | "staffPerFteYear";

/** What is taken for a site price that nobody states. Numbers are decimal texts. */
export interface SiteDefault {
  readonly value: string;
  readonly low?: string;
  readonly high?: string;
  readonly unit: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** What the value is, to be read after "assumed: ". */
  readonly what: string;
  readonly source: string;
  readonly note: string;
}

const FILE = new URL("./data/site/defaults.json", import.meta.url);

/** The defaults with the bytes they were read from, for the price list's digest. */
export interface SiteDefaults {
  readonly bytes: Buffer;
  readonly of: Readonly<Record<SitePriceSetting, SiteDefault>>;
}

export const readSiteDefaults = (): SiteDefaults => {
  const bytes = readFileSync(FILE);
  return { bytes, of: JSON.parse(bytes.toString("utf8")) };
};
