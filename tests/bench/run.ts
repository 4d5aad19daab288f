/**
 * `npm run bench`: speed and memory as ratios inside one run, written to tests/bench/results.md. Absolute times stand
 * beside them for the reader's sake; another machine has others. `npm run bench -- preview` runs only what it names.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { markdownTable } from "markdown-table";
import { cliBench } from "./cli.ts";
import { engineBench } from "./engine.ts";
import { planBench } from "./from-plan.ts";
import { importBench } from "./import.ts";
import { programBench } from "./program.ts";
import type { Row } from "./row.ts";

const BENCHES: Readonly<Record<string, () => Promise<readonly Row[]> | readonly Row[]>> = {
  cli: cliBench,
  plan: planBench,
  program: programBench,
  engine: engineBench,
  import: importBench,
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !Object.hasOwn(BENCHES, name));
if (unknown !== undefined) {
  console.error(`No bench is called ${unknown}; there are ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}

const rows: Row[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const row of await bench()) {
    rows.push(row);
    console.log(`${row.met ? "✔" : "✘"} ${row.what}: ${row.measured} (wanted: ${row.wanted})`);
  }
}

const table = markdownTable([
  ["What", "Measured", "Wanted", "Met", "Beside it"],
  ...rows.map((row) => [row.what, row.measured, row.wanted, row.met ? "yes" : "no", row.detail]),
]);
if (chosen.length === 0) {
  const intro =
    "# Speed and memory\n\nWritten by `npm run bench`; ratios are of medians inside one run on the same machine.\n\n";
  writeFileSync(fileURLToPath(new URL("results.md", import.meta.url)), `${intro}${table}\n`);
}
process.exitCode = rows.every((row) => row.met) ? 0 : 1;
