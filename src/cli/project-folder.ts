import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { PRICE_FOLDER } from "../project-estimate.ts";
import type { Host } from "./host.ts";

const MARKS = ["rackrate.yaml", "Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** The folder of the project that a folder belongs to: the nearest with its settings or its Pulumi file, else itself. */
export const projectFolder = (folder: string): string => {
  for (let at = folder; ; at = dirname(at)) {
    if (MARKS.some((name) => existsSync(join(at, name)))) return at;
    if (at === dirname(at)) return folder;
  }
};

/** Where imported prices lie: `--prices`, else RACKRATE_PRICES, else `.rackrate/prices` beside the project. */
export const priceFolder = (host: Host, folder: string, named: string | undefined): string => {
  const stated = named ?? (host.environment.RACKRATE_PRICES || undefined);
  return stated === undefined ? join(projectFolder(folder), PRICE_FOLDER) : resolve(host.cwd, stated);
};
