import type { PlanResource, Urn } from "../model/plan.ts";
import { asRecord, field, text } from "./document.ts";
import { makeUrn, parseUrn } from "./urn.ts";

/**
 * The earlier URNs that a saved plan's goal names, each either in full or by the parts that were different
 * (`structuredAliases`; Pulumi, `sdk/go/common/apitype`, type Alias). What an alias leaves out, it takes from the
 * resource itself.
 */
export const readPlannedAliases = (json: unknown, resource: PlanResource): readonly Urn[] =>
  (Array.isArray(json) ? json : []).flatMap((item) => {
    const alias = asRecord(item);
    if (alias === undefined) return [];
    const part = (key: string): string | undefined => text(alias, key);
    const own = parseUrn(resource.urn)!;
    const parent = field(alias, "NoParent") === true ? undefined : (part("Parent") ?? resource.parent);
    return [
      part("URN") ??
        makeUrn({
          stack: part("Stack") ?? own.stack,
          project: part("Project") ?? own.project,
          type: part("Type") ?? resource.type,
          name: part("Name") ?? resource.name,
          parent,
        }),
    ];
  });
