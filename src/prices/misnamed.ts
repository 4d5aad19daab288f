import type { Diagnostic } from "../core/diagnostic.ts";
import type { PricedResource } from "../model/cost.ts";

/** Errors about resources that ask for what no price list has ever heard of: figures beside a typing error would mislead. */
export const misnamed = (resources: readonly PricedResource[]): readonly Diagnostic[] =>
  resources.flatMap(({ resource, lines }) =>
    lines.flatMap((line): readonly Diagnostic[] =>
      line.misnamed && line.missing !== undefined
        ? [{ severity: "error", code: "unknown-name", message: line.missing, place: { urn: resource.urn } }]
        : [],
    ),
  );
