import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { plain, ZERO } from "../../src/core/decimal.ts";
import { settingsSchema } from "../../src/model/settings.ts";
import { openPriceBook } from "../../src/prices/book.ts";
import { rate } from "../../src/prices/rate.ts";
import { assess } from "../../src/resources/assess.ts";
import { HARDWARE } from "./hardware.ts";
import { snapshotOf, urnOf, type WrittenResource } from "./snapshot.ts";

/** One resource and what its lines cost by the built-in list, or which price it misses. The sums are worked out by hand. */
interface Worked extends WrittenResource {
  readonly case: string;
  readonly usage?: Readonly<Record<string, unknown>>;
  readonly related?: readonly WrittenResource[];
  readonly monthly?: string;
  readonly missing?: string;
  readonly assumes?: readonly string[];
}

const folder = new URL("./worked/", import.meta.url);
const BOOK = openPriceBook({ facility: {}, hardware: HARDWARE });

for (const file of readdirSync(folder).sort()) {
  const cases = parse(readFileSync(new URL(file, folder), "utf8")) as readonly Worked[];
  describe(`what it costs, ${file.replace(".yaml", "")}`, () => {
    it.each(cases.map((one) => [one.case, one] as const))("%s", (_, one) => {
      const { usage, related = [], monthly, missing, assumes = [] } = one;
      const settings = settingsSchema.parse({ usage: usage === undefined ? {} : { [urnOf(one)]: usage } });
      const assessed = assess(snapshotOf([one, ...related]), { settings, hardware: HARDWARE, today: "2026-11-24" });
      expect(assessed.diagnostics).toEqual([]);
      const priced = rate(assessed.value, BOOK).find(({ resource }) => resource.urn === urnOf(one));
      if (priced === undefined) throw new Error("the subject is not among the results");
      if (missing !== undefined) {
        expect(priced.status).toBe("unpriced");
        expect(priced.reason).toContain(missing);
        expect(priced.reason).toContain("prices.rates");
        return;
      }
      expect(priced).toMatchObject({ status: "priced", complete: true });
      const sum = priced.lines.reduce((all, { amount }) => all.plus(amount.value ?? ZERO), ZERO);
      expect(plain(sum.toSignificantDigits(16))).toBe(monthly);
      for (const { price } of priced.lines) expect(price?.source.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      for (const assumption of assumes) expect(priced.assumptions.join("\n")).toContain(assumption);
    });
  });
}
