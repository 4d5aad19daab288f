/** How amounts of a currency are written. */
export interface CurrencyNotation {
  /** Its sign, or its code and a space: what stands before the digits. */
  readonly sign: string;
  /** Digits after the point in an amount that is paid: 2 for most, none for the yen. */
  readonly digits: number;
}

/** Asked for once, and only where it matters: to ask the CLDR takes longer than to price a small stack. */
let currencies: ReadonlySet<string> | undefined;
const notations = new Map<string, CurrencyNotation>([["USD", { sign: "$", digits: 2 }]]);

/** True for the ISO 4217 code of a currency: `EUR`, but not `LCU`, which is a unit of load balancers. */
export const isCurrency = (code: string): boolean => {
  currencies ??= new Set(Intl.supportedValuesOf("currency"));
  return currencies.has(code);
};

/** How a currency is written in English, by the Unicode CLDR: `$`, `€`, `¥` without decimals, `CHF `. */
export const notationOf = (currency: string): CurrencyNotation => {
  const known = notations.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const sign = format.formatToParts(0).find(({ type }) => type === "currency")?.value ?? currency;
  const notation = {
    sign: /[A-Z]$/.test(sign) ? `${sign} ` : sign,
    digits: format.resolvedOptions().maximumFractionDigits ?? 2,
  };
  notations.set(currency, notation);
  return notation;
};
