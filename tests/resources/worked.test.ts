import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { plain, ZERO } from "../../src/core/decimal.ts";
import { post } from "../../src/ledger/post.ts";
import { viewsOf } from "../../src/ledger/views.ts";
import type { PricedResource } from "../../src/model/cost.ts";
import { type Settings, settingsSchema } from "../../src/model/settings.ts";
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
  /** The ends of its range, where it has one. */
  readonly range?: readonly [low: string, high: string];
  readonly missing?: string;
  readonly assumes?: readonly string[];
}

const folder = new URL("./worked/", import.meta.url);
const BOOK = openPriceBook({ facility: {}, hardware: HARDWARE });

/** The steady month of one resource alone, at both ends of all that is not certain of it. */
const rangeOf = (priced: PricedResource, settings: Settings): readonly string[] | undefined => {
  const ledger = post({ resources: [priced], benefits: { entries: [], drivers: [] }, settings });
  const { outlooks } = viewsOf(ledger, { name: "monthly rate", unit: "1/month", value: ZERO });
  if (outlooks === undefined) return undefined;
  const ends = [outlooks.optimistic.monthlyCost, outlooks.pessimistic.monthlyCost];
  return ends.map((end) => plain((end ?? ZERO).toSignificantDigits(16)));
};

for (const file of readdirSync(folder).sort()) {
  const cases = parse(readFileSync(new URL(file, folder), "utf8")) as readonly Worked[];
  describe(`what it costs, ${file.replace(".yaml", "")}`, () => {
    it.each(cases.map((one) => [one.case, one] as const))("%s", (_, one) => {
      const { usage, related = [], monthly, range, missing, assumes = [] } = one;
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
      expect(rangeOf(priced, settings)).toEqual(range);
      for (const { price } of priced.lines) expect(price?.source.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      for (const assumption of assumes) expect(priced.assumptions.join("\n")).toContain(assumption);
    });
  });
}
