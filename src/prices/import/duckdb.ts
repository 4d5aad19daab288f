import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { InputError } from "../../core/diagnostic.ts";

/** The version that the tests run with. */
const PACKAGE = "@duckdb/node-api@1.5.5-r.5";
/** Leaves room below 1 GB for this process itself. */
const MEMORY_LIMIT = "512MB";

/** Values of a row in the order of the query. */
export type SqlRow = readonly (string | null)[];

/** A database in memory, for reading price files. Columns of a query must be texts. */
export interface Sql {
  /** Rows as they come, in batches. */
  readonly stream: (query: string) => AsyncIterable<readonly SqlRow[]>;
  readonly close: () => void;
}

type DuckDb = typeof import("@duckdb/node-api");

const load = async (): Promise<DuckDb> => {
  try {
    return await import("@duckdb/node-api");
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND"
        ? "is not installed"
        : `cannot be loaded (${(error as Error).message})`;
    throw new InputError({
      severity: "error",
      code: "duckdb-missing",
      message: `Importing prices needs DuckDB, which ${reason}.`,
      hint: `Install it beside rackrate: npm install --save-dev ${PACKAGE}. Nothing else needs it.`,
    });
  }
};

/** Opens DuckDB. Throws `InputError` with how to install it where it is not there. It reads local files and nothing from the network. */
export const openSql = async (): Promise<Sql> => {
  const { DuckDBInstance } = await load();
  const instance: DuckDBInstance = await DuckDBInstance.create(":memory:", {
    memory_limit: MEMORY_LIMIT,
    // Beside the working folder it would be in the user's project.
    temp_directory: join(tmpdir(), "rackrate-duckdb"),
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection: DuckDBConnection = await instance.connect();
  return {
    stream: async function* (query) {
      const result = await connection.stream(query);
      for (
        let chunk = await result.fetchChunk();
        chunk !== null && chunk.rowCount > 0;
        chunk = await result.fetchChunk()
      )
        yield chunk.getRows() as SqlRow[];
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A file's path as SQL writes it. DuckDB would take some letters for patterns of several files. */
export const filePath = (path: string): string => quoted(path.replaceAll(/[[*?]/g, (letter) => `[${letter}]`));
/** A column's name as SQL writes it. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
