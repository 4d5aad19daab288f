import { type Decimal, Decimal as DecimalNumber, ZERO } from "../core/decimal.ts";
import { derive, type Figure } from "../core/figure.ts";
import type { Price, PriceTier } from "../model/price.ts";

/** A tier of a price with the quantity that falls into it. */
export interface TierShare {
  /** From 0 for the first tier. */
  readonly index: number;
  readonly tier: PriceTier;
  readonly quantity: Figure;
  /** `first 10,240 GB`, `next 40,960 GB`, `over 153,600 GB`; absent where a price has one tier only. */
  readonly label?: string;
}

/**
 * Splits a quantity over the tiers of a price: every tier that it reaches, the first one always. A quantity that is not
 * known stays whole and shows the first tier.
 */
export const splitByTiers = (quantity: Figure, price: Price): readonly TierShare[] => {
  const [first] = price.tiers;
  if (price.tiers.length === 1) return [{ index: 0, tier: first, quantity }];
  if (quantity.value === null) return [{ index: 0, tier: first, quantity, label: label(ZERO, first.upTo, price.unit) }];

  const shares: TierShare[] = [];
  let from = ZERO;
  for (const [index, tier] of price.tiers.entries()) {
    if (index > 0 && quantity.value.lte(from)) break;
    shares.push({
      index,
      tier,
      quantity: within(quantity, from, tier.upTo),
      label: label(from, tier.upTo, price.unit),
    });
    if (tier.upTo === null) break;
    from = tier.upTo;
  }
  return shares;
};

const within = (quantity: Figure, from: Decimal, upTo: Decimal | null): Figure => {
  const capped = upTo === null ? quantity.name : `min(${quantity.name}, ${upTo.toFixed()})`;
  const formula = from.isZero() ? capped : `${capped} − ${from.toFixed()}`;
  return derive(`${quantity.name} in this tier`, quantity.unit, formula, [quantity], (value) =>
    (upTo === null ? value : DecimalNumber.min(value, upTo)).minus(from),
  );
};

const label = (from: Decimal, upTo: Decimal | null, unit: string): string => {
  if (upTo === null) return `over ${grouped(from)} ${unit}`;
  return from.isZero() ? `first ${grouped(upTo)} ${unit}` : `next ${grouped(upTo.minus(from))} ${unit}`;
};

/** `10,240`: digits in groups of three, whatever the machine's language. */
const grouped = (value: Decimal): string => {
  const [whole = "", fraction] = value.toFixed().split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
};
