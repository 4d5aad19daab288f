import { readFileSync } from "node:fs";
import type { Source } from "../core/figure.ts";
import type { Accelerator, InstanceType } from "../model/hardware.ts";

/** A line of data/accelerators.json: an accelerator with other names for it and where its idle power was measured. */
export interface AcceleratorRow extends Omit<Accelerator, "idleWatts"> {
  readonly aliases?: readonly string[];
  readonly idle: ({ readonly watts: number } & Source) | null;
  /** What is doubtful about the row. */
  readonly note?: string;
}

/** What a server was offered for, seen at a date. List and street prices are mixed, so they are never averaged. */
export interface PriceObservation {
  readonly asOf: string;
  /** With the accelerator's share of the server. */
  readonly usdPerAccelerator: string;
  readonly what: string;
  readonly source: string;
}

/** A line of data/servers.json. */
export interface ServerRow {
  readonly model: string;
  /** Catalogue name. */
  readonly accelerator: string;
  readonly accelerators: number;
  readonly maxKw: { readonly value: number; readonly assumption?: string; readonly source: Source };
  /** The oldest first. */
  readonly prices: readonly PriceObservation[];
}

/** A line of data/grid-carbon.json: g CO2e/kWh, location-based. `site` stands for a data centre of one's own. */
export interface GridCarbonRow {
  readonly region: string;
  readonly gramsPerKwh: number;
  readonly assumption?: string;
  readonly source: Source;
}

/** The data files by name. */
interface Files {
  readonly accelerators: AcceleratorRow;
  readonly servers: ServerRow;
  readonly "instance-types": InstanceType;
  readonly "grid-carbon": GridCarbonRow;
}

/** The rows of one of our data files. */
export const readRows = <Name extends keyof Files>(name: Name): readonly Files[Name][] =>
  JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), "utf8"));
