import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { holdingFolder, kindOfItem, partOf } from "./holding.ts";
import { type PriceRows, type PriceTable, readPriceTable, rowsOf } from "./price-file.ts";

/** The prices that were imported into a folder, read file by file as they are asked for. */
export class ImportedPrices {
  readonly folder: string;
  readonly #tables = new Map<string, PriceTable | null>();
  readonly #bytes = new Map<string, Buffer>();

  constructor(folder: string) {
    this.folder = folder;
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

  /** Name and content of the files that were read so far, for the digest of a list. */
  read(): ReadonlyMap<string, Buffer> {
    return this.#bytes;
  }

  #table(file: string): PriceTable | null {
    const known = this.#tables.get(file);
    if (known !== undefined) return known;
    let table: PriceTable | null = null;
    if (existsSync(file)) {
      const bytes = readFileSync(file);
      const name = file.slice(this.folder.length + 1).replaceAll("\\", "/");
      this.#bytes.set(`imported/${name}`, bytes);
      table = readPriceTable(bytes.toString("utf8"), name);
    }
    this.#tables.set(file, table);
    return table;
  }
}
