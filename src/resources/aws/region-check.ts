import type { Diagnostic } from "../../core/diagnostic.ts";
import { AWS_REGION_NAMES, meantRegion } from "../../model/aws-regions.ts";
import type { PlanResource } from "../../model/plan.ts";

/** An error where an AWS resource stands in a region that does not exist; nothing can be priced there. */
export const unknownRegion = ({ type, region, urn }: PlanResource): Diagnostic | null => {
  if (!type.startsWith("aws:") || region === null || AWS_REGION_NAMES.has(region)) return null;
  return {
    severity: "error",
    code: "unknown-region",
    message: `AWS has no region ${JSON.stringify(region)}`,
    place: { urn, property: "region" },
    hint: meantRegion(region),
  };
};
