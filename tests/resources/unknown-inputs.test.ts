import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Decimal, ZERO } from "../../src/core/decimal.ts";
import type { PricedResource } from "../../src/model/cost.ts";
import { settingsSchema } from "../../src/model/settings.ts";
import { openPriceBook } from "../../src/prices/book.ts";
import { rate } from "../../src/prices/rate.ts";
import { assess } from "../../src/resources/assess.ts";
import { HARDWARE } from "./hardware.ts";
import { snapshotOf, urnOf, type WrittenResource } from "./snapshot.ts";

interface Case extends WrittenResource {
  readonly case: string;
  readonly usage?: Readonly<Record<string, unknown>>;
  readonly related?: readonly WrittenResource[];
  readonly facility?: Readonly<Record<string, unknown>>;
  readonly today?: string;
  readonly error?: string;
}

const folder = new URL("./cases/", import.meta.url);
const BOOK = openPriceBook({ facility: {}, hardware: HARDWARE });

const priced = (one: Case): PricedResource => {
  const { usage, related = [], facility = {}, today = "2026-11-24" } = one;
  const settings = settingsSchema.parse({ facility, usage: usage === undefined ? {} : { [urnOf(one)]: usage } });
  const { value } = assess(snapshotOf([one, ...related]), { settings, hardware: HARDWARE, today });
  const [resource] = rate(
    value.filter(({ resource }) => resource.urn === urnOf(one)),
    BOOK,
  );
  return resource!;
};

const costOf = ({ lines }: PricedResource): Decimal =>
  lines.reduce((sum, { amount }) => (amount.value === null ? sum : sum.plus(amount.value)), ZERO);

const isReference = (value: unknown): boolean => typeof value === "string" && value.startsWith("@");

/** Each property of each case, one by one: what it costs when only that is decided at deployment. */
describe.each(readdirSync(folder).sort())("an input of %s that is not known", (file) => {
  const cases = (parse(readFileSync(new URL(file, folder), "utf8")) as readonly Case[]).filter(
    ({ error, props }) => error === undefined && props !== undefined,
  );

  it("never lowers the cost without saying that it is open", () => {
    const silent = cases.flatMap((one) => {
      const known = costOf(priced(one));
      return Object.entries(one.props ?? {})
        .filter(([, value]) => !isReference(value))
        .flatMap(([property]) => {
          const open = priced({ ...one, props: { ...one.props, [property]: "<unknown>" } });
          return costOf(open).lt(known) && open.complete ? [`${one.case}: ${property}`] : [];
        });
    });
    expect(silent).toEqual([]);
  });
});
