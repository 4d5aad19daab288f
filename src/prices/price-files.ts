import { existsSync, readFileSync } from "node:fs";
import { type PriceTable, readPriceTable } from "./price-file.ts";

interface ReadFile {
  readonly table: PriceTable;
  readonly bytes: Buffer;
}

/** Price files that many ask for and that are read once, with a record of those that this one asked for. */
export class PriceFiles {
  readonly #files: Map<string, ReadFile | null>;
  readonly #used = new Map<string, Buffer>();

  constructor(files = new Map<string, ReadFile | null>()) {
    this.#files = files;
  }

  /** The same files with a record of its own: what either of the two reads is there for the other. */
  shared(): PriceFiles {
    return new PriceFiles(this.#files);
  }

  /** Name and content of the files that were asked for so far. */
  used(): ReadonlyMap<string, Buffer> {
    return this.#used;
  }

  /** The table of a file, or `null` where it does not exist. `name` is what errors and the record call it. Throws `InputError` for a broken one. */
  table(path: string | URL, name: string): PriceTable | null {
    const known = this.#files.get(name);
    const file = known === undefined ? open(path, name) : known;
    if (known === undefined) this.#files.set(name, file);
    if (file === null) return null;
    this.#used.set(name, file.bytes);
    return file.table;
  }
}

const open = (path: string | URL, name: string): ReadFile | null => {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  return { bytes, table: readPriceTable(bytes.toString("utf8"), name) };
};
