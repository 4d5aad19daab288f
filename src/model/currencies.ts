/**
 * Currencies whose rate of exchange comes with rackrate: those of the ECB's euro foreign exchange reference rates. Others
 * need a rate of the user's own. The rates themselves are data of the price list.
 */
export const EXCHANGED_CURRENCIES: readonly string[] =
  "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR ISK JPY KRW MXN MYR NOK NZD PHP PLN RON SEK SGD THB TRY USD ZAR".split(
    " ",
  );
