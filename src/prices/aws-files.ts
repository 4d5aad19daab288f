import type { PriceTable } from "./price-file.ts";
import { PriceFiles } from "./price-files.ts";

/** Where the built-in list lies: one CSV file per AWS service code. */
const BUILT_IN = new URL("./data/aws/", import.meta.url);

/** True for what decides the cost of a cluster: the hours of an instance type. */
export const isInstanceItem = (item: string): boolean => item.startsWith("instance/");

/** The files of an AWS price list, each read and checked when it is first asked for. */
export class AwsFiles {
  readonly #folder: URL;
  readonly #files: PriceFiles;

  constructor(folder: URL = BUILT_IN, files = new PriceFiles()) {
    this.#folder = folder;
    this.#files = files;
  }

  /** The same files, with a record of its own of those that were asked for. */
  shared(): AwsFiles {
    return new AwsFiles(this.#folder, this.#files.shared());
  }

  /**
   * The tables that may hold an item of a service. Instance hours have a file of their own, so that nothing else has to
   * wait for its thousands of rows. Throws `InputError` for a broken file.
   */
  tables(service: string, item: string): readonly PriceTable[] {
    const names = isInstanceItem(item) ? [`${service}.instances.csv`, `${service}.csv`] : [`${service}.csv`];
    return names.map((name) => this.#table(name)).filter((table) => table !== null);
  }

  /** Name and content of the files that were asked for so far. */
  read(): ReadonlyMap<string, Buffer> {
    return this.#files.used();
  }

  #table(name: string): PriceTable | null {
    // A service code is a word; anything else would leave the folder.
    if (!/^\w+(\.instances)?\.csv$/.test(name)) throw new Error(`not the name of a price file: ${name}`);
    return this.#files.table(new URL(name, this.#folder), name);
  }
}
