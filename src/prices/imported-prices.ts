import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { holdingFolder, kindOfItem, partOf } from "./holding.ts";
import { type PriceRows, type PriceTable, rowsOf } from "./price-file.ts";
import { PriceFiles } from "./price-files.ts";

/** The prices that were imported into a folder, read file by file as they are asked for. */
export class ImportedPrices {
  readonly folder: string;
  readonly #files: PriceFiles;

  constructor(folder: string, files = new PriceFiles()) {
    this.folder = folder;
    this.#files = files;
  }

  /** The same prices, with a record of its own of the files that were asked for. */
  shared(): ImportedPrices {
    return new ImportedPrices(this.folder, this.#files.shared());
  }

  /** True where at least one file was imported. */
  get any(): boolean {
    return existsSync(this.folder) && readdirSync(this.folder).some((name) => !name.startsWith("."));
  }

  /** What was imported of an item; `undefined` for nothing. Throws `InputError` for a broken file. */
  rows(service: string, item: string, region: string): PriceRows | undefined {
    const file = join(holdingFolder(this.folder, region, service, kindOfItem(item)), partOf(item));
    const table = this.#table(file);
    return table === null ? undefined : rowsOf(table, item, region);
  }

  /** Name and content of the files that were asked for so far, for the digest of a list. */
  read(): ReadonlyMap<string, Buffer> {
    return new Map([...this.#files.used()].map(([name, bytes]) => [`imported/${name}`, bytes]));
  }

  #table(file: string): PriceTable | null {
    return this.#files.table(file, file.slice(this.folder.length + 1).replaceAll("\\", "/"));
  }
}
