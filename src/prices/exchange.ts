import { Decimal, ONE, plain } from "../core/decimal.ts";
import { type Figure, fact, product, type Source, sourceOf, unknownFigure } from "../core/figure.ts";
import type { Exchange } from "../model/exchange.ts";
import type { OwnPrices } from "../model/own-prices.ts";
import type { Assumption } from "../model/plan.ts";
import type { ExchangeRate, Price, PriceAnswer, PriceTier } from "../model/price.ts";
import { euroQuery, openEuroRates, type RateList } from "./euro-rates.ts";

/** ISO 4217 for no currency: shares and the like. */
const NONE = "XXX";
/** Digits of a rate that are shown: as many as the ECB's longest has. */
const DIGITS = 7;

/** The one place where money changes its currency. */
export interface PriceExchange extends Exchange {
  /** A price in `currency`, its source naming the rate; unpriced where none is known. */
  readonly convert: (answer: PriceAnswer) => PriceAnswer;
  /** What one unit of a currency is worth in `currency`; `null` where no rate is known. */
  readonly rate: (from: string) => ExchangeRate | null;
  /** Which rates were used so far, as one assumption; none where there was nothing to convert. */
  readonly assumptions: () => readonly Assumption[];
  /** The files that rates were read from so far, for the price list's digest. */
  readonly read: RateList["read"];
}

/** What one unit of a currency is worth in USD, and who says so and when. */
interface Quote {
  readonly usd: Decimal;
  readonly basis: readonly string[];
}

/**
 * Rates of exchange into one currency: those that the user states, else the ECB's as a list has them: the one that a
 * project is locked to, or the built-in ones.
 */
export const openExchange = (
  currency: string,
  stated: OwnPrices["exchangeRates"] = {},
  list: RateList = openEuroRates(),
): PriceExchange => {
  const rates = new Map<string, ExchangeRate | null>();
  const used: string[] = [];
  const notes = new Set<string>();

  /** Units of a currency per euro. */
  const perEuro = (of: string): { readonly amount: Decimal; readonly basis: readonly string[] } | null => {
    if (of === "EUR") return { amount: ONE, basis: [] };
    const answer = list.find(euroQuery(of));
    if (answer.price === null) return null;
    for (const note of answer.assumptions) notes.add(note);
    const { source, tiers } = answer.price;
    return { amount: tiers[0].amount, basis: [`${source.title}, ${source.asOf}`] };
  };

  const quote = (of: string): Quote | null => {
    if (of === "USD") return { usd: ONE, basis: [] };
    const own = Object.hasOwn(stated, of) ? stated[of] : undefined;
    if (own !== undefined) return { usd: new Decimal(own.usd), basis: [`${own.source}, ${own.asOf}`] };
    const rate = perEuro(of);
    const dollar = rate && perEuro("USD");
    return dollar && { usd: dollar.amount.div(rate.amount), basis: [...dollar.basis, ...rate.basis] };
  };

  const toRate = (from: string): ExchangeRate | null => {
    if (from === currency || from === NONE) return { factor: ONE, note: "" };
    const [given, wanted] = [quote(from), quote(currency)];
    if (given === null || wanted === null) return null;
    const factor = given.usd.div(wanted.usd);
    const basis = new Set([...given.basis, ...wanted.basis]);
    const text = `1 ${from} = ${plain(factor.toSignificantDigits(DIGITS))} ${currency} (${[...basis].join("; ")})`;
    used.push(text);
    return { factor, note: `, ${text}` };
  };

  const rate = (from: string): ExchangeRate | null => {
    const known = rates.get(from);
    if (known !== undefined) return known;
    const found = toRate(from);
    rates.set(from, found);
    return found;
  };

  const convert = (answer: PriceAnswer): PriceAnswer => {
    if (answer.price === null) return answer;
    const { price } = answer;
    const found = rate(price.currency);
    return found === null
      ? withoutRate(price, quote(price.currency) === null ? price.currency : currency)
      : { ...answer, price: found.note === "" ? price : converted(price, currency, found) };
  };

  const fromDollars = (dollars: Figure): Figure => {
    if (dollars.value === null) return { ...dollars, unit: currency };
    const found = rate("USD");
    if (found === null) return unknownFigure(dollars.name, currency, `rate of exchange of ${currency}`);
    if (found.note === "") return dollars;
    const factor = fact("rate of exchange", found.factor, `${currency}/USD`, { title: found.note.slice(", ".length) });
    return {
      ...product(dollars.name, currency, [dollars, factor]),
      source: withNote(sourceOf(dollars), found),
    };
  };

  const assumptions = (): readonly Assumption[] =>
    used.length === 0
      ? []
      : [
          {
            code: "exchange-rate",
            message: `Converted at ${used.join(" and ")}, over the whole horizon; prices.exchangeRates states another rate.${[...notes].map((note) => ` ${note}.`).join("")}`,
          },
        ];

  return { currency, convert, rate, fromDollars, assumptions, read: list.read };
};

const withNote = (source: Source, { note }: ExchangeRate): Source => ({ ...source, title: `${source.title}${note}` });

const converted = (price: Price, currency: string, rate: ExchangeRate): Price => {
  const convert = ([first, ...rest]: Price["tiers"]): Price["tiers"] => [
    times(first, rate),
    ...rest.map((tier) => times(tier, rate)),
  ];
  return {
    ...price,
    currency,
    tiers: convert(price.tiers),
    ...(price.listTiers && { listTiers: convert(price.listTiers) }),
    source: withNote(price.source, rate),
  };
};

const times = ({ upTo, amount }: PriceTier, { factor }: ExchangeRate): PriceTier => ({
  upTo,
  amount: amount.times(factor),
});

const withoutRate = ({ query, currency }: Price, of: string): PriceAnswer => ({
  price: null,
  missing: `${query.service} ${query.item}: its price is in ${currency}, and no rate of exchange of ${of} is known`,
  hint: `State prices.exchangeRates.${of} with usd, asOf and source, as the ECB publishes it.`,
});
