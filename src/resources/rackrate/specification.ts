import type { z } from "zod";
import { InputError } from "../../core/diagnostic.ts";
import { isList, isOpaque, isPropertyMap, type Value } from "../../core/value.ts";
import { SPECIFICATION_KEY } from "../../model/specification.ts";
import type { Subject } from "../define.ts";

const hasOpaque = (value: Value | undefined): boolean =>
  isOpaque(value) ||
  (isList(value) && value.some(hasOpaque)) ||
  (isPropertyMap(value) && Object.values(value).some(hasOpaque));

/**
 * What a component of `rackrate/infra` says of itself; `null`, with a gap that decides the cost, where a part of it is
 * decided only at deployment. Throws `InputError` for one of the wrong form.
 */
export const specificationOf = <T>(subject: Subject, schema: z.ZodType<T>): T | null => {
  const { resource } = subject;
  const value = resource.inputs[SPECIFICATION_KEY];
  if (hasOpaque(value)) {
    subject.gap(SPECIFICATION_KEY, "its specification is not known before deployment", true);
    return null;
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues.map((issue) => ({
      severity: "error",
      code: "bad-specification",
      message: `the specification of ${resource.name} is wrong: ${issue.message}`,
      place: { urn: resource.urn, property: [SPECIFICATION_KEY, ...issue.path].join(".") },
      hint: "Declare it with a component of rackrate/infra, in a version that fits this one.",
    })),
  );
};
