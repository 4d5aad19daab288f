import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { machineRow, offerHead, offerLine } from "../prices/import/offers.ts";
import { measure } from "./measure.ts";
import { type Row, ratio, seconds } from "./row.ts";

const ROWS = 400_000;
const TYPES = 1_100;
const SYSTEMS = ["Linux", "Windows", "RHEL", "SUSE", "Red Hat Enterprise Linux with HA", "Ubuntu Pro"] as const;
const SOFTWARE = ["NA", "SQL Web", "SQL Std", "SQL Ent"] as const;
const CAPACITY = ["Used", "UnusedCapacityReservation", "AllocatedCapacityReservation"] as const;
const TENANCIES = ["Shared", "Dedicated", "Host"] as const;
const TERMS = ["", "1yr", "3yr"] as const;

const importer = fileURLToPath(new URL("import-child.ts", import.meta.url));

/** Imports an EC2 offer of 400,000 rows, about 300 MB, beside DuckDB reading the same file by itself. */
export const importBench = (): readonly Row[] => {
  const folder = mkdtempSync(join(tmpdir(), "rackrate-bench-"));
  try {
    const file = join(folder, "AmazonEC2.csv");
    writeOffer(file);
    const megabytes = Math.round(statSync(file).size / 1e6);
    const [ours, plain] = measure(
      [{ args: [importer, "import", file, join(folder, "prices")] }, { args: [importer, "duckdb", file] }],
      3,
    );
    if (ours === undefined || plain === undefined) return [];
    const what = `import of an EC2 offer of ${ROWS.toLocaleString("en-US")} rows, ${megabytes} MB`;
    return [
      {
        what,
        measured: seconds(ours.seconds),
        wanted: "< 10 s",
        met: ours.seconds < 10,
        detail: `${ratio(ours.seconds / plain.seconds)} of DuckDB alone reading all columns of the file, ${seconds(plain.seconds)}`,
      },
      {
        what: "its peak memory",
        measured: `${Math.round(ours.peakMib)} MiB`,
        wanted: "< 1 GB",
        met: ours.peakMib * 1.048576 < 1000,
        detail: `${Math.round(plain.peakMib)} MiB for DuckDB alone`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** A file of the shape, width and mixture of AWS's own: every type with each system, software, tenancy and way to pay. */
const writeOffer = (path: string): void => {
  const file = openSync(path, "w");
  try {
    writeSync(file, offerHead());
    let lines: string[] = [];
    for (let index = 0; index < ROWS; index += 1) {
      lines.push(offerLine(row(index)));
      if (lines.length < 5000) continue;
      writeSync(file, lines.join(""));
      lines = [];
    }
    writeSync(file, lines.join(""));
  } finally {
    closeSync(file);
  }
};

const row = (index: number) => {
  const of = <T>(list: readonly T[], step: number): T => list[Math.floor(index / step) % list.length] as T;
  const type = `x${Math.floor((index % TYPES) / 12)}.${(index % TYPES) % 12}xlarge`;
  let step = TYPES;
  const pick = <T>(list: readonly T[]): T => {
    const value = of(list, step);
    step *= list.length;
    return value;
  };
  const [system, tenancy, term, software, capacity] = [
    pick(SYSTEMS),
    pick(TENANCIES),
    pick(TERMS),
    pick(SOFTWARE),
    pick(CAPACITY),
  ];
  const padding = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`Detail ${at}`, at % 2 === 0 ? "12500 Megabit" : ""]),
  );
  return machineRow(type, `${((index % 9973) + 1) / 100}00000000`, {
    ...padding,
    SKU: index.toString(36).toUpperCase().padStart(16, "2"),
    "Operating System": system,
    Tenancy: tenancy,
    "Pre Installed S/W": software,
    CapacityStatus: capacity,
    usageType: `${tenancy === "Dedicated" ? "DedicatedUsage" : "BoxUsage"}:${type}`,
    ...(term !== "" && {
      TermType: "Reserved",
      LeaseContractLength: term,
      PurchaseOption: "No Upfront",
      OfferingClass: "standard",
    }),
  });
};
