import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { benefitEntries } from "../../src/benefits/benefits.ts";
import { demand, type Served, settings, side } from "./sample.ts";

/** One row of tests/formulas/benefits/<kind>.yaml: a benefit, what it earns a month (`null` is unknown), or what is wrong with it. */
interface Case {
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly served?: Served;
  /** Absent where nothing is counted. */
  readonly expect?: number | null;
  readonly diagnostics?: readonly string[];
}

const folder = new URL("../formulas/benefits/", import.meta.url);

describe.each(readdirSync(folder).toSorted())("%s", (file) => {
  const cases = parse(readFileSync(new URL(file, folder), "utf8")) as Case[];

  it.each(cases)("$name", (row) => {
    const { value, diagnostics } = benefitEntries({
      settings: settings({ id: "case", ...row.given }),
      demand: demand(row.served ?? { input: 0, output: 0 }),
      snapshot: side,
    });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(row.diagnostics ?? []);
    if (row.expect === undefined) return expect(value.entries).toEqual([]);
    expect(value.entries.map((entry) => entry.amount.value?.toNumber() ?? null)).toEqual([row.expect]);
  });
});
