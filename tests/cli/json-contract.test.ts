import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { decimal, plain, sum } from "../../src/core/decimal.ts";
import { estimateDocumentSchema } from "../../src/report/document.ts";
import { runMain } from "./memory-host.ts";

const CASES = join(import.meta.dirname, "../cases");

// As a consumer finds it: by the package's name.
const published = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("rackrate/schema/estimate.schema.json"), "utf8"),
);
const byPublished = z.fromJSONSchema(published);

const commandOf = (name: string): string => readFileSync(join(CASES, name, "command"), "utf8").trim();
const previews = readdirSync(CASES).filter((name) => /^preview\b(?!.*--format)/.test(commandOf(name)));

const documentOf = async (name: string): Promise<unknown> => {
  const { stdout } = await runMain([...commandOf(name).split(/\s+/), "--format", "json"], { cwd: join(CASES, name) });
  return stdout === "" ? null : JSON.parse(stdout);
};

describe("the published schema of --format json", () => {
  const golden = JSON.parse(readFileSync(join(CASES, "node-group-resize-json/expected.json"), "utf8"));

  it("accepts the document that is kept", () => {
    expect(byPublished.parse(golden)).toEqual(golden);
    expect(estimateDocumentSchema.parse(golden)).toEqual(golden);
  });

  it("accepts the document of every case that has one", async () => {
    const documents = (await Promise.all(previews.map(documentOf))).filter((document) => document !== null);
    expect(documents.length).toBeGreaterThan(10);
    for (const document of documents) expect(byPublished.parse(document)).toEqual(document);
  });

  it("accepts several stacks, whose fields then do not stand at the top level", () => {
    const { stacks, schemaVersion, currency, startMonth, horizonMonths, discountRate, hoursPerMonth, priceList } =
      golden;
    const shared = { schemaVersion, currency, startMonth, horizonMonths, discountRate, hoursPerMonth, priceList };
    const several = { ...shared, stacks: [...stacks, ...stacks] };
    expect(byPublished.parse(several)).toEqual(several);
  });

  it.each([
    ["another version", { schemaVersion: 2 }],
    [
      "money as a number",
      {
        stacks: [
          {
            ...golden.stacks[0],
            resources: [{ ...golden.stacks[0].resources[0], monthlyCost: { before: 1, after: 2, delta: 1 } }],
          },
        ],
      },
    ],
    ["a field that nobody announced", { surprise: true }],
    ["a month that is none", { startMonth: "2026" }],
    ["no stacks", { stacks: undefined }],
  ])("refuses %s", (_, change) => {
    expect(byPublished.safeParse({ ...golden, ...change }).success).toBe(false);
  });

  it("names its parts, so that types made from it have names", () => {
    const parts = ["Change", "Gate", "Line", "Measure", "Resource", "Side", "Stack", "Summary"];
    expect(Object.keys(published.definitions)).toEqual(expect.arrayContaining(parts));
  });
});

describe("lines whose prices change within the horizon", () => {
  interface Line {
    readonly from: number;
    readonly until: number | null;
    readonly amount: string;
  }
  interface Shown {
    readonly horizonMonths: number;
    readonly resources: readonly { readonly lines: readonly Line[]; readonly later: readonly Line[] }[];
    readonly summary: { readonly tco: { readonly after: string } };
  }

  it("come with their months, so that all of them add up to the total cost", async () => {
    const { horizonMonths, resources, summary } = (await documentOf("commitment-ends")) as Shown;
    const monthsOf = ({ from, until }: Line): number => (until ?? horizonMonths) - from + 1;
    const lines = resources.flatMap((one) => [...one.lines, ...one.later]);
    expect(lines.map(({ from, until }) => [from, until])).toEqual([
      [1, 6],
      [1, 9],
      [7, 9],
      [10, null],
      [10, null],
    ]);
    const cost = sum(lines.map((line) => decimal(line.amount).times(monthsOf(line))));
    // 6 × 73 + 3 × 126.144 + 15 × 140.16 for the instance, 9 × 1.44 + 15 × 1.6 for its disk.
    expect(plain(cost)).toBe("2955.792");
    expect(summary.tco.after).toBe("2955.792");
  });
});
