import { nearest } from "../core/nearest.ts";
import type { PriceQuery } from "../model/price.ts";
import { familyOf, knownGaps, sizeOf } from "./known-gaps.ts";
import { type PriceTable, regionsOf } from "./price-file.ts";
import { syncHint } from "./sync-hint.ts";

/** Which price of an instance type is missing, and what to do. */
interface Gap {
  readonly missing: string;
  readonly hint?: string;
  /** No list knows a type of this name. */
  readonly misnamed?: true;
}

const STATE_THE_FEE =
  "Ask AWS for an offering (aws ec2 describe-capacity-block-offerings) and state its fee as usage upfront_fee_usd of the capacity block.";
/** What stands for the type in an item where the program does not say it. */
const UNKNOWN_TYPE = "unknown";
const STATE_THE_RATE = "State its rate in rackrate.yaml (prices.rates).";
const WITHOUT_RESERVATION = "Leave the reservation out of usage to see today's on-demand price.";

/** Says why an instance item `instance/<type>/<system>/<tenancy>/<option>` has no price in a region, the surest reason first. */
export const instanceGap = (query: PriceQuery, tables: readonly PriceTable[]): Gap => {
  const [, type = "", system = "", tenancy = "", ...options] = query.item.split("/");
  const option = options.join("/");
  const optionName = option === "on-demand" ? option : option.replaceAll(/[-/_]/g, " ");
  const what = `${optionName} price of ${type} (${system}, ${tenancy})`;
  if (type === UNKNOWN_TYPE) return { missing: "the instance type is not known, and so is its price" };

  const regions = tables.flatMap((table) => regionsOf(table, query.item)).sort();
  if (regions.length > 0) {
    const where = query.region === null ? "its region is not known" : `the built-in list has none for ${query.region}`;
    return {
      missing: `${what}: ${where}`,
      hint: `${query.region === null ? "State the region (aws:region). " : ""}It is known for ${regions.join(", ")}. ${elsewhere(query, option)}`.trim(),
    };
  }

  const { events, noOnDemand, notListed } = knownGaps();
  for (const event of events) {
    const superseded = event.superseded.find((one) => one.option === option && one.types.includes(type));
    if (superseded !== undefined) {
      const known = `the last known ${optionName} price of ${type} is of ${superseded.asOf}, before ${event.title}`;
      return {
        missing: known,
        hint: option === "capacity-block" ? STATE_THE_FEE : WITHOUT_RESERVATION,
      };
    }
  }
  if (option === "on-demand" && noOnDemand.families.includes(familyOf(type))) {
    return {
      missing: `${type} has no public on-demand price: it is sold by capacity reservation or capacity block only`,
      hint: STATE_THE_FEE,
    };
  }

  const others = itemsOf(type, tables);
  if (others.length > 0) {
    return {
      missing: `${what}: the built-in list has none`,
      hint: `It has ${others.join(", ")}. ${elsewhere(query, option)}`.trim(),
    };
  }
  const listed = typesOf(tables);
  const meant = nearest(type, listed);
  const question = meant.length > 0 ? `Did you mean ${meant.join(" or ")}? ` : "";
  if (maySell(type, listed)) {
    const sold = notListed.types.includes(type);
    const hint = `${sold ? "" : question}${STATE_THE_RATE} ${syncHint(query.region, query.service)}`;
    return { missing: `${what}: the built-in list has none`, hint };
  }
  return {
    missing: `${what}: no price list has an instance type of this name`,
    hint: `${question}A type that is newer than the list needs its rate in rackrate.yaml (prices.rates).`,
    misnamed: true,
  };
};

/**
 * Whether AWS may well sell a type that the list lacks: one that it is known to have, or a size that others have in a
 * family that is known. What is neither is taken for a slip.
 */
const maySell = (type: string, listed: ReadonlySet<string>): boolean => {
  const { noOnDemand, notListed } = knownGaps();
  const known = [...listed, ...notListed.types];
  const families = new Set([...known.map(familyOf), ...noOnDemand.families]);
  return families.has(familyOf(type)) && new Set(known.map(sizeOf)).has(sizeOf(type));
};

/** Where a price that the built-in list lacks is to be had: AWS publishes those of capacity blocks and spot elsewhere. */
const elsewhere = ({ region, service }: PriceQuery, option: string): string => {
  if (option === "capacity-block") return STATE_THE_FEE;
  return option === "spot" || region === null ? "" : syncHint(region, service);
};

/** What else is known of a type, as `linux shared on-demand`. */
const itemsOf = (type: string, tables: readonly PriceTable[]): readonly string[] => {
  const prefix = `instance/${type}/`;
  const items = tables.flatMap((table) => [...table.keys()].filter((item) => item.startsWith(prefix)));
  return [...new Set(items)].map((item) => item.slice(prefix.length).replaceAll(/[/_]/g, " ")).sort();
};

const typesOf = (tables: readonly PriceTable[]): ReadonlySet<string> => {
  const types = new Set<string>();
  for (const table of tables) {
    for (const item of table.keys()) {
      const [kind, type] = item.split("/");
      if (kind === "instance" && type !== undefined) types.add(type);
    }
  }
  return types;
};
