import { MAPPINGS } from "./mapping/list.ts";
import type { MappingRule } from "./mapping/rule.ts";
import type { OfferField, OfferRow } from "./offer-row.ts";
import { added, inUnitsOf, isAmount, scaled } from "./price-amount.ts";
import { regionOf } from "./regions-of-rows.ts";
import { withoutRegion } from "./usage-type.ts";

/** One tier of an item's price as it will be written. */
export interface ImportedRow {
  readonly service: string;
  readonly region: string;
  readonly item: string;
  readonly unit: string;
  readonly currency: string;
  readonly upTo: string;
  readonly amount: string;
  readonly note: string;
  readonly low?: string;
  readonly high?: string;
}

/** Something wrong with a row. `refuses` where the whole file cannot be trusted for it. */
export interface RowFault {
  readonly record: number | null;
  readonly sku: string;
  readonly problem: string;
  readonly code: string;
  readonly refuses: boolean;
}

interface Collected {
  readonly service: string;
  readonly region: string;
  readonly item: string;
  readonly rule: MappingRule;
  readonly currency: string;
  readonly sku: string;
  /** Amounts by the quantity that they start at, as texts of our unit. */
  readonly tiers: Map<string, string>;
  ambiguous: boolean;
}

/** What was made of an offer. */
export interface Collection {
  readonly rows: readonly ImportedRow[];
  /** Items left out since the offer has two products with different prices for each. */
  readonly ambiguous: readonly string[];
}

/** Turns rows of offers into prices of our items, one row after the other. */
export class PriceCollector {
  readonly #prices = new Map<string, Collected>();
  /** Only rows of this service are taken; of any where empty. An offer repeats rows that belong to others' offers. */
  readonly #offerCode: string;

  constructor(offerCode: string) {
    this.#offerCode = offerCode;
  }

  /** Takes a row. Returns what is wrong with it; `null` where it was taken, and `undefined` where it is the price of nothing we use. */
  add(row: OfferRow): RowFault | null | undefined {
    const fault = (code: string, problem: string, refuses: boolean): RowFault => ({
      record: row.line,
      sku: row.sku,
      code,
      problem,
      refuses,
    });
    if (row.sku === "" || row.usage === "") return fault("bad-row", "it has no SKU or no usage type", false);
    const unsound = !isAmount(row.price);
    const rule = this.#ruleOf(row);
    if (rule === undefined) return unsound ? fault("bad-row", `its price is ${shown(row.price)}`, false) : undefined;
    if (unsound) {
      const notMoney = /^-|nan|inf/i.test(row.price);
      return fault("not-a-price", `the price of ${rule.item} is ${shown(row.price)}`, notMoney);
    }
    const place = regionOf(row);
    if ("unknown" in place) {
      if (MAPPINGS.get(row.service)?.everywhere) return this.#take(row, rule.rule, rule.item, "global", fault);
      return fault("bad-row", `${shown(place.unknown)} is no region`, false);
    }
    if (place.region === null) return undefined;
    return this.#take(row, rule.rule, rule.item, place.region, fault);
  }

  #ruleOf(row: OfferRow): { readonly rule: MappingRule; readonly item: string } | undefined {
    if (this.#offerCode !== "" && row.service !== this.#offerCode) return undefined;
    const usage = withoutRegion(row.usage);
    for (const rule of MAPPINGS.get(row.service)?.rules ?? []) {
      const match = rule.usage.exec(usage);
      if (match === null || !fits(row, rule)) continue;
      const item = typeof rule.item === "string" ? rule.item : rule.item(row, match.slice(1));
      if (item !== null) return { rule, item };
    }
    return undefined;
  }

  #take(
    row: OfferRow,
    rule: MappingRule,
    item: string,
    region: string,
    fault: (code: string, problem: string, refuses: boolean) => RowFault,
  ): RowFault | null {
    const factor = rule.units[row.unit.toLowerCase()];
    if (factor === undefined)
      return fault(
        "wrong-unit",
        `${item} is listed per ${shown(row.unit)}, not per ${Object.keys(rule.units).join(" or ")}`,
        MAPPINGS.get(row.service)?.unitsVerified ?? false,
      );
    const currency = currencyOf(region);
    if (row.currency !== currency)
      return fault(
        "other-currency",
        `${item} is listed in ${shown(row.currency)}; prices of ${region} are in ${currency}`,
        true,
      );
    if (row.start !== "" && !isAmount(row.start))
      return fault("bad-row", `its tier starts at ${shown(row.start)}`, false);
    const start = inUnitsOf(row.start || "0", factor);
    const amount = scaled(row.price, factor);
    const key = `${row.service}\0${region}\0${item}`;
    const known = this.#prices.get(key);
    if (known === undefined) {
      const tiers = new Map([[start, amount]]);
      this.#prices.set(key, {
        service: row.service,
        region,
        item,
        rule,
        currency,
        sku: row.sku,
        tiers,
        ambiguous: false,
      });
      return null;
    }
    const other = known.tiers.get(start);
    if (other === undefined) known.tiers.set(start, amount);
    else if (other !== amount) {
      if (known.sku === row.sku)
        return fault("doubled-sku", `${item} in ${region} stands twice, at ${other} and at ${amount}`, true);
      known.ambiguous = true;
    }
    return null;
  }

  /** The prices that were taken. */
  finish(): Collection {
    const rows: ImportedRow[] = [];
    const ambiguous: string[] = [];
    for (const price of this.#prices.values()) {
      if (price.ambiguous) ambiguous.push(`${price.service} ${price.item} in ${price.region}`);
      else rows.push(...this.#rowsOf(price));
    }
    // The order of an offer means nothing, and the same offer must give the same bytes.
    rows.sort((one, other) => compare(one.item, other.item) || compare(one.region, other.region));
    return { rows, ambiguous: ambiguous.sort() };
  }

  #rowsOf(price: Collected): ImportedRow[] {
    const { service, region, item, rule, currency, tiers } = price;
    const starts = [...tiers].sort(([one], [other]) => Number(one) - Number(other));
    // A price that does not start at zero would leave the first units without one.
    if (starts[0]?.[0] !== "0") return [];
    const base =
      rule.plus === undefined ? undefined : this.#prices.get(`${service}\0${region}\0${rule.plus}`)?.tiers.get("0");
    if (rule.plus !== undefined && base === undefined) return [];
    return starts.map(([, amount], index) => ({
      service,
      region,
      item,
      unit: rule.unit,
      currency,
      upTo: starts[index + 1]?.[0] ?? "",
      amount: base === undefined ? amount : added(amount, base),
      note: rule.note ?? "",
    }));
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const fits = (row: OfferRow, { where }: MappingRule): boolean => {
  if (where === undefined) return true;
  for (const field in where) if (!where[field as OfferField]?.includes(row[field as OfferField])) return false;
  return true;
};

/** AWS charges in dollars everywhere but in China and in the European sovereign cloud. */
export const currencyOf = (region: string): string =>
  region.startsWith("cn-") ? "CNY" : region.startsWith("eusc-") ? "EUR" : "USD";

const shown = (text: string): string => (text === "" ? "not given" : JSON.stringify(text.slice(0, 40)));
