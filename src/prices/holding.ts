import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { InputError } from "../core/diagnostic.ts";

/**
 * Imported prices lie in `<price folder>/<region>/<holding>/`, a folder for each file that was imported: an offer under
 * its service code, and beside it what other files say of the same service (`AmazonEC2.spot`). In a holding are price
 * files of the built-in form, split so that a question reads only what it needs, and `holding.json`, which says whose
 * prices they are.
 */
export const HOLDING_FILE = "holding.json";

/** Whose prices a holding has. */
export const holdingSchema = z.strictObject({
  service: z.string(),
  region: z.string(),
  /** What people know the imported file by. */
  source: z.string(),
  version: z.string(),
  /** YYYY-MM-DD. */
  published: z.string(),
  prices: z.number().int().nonnegative(),
});
export type Holding = z.infer<typeof holdingSchema>;

/** The kinds of files that say something of the same service, as the ends of their holdings' names. */
export const HOLDING_KINDS = ["", ".savings-plan", ".spot", ".interruptions"] as const;
export type HoldingKind = (typeof HOLDING_KINDS)[number];

/** The kind of holding that an item belongs to. */
export const kindOfItem = (item: string): HoldingKind => {
  if (item.endsWith("/spot")) return ".spot";
  if (item.endsWith("/spot-interruptions")) return ".interruptions";
  return /\/\w+-savings-plan-[^/]+$/.test(item) ? ".savings-plan" : "";
};

/** Items by type have so many rows that each family gets a file. */
const BY_TYPE = /^(?:instance|database|node)\/(?:db\.|cache\.)?([^./]+)\./;

/** The file of a holding in which an item stands: `instance.p5.csv`, or `other.csv`. */
export const partOf = (item: string): string => {
  const family = BY_TYPE.exec(item)?.[1];
  return family === undefined ? "other.csv" : `${item.slice(0, item.indexOf("/"))}.${family}.csv`;
};

/** The folder of a holding. Throws for names that would leave the price folder, which no sound input has. */
export const holdingFolder = (folder: string, region: string, service: string, kind: HoldingKind): string => {
  if (!/^[a-z][a-z0-9-]*$/.test(region) || !/^\w+$/.test(service))
    throw new Error(`not a region and a service: ${region} ${service}`);
  return join(folder, region, `${service}${kind}`);
};

/** Whose prices a holding's folder has; `null` where nothing was imported. Throws `InputError` for a broken one. */
export const readHolding = (holding: string): Holding | null => {
  const file = join(holding, HOLDING_FILE);
  if (!existsSync(file)) return null;
  try {
    return holdingSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new InputError({
      severity: "error",
      code: "broken-holding",
      message: "the imported prices in this folder are damaged",
      place: { file },
      hint: "Delete the folder, or import its file again with --force.",
    });
  }
};

/** Every holding of a price folder with its path, in order of region and name. */
export const holdingsOf = (folder: string): readonly { readonly path: string; readonly holding: Holding }[] =>
  foldersIn(folder).flatMap((region) =>
    foldersIn(join(folder, region)).flatMap((name) => {
      const path = join(folder, region, name);
      const holding = readHolding(path);
      return holding === null ? [] : [{ path, holding }];
    }),
  );

const foldersIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
        .map(({ name }) => name)
        .sort()
    : [];
