import { describe, expect, it } from "vitest";
import { nameKey } from "../../src/hardware/name-index.ts";
import { readRows } from "../../src/hardware/rows.ts";

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

describe("the hardware data files", () => {
  it("name source and date on every row", () => {
    const sources = [
      ...readRows("accelerators"),
      ...readRows("instance-types"),
      ...readRows("grid-carbon"),
      ...readRows("servers").map(({ maxKw }) => maxKw),
    ].map(({ source }) => source);
    expect(sources.filter(({ title, asOf }) => title === "" || !DATE.test(asOf ?? ""))).toEqual([]);
  });

  it("name each accelerator once, however it is written", () => {
    const keys = readRows("accelerators").flatMap(({ name, aliases = [] }) => [name, ...aliases].map(nameKey));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("list the prices of a server from the oldest to the newest", () => {
    for (const { model, prices } of readRows("servers")) {
      const dates = prices.map(({ asOf }) => asOf);
      expect(dates, model).toEqual(dates.toSorted());
    }
  });

  it("list instance types and regions in order, and name only accelerators that they have", () => {
    const types = readRows("instance-types").map(({ name }) => name);
    expect(types).toEqual(types.toSorted());
    expect(types).toHaveLength(88);
    const known = new Set(readRows("accelerators").map(({ name }) => name));
    const named = readRows("instance-types").flatMap(({ accelerator }) => accelerator?.catalogueName ?? []);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it("never show an accelerator idle above its limit", () => {
    const hot = readRows("accelerators").filter(
      ({ idle, tdpWatts }) => idle !== null && tdpWatts !== null && idle.watts >= tdpWatts,
    );
    expect(hot).toEqual([]);
  });
});
