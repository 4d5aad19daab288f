import type { Input } from "@pulumi/pulumi";
import { RunError } from "@pulumi/pulumi";
import { z } from "zod";

/** A Pulumi input of text: the text itself, or an output or promise of it. What it resolves to is the provider's to check. */
export const inputText = z.custom<Input<string>>(
  (value) => (typeof value === "string" && value.length > 0) || (typeof value === "object" && value !== null),
  "must be text or an output of text",
);

/** A component that was already declared, of the given class. */
export const instanceOf = <T>(type: abstract new (...parameters: never[]) => T, what: string) =>
  z.custom<T>((value) => value instanceof type, `must be ${what}`);

/**
 * The arguments with every default filled in. Throws a `RunError` (which Pulumi shows without a stack) that names the
 * component, each wrong argument and what is wrong with it.
 */
export const checkArguments = <Schema extends z.ZodType>(
  component: string,
  name: string,
  schema: Schema,
  given: z.input<Schema>,
): z.output<Schema> => {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join(".") || "arguments"}: ${issue.message}`);
  throw new RunError(`${component} "${name}" has wrong arguments:\n${problems.join("\n")}`);
};
