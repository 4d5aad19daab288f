import { openSql, quoted } from "../../src/prices/import/duckdb.ts";
import { importFiles } from "../../src/prices/import/import-files.ts";

/** One of the two things that the import bench times, in a process of its own. */
const run = async ([what, file = "", folder = ""]: readonly string[]): Promise<void> => {
  if (what === "import") {
    const { value, diagnostics } = await importFiles([{ path: file, name: "AmazonEC2.csv", today: "2026-11-24" }], {
      folder,
      force: false,
    });
    if (value[0]?.holdings.length !== 1) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    return;
  }
  const sql = await openSql();
  for await (const _ of sql.stream(
    `SELECT max(COLUMNS(*)) FROM read_csv(${quoted(file)}, skip=5, header=true, all_varchar=true)`,
  ));
  sql.close();
};

run(process.argv.slice(2));
