import { existsSync, readFileSync } from "node:fs";
import { type PriceTable, readPriceTable } from "./price-file.ts";

/** Where the built-in list lies: one CSV file per AWS service code. */
const BUILT_IN = new URL("./data/aws/", import.meta.url);

/** True for what decides the cost of a cluster: the hours of an instance type. */
export const isInstanceItem = (item: string): boolean => item.startsWith("instance/");

/** The files of an AWS price list, each read and checked when it is first asked for. */
export class AwsFiles {
  readonly #folder: URL;
  readonly #tables = new Map<string, PriceTable | null>();
  readonly #bytes = new Map<string, Buffer>();

  constructor(folder: URL = BUILT_IN) {
    this.#folder = folder;
  }

  /**
   * The tables that may hold an item of a service. Instance hours have a file of their own, so that nothing else has to
   * wait for its thousands of rows. Throws `InputError` for a broken file.
   */
  tables(service: string, item: string): readonly PriceTable[] {
    const names = isInstanceItem(item) ? [`${service}.instances.csv`, `${service}.csv`] : [`${service}.csv`];
    return names.map((name) => this.#table(name)).filter((table) => table !== null);
  }

  /** Name and content of the files that were read so far. */
  read(): ReadonlyMap<string, Buffer> {
    return this.#bytes;
  }

  #table(name: string): PriceTable | null {
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    // A service code is a word; anything else would leave the folder.
    if (!/^\w+(\.instances)?\.csv$/.test(name)) throw new Error(`not the name of a price file: ${name}`);
    const file = new URL(name, this.#folder);
    let table: PriceTable | null = null;
    if (existsSync(file)) {
      const bytes = readFileSync(file);
      this.#bytes.set(name, bytes);
      table = readPriceTable(bytes.toString("utf8"), name);
    }
    this.#tables.set(name, table);
    return table;
  }
}
