import { createHash } from "node:crypto";
import { isList, isPropertyMap, type PropertyMap, propertyMap, type Value } from "../../../core/value.ts";

/** The account number of AWS's own documentation: nobody's. */
export const ACCOUNT = "123456789012";

/**
 * Stands for a text that nobody knows, as the content of a parameter. A program can split it and put names together from
 * it, which it cannot with Pulumi's own unknown; a property that holds it counts as unknown.
 */
export const ASSUMED_TEXT = "assumed-by-rackrate";

/** What a data source is asked, and where. */
export interface Question {
  readonly args: PropertyMap;
  readonly region: string;
}

/** A data source that can be answered without asking anybody: plausible values of the right shape. */
export interface DataSource {
  /** As in `getAmi`. */
  readonly name: string;
  /** Modules of the token, as `ec2`; `index` always counts. */
  readonly modules: readonly string[];
  /** Whether the answer depends on a region. */
  readonly regional: boolean;
  /** What is assumed, as a sentence. */
  readonly assumption: (question: Question) => string;
  /** What is answered beside the arguments themselves, which every data source repeats. */
  readonly answer: (question: Question) => Readonly<Record<string, Value>>;
}

/** A text argument, or `undefined`. */
export const text = (args: PropertyMap, ...keys: readonly string[]): string | undefined => {
  for (const key of keys) if (typeof args[key] === "string" && args[key] !== "") return args[key] as string;
  return undefined;
};

/** A list of texts; other items are left out. */
export const texts = (value: Value | undefined): string[] =>
  isList(value)
    ? value.filter((item): item is string => typeof item === "string")
    : typeof value === "string"
      ? [value]
      : [];

/** The values of one `filters: [{ name, values }]` entry. */
export const filterValues = (args: PropertyMap, name: string): string[] =>
  isList(args.filters)
    ? args.filters.flatMap((filter) => (isPropertyMap(filter) && filter.name === name ? texts(filter.values) : []))
    : [];

/** An id such as `ami-0` and 16 digits, the same for the same question. */
export const fakeId = (prefix: string, ...parts: readonly string[]): string =>
  `${prefix}-0${digestOf(parts.join("\n")).slice(0, 16)}`;

export const digestOf = (content: string): string => createHash("sha256").update(content).digest("hex");

/** A stable text of the arguments, for ids that differ where questions differ. */
export const key = (args: PropertyMap): string =>
  JSON.stringify(args, (_, value) => (typeof value === "symbol" ? "?" : value));

export const partitionOf = (region: string): string =>
  region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";

export const domainOf = (region: string): string => (region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com");

/** Three zones, as most regions have. */
export const zonesOf = (region: string): string[] => ["a", "b", "c"].map((letter) => `${region}${letter}`);

/** `arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE`; a global service leaves the region empty. */
export const arn = (
  region: string,
  service: string,
  resource: string,
  scope: "regional" | "global" = "regional",
): string => `arn:${partitionOf(region)}:${service}:${scope === "global" ? "" : region}:${ACCOUNT}:${resource}`;

export const tagsOf = (args: PropertyMap): Value => (isPropertyMap(args.tags) ? args.tags : propertyMap([]));
