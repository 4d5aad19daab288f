import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AWS_REGION_NAMES } from "../../src/model/aws-regions.ts";
import { isInstanceItem } from "../../src/prices/aws-files.ts";
import { readCsv } from "../../src/prices/csv.ts";
import { isDate } from "../../src/prices/date.ts";
import { familyOf, knownGaps } from "../../src/prices/known-gaps.ts";
import { readPriceTable } from "../../src/prices/price-file.ts";
import type { PriceRow } from "../../src/prices/price-row.ts";
import { readSiteDefaults } from "../../src/prices/site-defaults.ts";

const FOLDER = new URL("../../src/prices/data/aws/", import.meta.url);
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith(".csv"));
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");
const rowsIn = (name: string): readonly PriceRow[] => [...readPriceTable(textOf(name), name).values()].flat();
const INSTANCES = rowsIn("AmazonEC2.instances.csv");

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

describe.each(NAMES)("the built-in price file %s", (name) => {
  const rows = rowsIn(name);

  it("is sorted by item, region and tier, so that a change of prices is easy to read", () => {
    const written = [...readCsv(textOf(name), name)].slice(1).map(({ fields }) => fields);
    const tier = (upTo: string) => (upTo === "" ? Number.POSITIVE_INFINITY : Number(upTo));
    const sorted = written.toSorted(
      (a, b) => compare(a[1]!, b[1]!) || compare(a[0]!, b[0]!) || tier(a[4]!) - tier(b[4]!),
    );
    expect(written.map((fields) => fields.slice(0, 5).join(","))).toEqual(
      sorted.map((fields) => fields.slice(0, 5).join(",")),
    );
  });

  it("names a region that exists on every row", () => {
    const unknown = rows.filter(({ region }) => region !== "global" && !AWS_REGION_NAMES.has(region));
    expect(unknown).toEqual([]);
  });
});

describe("the built-in instance prices", () => {
  it("are written without superfluous digits", () => {
    expect(INSTANCES.filter(({ amount }) => /^0\d|\.\d*0$|\.$/.test(amount))).toEqual([]);
  });

  it("are instance hours above zero", () => {
    expect(
      INSTANCES.filter(({ item, unit, amount }) => !isInstanceItem(item) || unit !== "hours" || !(Number(amount) > 0)),
    ).toEqual([]);
  });

  it("hold every on-demand Linux type of us-east-1", () => {
    const onDemand = INSTANCES.filter(
      ({ region, item }) => region === "us-east-1" && item.endsWith("/linux/shared/on-demand"),
    );
    expect(onDemand).toHaveLength(1367);
    expect(new Set(onDemand.map(({ asOf }) => asOf))).toEqual(new Set(["2026-07-20"]));
  });

  it("never straddle a price change: no purchase option is older than it", () => {
    for (const event of knownGaps().events) {
      expect(isDate(event.date)).toBe(true);
      const touched = INSTANCES.filter(({ item }) => event.families.includes(familyOf(item.split("/")[1]!)));
      expect(touched.length).toBeGreaterThan(0);
      expect(touched.filter(({ asOf }) => asOf < event.date)).toEqual([]);
    }
  });

  it("hold no type that is said to be missing", () => {
    const priced = new Set(INSTANCES.map(({ item }) => item.split("/")[1]!));
    expect(knownGaps().notListed.types.filter((type) => priced.has(type))).toEqual([]);
  });

  it("leave no reserved or capacity block hour dearer than today's on-demand hour", () => {
    const onDemand = new Map(
      INSTANCES.filter(({ item }) => item.endsWith("/on-demand")).map((row) => [
        `${row.region} ${row.item.split("/")[1]}`,
        Number(row.amount),
      ]),
    );
    const dearer = INSTANCES.filter(
      ({ region, item, amount }) =>
        /\/(reserved|capacity-block)/.test(item) &&
        Number(amount) > (onDemand.get(`${region} ${item.split("/")[1]}`) ?? Number.POSITIVE_INFINITY),
    );
    expect(dearer).toEqual([]);
  });

  it("have no row for what is known to be missing", () => {
    const { events, noOnDemand } = knownGaps();
    const items = new Set(INSTANCES.map(({ item }) => item));
    for (const { option, types } of events.flatMap(({ superseded }) => superseded)) {
      for (const type of types) expect(items).not.toContain(`instance/${type}/linux/shared/${option}`);
    }
    expect(
      INSTANCES.filter(
        ({ item }) => item.endsWith("/on-demand") && noOnDemand.families.includes(familyOf(item.split("/")[1]!)),
      ),
    ).toEqual([]);
  });

  it("stand in one file only, item by item and region by region", () => {
    const others = NAMES.filter((name) => name === "AmazonEC2.csv").flatMap(rowsIn);
    const keys = new Set(INSTANCES.map(({ region, item }) => `${region} ${item}`));
    expect(others.filter(({ region, item }) => keys.has(`${region} ${item}`))).toEqual([]);
  });
});

describe("the site defaults", () => {
  it("have a date, a source, a unit and a range around the value", () => {
    for (const [setting, taken] of Object.entries(readSiteDefaults().of)) {
      expect(isDate(taken.asOf), setting).toBe(true);
      expect(
        [taken.source, taken.unit, taken.what].every((text) => text !== ""),
        setting,
      ).toBe(true);
      expect(Number(taken.low ?? taken.value), setting).toBeLessThanOrEqual(Number(taken.value));
      expect(Number(taken.high ?? taken.value), setting).toBeGreaterThanOrEqual(Number(taken.value));
    }
  });
});
