import type { Diagnostic } from "../../core/diagnostic.ts";
import { nearest } from "../../core/nearest.ts";
import type { PlanResource } from "../../model/plan.ts";
import { AWS_REGIONS } from "./regions.ts";

/** An error where an AWS resource stands in a region that does not exist; nothing can be priced there. */
export const unknownRegion = (resource: PlanResource): Diagnostic | null => {
  if (!resource.type.startsWith("aws:") || resource.region === null || AWS_REGIONS.includes(resource.region))
    return null;
  return {
    severity: "error",
    code: "unknown-region",
    message: `AWS has no region ${JSON.stringify(resource.region)}`,
    place: { urn: resource.urn, property: "region" },
    hint: `Did you mean ${nearest(resource.region, AWS_REGIONS).join(", ")}?`,
  };
};
