import { readFileSync } from "node:fs";

/** A day on which AWS changed the prices of some instance families: figures from both sides of it must never be compared. */
export interface PriceEvent {
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly families: readonly string[];
  readonly source: string;
  /** Prices that are only known from before the event, and so are left out of the list: purchase option, types, last date. */
  readonly superseded: readonly { readonly option: string; readonly types: readonly string[]; readonly asOf: string }[];
}

/** What the list leaves out on purpose. */
export interface KnownGaps {
  readonly events: readonly PriceEvent[];
  /** Families that AWS sells by capacity block or reservation only. */
  readonly noOnDemand: { readonly families: readonly string[]; readonly asOf: string; readonly source: string };
  /** Types that AWS has and the list has no price of: those of dedicated hosts, of other regions, of generations past. */
  readonly notListed: { readonly types: readonly string[]; readonly asOf: string; readonly source: string };
}

let gaps: KnownGaps | undefined;

export const knownGaps = (): KnownGaps => {
  gaps ??= JSON.parse(readFileSync(new URL("./data/aws/known-gaps.json", import.meta.url), "utf8")) as KnownGaps;
  return gaps;
};

/** `48xlarge` of `p5.48xlarge`. */
export const sizeOf = (instanceType: string): string => instanceType.slice(instanceType.indexOf(".") + 1);

/** `p5` of `p5.48xlarge`. */
export const familyOf = (instanceType: string): string => instanceType.split(".")[0]!;
