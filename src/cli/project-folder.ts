import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { holdingsOf } from "../prices/holding.ts";
import { PRICE_FOLDER } from "../project-estimate.ts";
import { badUse } from "./bad-use.ts";
import { showDiagnostics } from "./failure.ts";
import type { Host } from "./host.ts";

const MARKS = ["rackrate.yaml", "Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** The folder of the project that a folder belongs to: the nearest with its settings or its Pulumi file, else itself. */
export const projectFolder = (folder: string): string => {
  for (let at = folder; ; at = dirname(at)) {
    if (MARKS.some((name) => existsSync(join(at, name)))) return at;
    if (at === dirname(at)) return folder;
  }
};

/** A folder that somebody states, by its path and by where it is stated. */
interface StatedFolder {
  readonly path: string;
  readonly as: string;
}

const statedFolder = (host: Host, named: string | undefined): StatedFolder | undefined => {
  const variable = host.environment.RACKRATE_PRICES || undefined;
  const stated = named ?? variable;
  if (stated === undefined) return undefined;
  const as = named === undefined ? `RACKRATE_PRICES=${variable}` : `--prices ${named}`;
  return { path: resolve(host.cwd, stated), as };
};

/** Where prices are imported to: `--prices`, else RACKRATE_PRICES, else `.rackrate/prices` beside the project. */
export const priceFolder = (host: Host, folder: string, named: string | undefined): string =>
  statedFolder(host, named)?.path ?? join(projectFolder(folder), PRICE_FOLDER);

/**
 * Where imported prices lie, for those that only read them. The project's own folder need not exist; one that is stated
 * must, for other prices than the meant ones would be used without a word. One without prices is told.
 * @throws InputError where the stated one is no folder.
 */
export const heldPriceFolder = (host: Host, folder: string, named: string | undefined): string => {
  const stated = statedFolder(host, named);
  if (stated === undefined) return priceFolder(host, folder, named);
  const { path, as } = stated;
  const hint = "rackrate prices import FILE puts AWS's own price files into it.";
  if (!existsSync(path)) throw badUse(`There is no folder of prices at ${as}.`, hint);
  if (!statSync(path).isDirectory()) throw badUse(`${as} is a file, not a folder of imported prices.`, hint);
  if (holdingsOf(path).length === 0) {
    const message = `${as} holds no imported prices, so it changes nothing.`;
    showDiagnostics([{ severity: "warning", code: "no-imported-prices", message, hint }], host);
  }
  return path;
};
