import { z } from "zod";
import { isList, isOpaque, isPropertyMap, type PropertyMap, type Value } from "../core/value.ts";
import type { PricedResource } from "../model/cost.ts";
import type { PlanResource, Urn } from "../model/plan.ts";
import { defineRule, NOT_APPLICABLE, type Observation } from "./define-rule.ts";
import { DECIDE_OTHERWISE, nameOf, weigh } from "./undecided.ts";

/** A provider's nested properties travel as JSON text. */
const unpacked = (value: Value | undefined): Value | undefined => {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as Value;
  } catch {
    return undefined;
  }
};

/** Tags of all forms: a map, or the list of keys and values of an Auto Scaling group. `null` is not known. */
const keysOf = (tags: Value | undefined): ReadonlySet<string> | null => {
  if (isOpaque(tags)) return null;
  if (isPropertyMap(tags)) return new Set(Object.keys(tags).filter((key) => tags[key] !== "" && tags[key] !== null));
  if (!isList(tags)) return new Set();
  return new Set(tags.flatMap((tag) => (isPropertyMap(tag) && typeof tag.key === "string" ? [tag.key] : [])));
};

const defaultTags = (provider: PropertyMap | undefined): Value | undefined => {
  const stated = unpacked(provider?.defaultTags);
  return isPropertyMap(stated) ? stated.tags : stated;
};

/** Names of the tags that are missing; `null` where tags are not known. */
const missingTags = (
  { inputs, provider }: PlanResource,
  wanted: readonly string[],
  providers: ReadonlyMap<Urn, PropertyMap>,
): readonly string[] | null => {
  const shared = defaultTags(provider === undefined ? undefined : providers.get(provider));
  const stated: readonly (Value | undefined)[] = [inputs.tags, inputs.tagsAll, shared];
  const sets = stated.map(keysOf);
  const missing = wanted.filter((tag) => !sets.some((keys) => keys?.has(tag)));
  return missing.length > 0 && sets.includes(null) ? null : missing;
};

const costsSomething = ({ lines, resource }: PricedResource): boolean =>
  lines.length > 0 && resource.custom && resource.type.startsWith("aws:");

/** Who pays: everything in AWS that costs must carry the tags by which cost is allocated. */
export const costOwnerTag = defineRule({
  id: "cost-owner-tag",
  title: "Cost owner",
  description: "Every AWS resource that costs anything carries the tags `tags`, by itself or from its provider.",
  severity: "low",
  settings: z.strictObject({
    tags: z.array(z.string().min(1)).min(1).optional().describe("Names of tags, as cost-center and owner."),
  }),
  check: ({ after, plan, settings }, { tags }) => {
    if (tags === undefined) return NOT_APPLICABLE;
    const providers = new Map(plan.after.resources.map(({ urn, inputs }) => [urn, inputs]));
    return after.resources.filter(costsSomething).flatMap((priced): readonly Observation[] => {
      const { urn } = priced.resource;
      const missing = missingTags(priced.resource, tags, providers);
      const limit = tags.join(", ");
      if (missing === null) {
        const message = `The tags of ${nameOf(priced)} are not known.`;
        return weigh(settings.onUnknown.decisive, { message, measured: null, limit, urn, hint: DECIDE_OTHERWISE });
      }
      if (missing.length === 0) return [];
      const message = `${nameOf(priced)} lacks the ${missing.length === 1 ? "tag" : "tags"} ${missing.join(", ")}.`;
      const hint = "Tag it, or state defaultTags once in its provider. The tags are gates.cost-owner-tag.tags.";
      return [{ message, measured: null, limit, urn, hint }];
    });
  },
});
