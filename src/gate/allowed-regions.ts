import { z } from "zod";
import type { PricedResource } from "../model/cost.ts";
import { defineRule, NOT_APPLICABLE, type Observation } from "./define-rule.ts";
import { DECIDE_OTHERWISE, nameOf, weigh } from "./undecided.ts";

/** The AWS regions in which a resource costs anything. What a data centre of one's own pays is in none. */
const regionsOf = ({ lines }: PricedResource): readonly string[] => [
  ...new Set(lines.flatMap(({ query }) => (query.vendor === "aws" && query.region !== null ? [query.region] : []))),
];

/** `eu-*` stands for every region that begins so. */
const allows = (pattern: string, region: string): boolean =>
  pattern.endsWith("*") ? region.startsWith(pattern.slice(0, -1)) : pattern === region;

/** Where anything that costs may stand. */
export const allowedRegions = defineRule({
  id: "allowed-regions",
  title: "Allowed regions",
  description: "Everything that costs stands in one of the regions of `allow`.",
  severity: "high",
  settings: z.strictObject({
    allow: z
      .array(
        z.string().regex(/^[a-z][a-z0-9-]*\*?$|^\*$/, "must be a region as eu-central-1, or the begin of one as eu-*"),
      )
      .min(1)
      .optional()
      .describe("AWS regions, as us-east-1; a star at the end stands for any rest, as eu-*."),
  }),
  check: ({ after, settings }, { allow }) => {
    if (allow === undefined) return NOT_APPLICABLE;
    const limit = allow.join(", ");
    return after.resources.flatMap((priced): readonly Observation[] => {
      const { urn } = priced.resource;
      if (priced.gaps.some(({ property }) => property === "region")) {
        const message = `${nameOf(priced)} stands in a region that is not known.`;
        return weigh(settings.onUnknown.decisive, { message, measured: null, limit, urn, hint: DECIDE_OTHERWISE });
      }
      return regionsOf(priced)
        .filter((region) => !allow.some((pattern) => allows(pattern, region)))
        .map((region) => ({
          message: `${nameOf(priced)} stands in ${region}, which is not allowed (${limit}).`,
          measured: region,
          limit,
          urn,
          hint: "Deploy it with a provider of an allowed region, or add the region to gates.allowed-regions.allow.",
        }));
    });
  },
});
