import { Decimal, ONE, plain } from "../../core/decimal.ts";
import type { Month } from "../../core/period.ts";
import type { Discount, OwnPrices, OwnRate } from "../../model/own-prices.ts";
import type { Price, PriceAnswer, PriceQuery, PriceTier } from "../../model/price.ts";
import type { PriceExchange } from "../exchange.ts";
import { familyOf } from "../known-gaps.ts";
import { globPattern } from "./glob.ts";
import { fromMonth, lasts, monthAfter } from "./terms.ts";

const HUNDRED = new Decimal(100);

/** What a list answers, turned into what the user pays, in the currency that everything is counted in. */
export type Contract = (query: PriceQuery, list: PriceAnswer) => PriceAnswer;

/** What is not applied, and the same with the month from which that is so. */
interface Note {
  readonly text: string;
  readonly dated: string;
}

/**
 * The user's own prices over those of a list: a rate that was agreed stands in its place, else discounts come off it, one
 * after the other. The list's amounts are kept beside them. What does not last until `month` is not applied, and
 * that is said: with the month from which it is so, where it still lasts until `firstMonth`.
 */
export const openContract = (
  { discounts, rates }: OwnPrices,
  exchange: PriceExchange,
  month: Month,
  firstMonth: Month,
): Contract => {
  const ownRates = rates.map((rate, index) => ({ rate, index, pattern: globPattern(rate.item) })).reverse();
  const ownDiscounts = discounts.map((discount, index) => ({
    discount,
    index,
    pattern: discount.item === undefined ? null : globPattern(discount.item),
  }));

  return (query, list) => {
    const notes: Note[] = [];
    const holds = (until: string | undefined, what: string): boolean => {
      if (until === undefined || lasts(until, month)) return true;
      const text = `${what} ends on ${until} and is not applied`;
      notes.push({ text, dated: lasts(until, firstMonth) ? fromMonth(monthAfter(until), text) : text });
      return false;
    };
    const found = ownRates.find(
      ({ rate, index, pattern }) =>
        pattern.test(query.item) &&
        fitsPlace(rate, query) &&
        holds(rate.until, `prices.rates[${index}] (${rate.item})`),
    );
    if (found !== undefined) {
      const paid = exchange.convert(agreed(query, found.rate, found.index, exchange.currency));
      return withNotes(besideList(paid, exchange.convert(list)), notes);
    }
    if (list.price === null || query.vendor !== "aws") return withNotes(exchange.convert(list), notes);
    const applied = ownDiscounts.filter(
      ({ discount, index, pattern }) =>
        (pattern?.test(query.item) ?? true) &&
        fitsPlace(discount, query) &&
        fitsFamily(discount, query) &&
        isCharged(query) &&
        holds(discount.until, `prices.discounts[${index}]`),
    );
    return withNotes(exchange.convert({ ...list, price: discounted(list.price, applied) }), notes);
  };
};

const fitsPlace = (own: { readonly service?: string; readonly region?: string }, query: PriceQuery): boolean =>
  (own.service === undefined || own.service === query.service) &&
  (own.region === undefined || own.region === query.region);

/** Family of `instance/p5.48xlarge/…`, `database/db.m5.large/…` and `node/cache.m5.large/…`. */
export const fitsFamily = ({ family }: Pick<Discount, "family">, { item }: Pick<PriceQuery, "item">): boolean =>
  family === undefined || familyOf((item.split("/")[1] ?? "").replace(/^(?:db|cache|ml)\./, "")) === family;

/** Not what a user states as paid: a fee of 1 USD for each USD. */
const isCharged = ({ item }: PriceQuery): boolean => !item.endsWith("/stated-fee");

const agreed = (query: PriceQuery, rate: OwnRate, index: number, currency: string): PriceAnswer => ({
  assumptions: [],
  price: {
    query,
    unit: rate.unit,
    currency: rate.currency ?? currency,
    tiers: [{ upTo: null, amount: new Decimal(rate.amount) }],
    source: { title: `rackrate.yaml prices.rates[${index}]: ${rate.source}`, ...(rate.asOf && { asOf: rate.asOf }) },
  },
});

/** A rate that was agreed, with the list's price beside it where both are per the same unit. */
const besideList = (paid: PriceAnswer, { price: list }: PriceAnswer): PriceAnswer =>
  paid.price === null || list === null || list.unit !== paid.price.unit
    ? paid
    : { ...paid, price: { ...paid.price, listTiers: list.tiers } };

const discounted = (
  price: Price,
  applied: readonly { readonly discount: Discount; readonly index: number }[],
): Price => {
  const factor = applied.reduce((left, { discount }) => left.times(HUNDRED.minus(discount.percent).div(HUNDRED)), ONE);
  if (factor.eq(ONE)) return price;
  const [first, ...rest] = price.tiers.map(({ upTo, amount }): PriceTier => ({ upTo, amount: amount.times(factor) }));
  const less = applied
    .map(
      ({ discount, index }) =>
        `${discount.percent} % (prices.discounts[${index}]${discount.source === undefined ? "" : `: ${discount.source}`})`,
    )
    .join(" and ");
  return {
    ...price,
    tiers: [first!, ...rest],
    listTiers: price.tiers,
    source: { ...price.source, title: `${price.source.title}, ${plain(price.tiers[0].amount)} less ${less}` },
  };
};

const withNotes = (answer: PriceAnswer, notes: readonly Note[]): PriceAnswer => {
  if (notes.length === 0) return answer;
  return answer.price === null
    ? { ...answer, missing: [answer.missing, ...notes.map(({ text }) => text)].join("; ") }
    : { ...answer, assumptions: [...answer.assumptions, ...notes.map(({ dated }) => dated)] };
};
