import type { z } from "zod";
import { Decimal } from "../../../src/core/decimal.ts";
import { stated } from "../../../src/core/figure.ts";
import { propertyMap } from "../../../src/core/value.ts";
import { openHardware } from "../../../src/hardware/catalogue.ts";
import type { AssessedResource } from "../../../src/model/cost.ts";
import { type OwnPrices, ownPricesSchema } from "../../../src/model/own-prices.ts";
import type { Price, PriceBook, PriceQuery } from "../../../src/model/price.ts";
import type { AwsList } from "../../../src/prices/aws-list.ts";
import { openPriceBook } from "../../../src/prices/book.ts";
import { openExchange } from "../../../src/prices/exchange.ts";

export const START = "2026-12";
export const HOURS = 730;

export type OwnInput = z.input<typeof ownPricesSchema>;

export type ListedPrice = Pick<Price, "unit" | "tiers"> & { readonly currency?: string };

/** One price without tiers. */
export const listed = (amount: string, unit = "hours", currency = "USD"): ListedPrice => ({
  unit,
  currency,
  tiers: [{ upTo: null, amount: new Decimal(amount) }],
});

/** A list of these prices in every region. */
export const listOf = (prices: Readonly<Record<string, ListedPrice>>): AwsList => ({
  id: "test",
  find: (query) => {
    const price = prices[query.item];
    return price === undefined
      ? { price: null, missing: `no price of ${query.item}` }
      : {
          price: { currency: "USD", ...price, query, source: { title: "a list", asOf: "2026-07-20" } },
          assumptions: [],
        };
  },
  read: () => new Map(),
});

/** A book of list prices under the user's own, counted in a currency, for a horizon of a month from `START` on unless told otherwise. */
export const bookOf = (
  prices: Readonly<Record<string, ListedPrice>>,
  own: OwnInput = {},
  currency = "USD",
  { startMonth = START, horizonMonths = 1 } = {},
): PriceBook => {
  const parsed: OwnPrices = ownPricesSchema.parse(own);
  return openPriceBook({
    facility: {},
    hardware: openHardware({}),
    aws: listOf(prices),
    exchange: openExchange(currency, parsed.exchangeRates),
    own: { prices: parsed, startMonth, horizonMonths, hoursPerMonth: HOURS },
  });
};

export const query = (item: string, more: Partial<PriceQuery> = {}): PriceQuery => ({
  vendor: "aws",
  service: "AmazonEC2",
  region: "us-east-1",
  item,
  ...more,
});

export const onDemand = (type: string): string => `instance/${type}/linux/shared/on-demand`;

/** Machines of one type that run so many hours a month in all. */
export const machines = (
  name: string,
  type: string,
  hours: number | string,
  region = "us-east-1",
): AssessedResource => ({
  resource: {
    urn: `urn:pulumi:dev::shop::aws:ec2/instance:Instance::${name}`,
    type: "aws:ec2/instance:Instance",
    name,
    custom: true,
    external: false,
    region,
    inputs: propertyMap([]),
    propertyDependencies: {},
    aliases: [],
  },
  title: "EC2 instance",
  compute: true,
  assessment: {
    kind: "lines",
    assumptions: [],
    gaps: [],
    lines: [
      {
        meter: "instance-hours",
        description: `Instance usage (${type})`,
        category: "compute",
        quantity: stated("hours", hours, "hours", "a test"),
        unit: "hours",
        usageBased: false,
        query: query(onDemand(type), { region }),
      },
    ],
  },
});

/** Something else than machines that is used so much in a month. */
export interface Used {
  readonly service: string;
  readonly item: string;
  readonly quantity: number | string;
  readonly unit: string;
  readonly spot?: true;
}

/** One resource with a line for each thing that it uses, each by the name of its item. */
export const using = (name: string, ...used: readonly Used[]): AssessedResource => ({
  ...machines(name, "m5.large", 0),
  title: name,
  assessment: {
    kind: "lines",
    assumptions: [],
    gaps: [],
    lines: used.map(({ service, item, quantity, unit, spot }) => ({
      meter: item,
      description: item,
      category: "compute",
      quantity: stated("quantity", quantity, unit, "a test"),
      unit,
      usageBased: true,
      ...(spot && { spot }),
      query: query(item, { service }),
    })),
  },
});
