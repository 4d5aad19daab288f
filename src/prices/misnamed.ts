import type { Diagnostic } from "../core/diagnostic.ts";
import type { PricedResource } from "../model/cost.ts";

/** Errors about resources that ask for what no price list has ever heard of: figures beside a typing error would mislead. */
export const misnamed = (resources: readonly PricedResource[]): readonly Diagnostic[] => {
  const diagnostics: Diagnostic[] = [];
  for (const { resource, lines } of resources) {
    for (const { misnamed: isMisnamed, missing } of lines) {
      if (isMisnamed && missing !== undefined)
        diagnostics.push({ severity: "error", code: "unknown-name", message: missing, place: { urn: resource.urn } });
    }
  }
  return diagnostics;
};
