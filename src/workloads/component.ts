import type { z } from "zod";
import type { Diagnostic } from "../core/diagnostic.ts";
import { isList, isOpaque, isPropertyMap, type Value } from "../core/value.ts";
import type { PlanResource } from "../model/plan.ts";
import { SPECIFICATION_KEY } from "../model/specification.ts";

/** What a component says of itself: its specification, or nothing and why. */
export interface SpecificationReading<T> {
  readonly specification: T | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Paths of values that are not there to be read: unknown until deployment, or secret. */
function* opaquePaths(value: Value | undefined, path: string): Generator<string> {
  if (isOpaque(value)) yield path;
  else if (isList(value)) for (const [index, item] of value.entries()) yield* opaquePaths(item, `${path}[${index}]`);
  else if (isPropertyMap(value)) for (const key of Object.keys(value)) yield* opaquePaths(value[key], `${path}.${key}`);
}

/**
 * Reads the specification of one of our components. A wrong one is an error at its URN and path. One with unknown parts
 * is a warning: the workload is then there, but how much it asks for is unknown.
 */
export const readSpecification = <T>(resource: PlanResource, schema: z.ZodType<T>): SpecificationReading<T> => {
  const value = resource.inputs[SPECIFICATION_KEY];
  const opaque = [...opaquePaths(value, SPECIFICATION_KEY)];
  if (opaque.length > 0) {
    return {
      specification: null,
      diagnostics: [
        {
          severity: "warning",
          code: "workload-unknown",
          message: `What ${resource.name} asks of its cluster is unknown before deployment: ${opaque.join(", ")}.`,
          place: { urn: resource.urn, property: opaque[0]! },
          hint: "Give these values as plain numbers and text, not as outputs of other resources or as secrets.",
        },
      ],
    };
  }
  const result = schema.safeParse(value);
  if (result.success) return { specification: result.data, diagnostics: [] };
  return {
    specification: null,
    diagnostics: result.error.issues.map((issue) => ({
      severity: "error",
      code: "bad-specification",
      message: `The specification of ${resource.name} is wrong: ${issue.message}.`,
      place: { urn: resource.urn, property: [SPECIFICATION_KEY, ...issue.path].join(".") },
      hint: "Declare it with a component of rackrate/infra, in a version that fits this one.",
    })),
  };
};
