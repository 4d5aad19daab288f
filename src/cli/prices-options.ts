import type { Options } from "yargs";
import { ESTIMATE_OPTIONS, type EstimateArguments } from "./options.ts";

export const PRICES_ACTIONS = ["import", "sync", "show", "lock", "update"] as const;

export const PRICES_OPTIONS = {
  ...ESTIMATE_OPTIONS,
  region: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "show: only this region; may be repeated",
    group: "Prices:",
  },
  regions: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "sync: regions, with commas between",
    group: "Prices:",
  },
  services: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "sync: AWS service codes and Savings Plans offers, with commas between",
    group: "Prices:",
  },
  "base-url": { type: "string", requiresArg: true, describe: "sync: another server than AWS's own", group: "Prices:" },
  date: {
    type: "string",
    requiresArg: true,
    describe: "import: date of a file that states none, as YYYY-MM-DD",
    group: "Prices:",
  },
  force: {
    type: "boolean",
    default: false,
    describe: "import, sync: take prices older than those held",
    group: "Prices:",
  },
} as const satisfies Record<string, Options>;

export interface PricesArguments extends EstimateArguments {
  readonly action: (typeof PRICES_ACTIONS)[number];
  readonly what?: readonly string[];
  readonly region?: readonly string[];
  readonly regions?: readonly string[];
  readonly services?: readonly string[];
  readonly "base-url"?: string;
  readonly date?: string;
  readonly force: boolean;
}
