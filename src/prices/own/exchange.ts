import { Decimal, plain } from "../../core/decimal.ts";
import type { OwnPrices } from "../../model/own-prices.ts";
import type { Price, PriceAnswer, PriceTier } from "../../model/price.ts";

/** The currency that everything is counted in. */
const COUNTED_IN = "USD";
/** ISO 4217 for no currency: shares and the like. */
const NONE = "XXX";

/** A price in USD, by the user's dated rate of exchange where it is in another currency. */
export const inDollars = (answer: PriceAnswer, exchangeRates: OwnPrices["exchangeRates"]): PriceAnswer => {
  const { price } = answer;
  if (price === null || price.currency === COUNTED_IN || price.currency === NONE) return answer;
  const rate = exchangeRates[price.currency];
  if (rate === undefined) {
    return {
      price: null,
      missing: `${price.query.service} ${price.query.item}: its price is in ${price.currency}, and no rate of exchange is stated`,
      hint: `State prices.exchangeRates.${price.currency} with usd, asOf and source, as the ECB publishes it.`,
    };
  }
  const usd = new Decimal(rate.usd);
  const convert = (tiers: Price["tiers"]): Price["tiers"] => {
    const [first, ...rest] = tiers.map(({ upTo, amount }): PriceTier => ({ upTo, amount: amount.times(usd) }));
    return [first!, ...rest];
  };
  const title = `${price.source.title}, 1 ${price.currency} = ${plain(usd)} USD (${rate.source}, ${rate.asOf})`;
  return {
    assumptions: answer.assumptions,
    price: {
      ...price,
      currency: COUNTED_IN,
      tiers: convert(price.tiers),
      ...(price.listTiers && { listTiers: convert(price.listTiers) }),
      source: { ...price.source, title },
    },
  };
};
