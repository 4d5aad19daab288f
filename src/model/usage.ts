import { z } from "zod";
import type { Place } from "../core/diagnostic.ts";

const scalar = z.union([z.number().nonnegative(), z.string(), z.boolean()]);

/** What usage states: mostly a quantity; a word where the key is a choice. Whether it fits its key, the resource that reads it says. */
export type UsageValue = z.infer<typeof scalar> | readonly z.infer<typeof scalar>[];

/** As people write it: values under keys, keys in groups; a key without a value is not stated yet. */
export type WrittenUsage = UsageValue | null | { readonly [key: string]: WrittenUsage };

const written: z.ZodType<WrittenUsage> = z.lazy(() =>
  z.union([...scalar.options, z.null(), z.array(scalar), z.record(z.string(), written)]),
);

/** One value that is stated for all resources under an address. */
export interface UsageStatement {
  /** A type, a wildcard, or one resource: name, `type::name`, URN or Terraform address. */
  readonly address: string;
  /** Infracost's key, with dots where it lies in groups: `standard.storage_gb`. */
  readonly key: string;
  readonly value: UsageValue;
  /** The keys as they were written, from the address on: a key with dots in it is one step. */
  readonly path: readonly string[];
  /** Where it was written, as far as that is known. */
  readonly place?: Place;
}

type Found = Omit<UsageStatement, "key">;

const statementsIn = (usage: WrittenUsage, path: readonly string[]): readonly Found[] => {
  if (usage === null) return [];
  if (typeof usage !== "object" || Array.isArray(usage)) {
    return [{ address: path[0] ?? "", value: usage as UsageValue, path }];
  }
  return Object.entries(usage).flatMap(([key, inner]) => statementsIn(inner, [...path, key]));
};

/**
 * Usage by address, in the order of the file, each key with the dots that lead to it. Groups and dots may both be
 * written (`standard: { storage_gb: 1 }` and `standard.storage_gb: 1`), but not for the same key of one address.
 */
export const usageSchema = z
  .record(z.string(), z.record(z.string(), written).nullable())
  .transform((usage, { addIssue }): readonly UsageStatement[] => {
    const found = statementsIn(usage, []).map((one) => ({ ...one, key: one.path.slice(1).join(".") }));
    const first = new Set<string>();
    for (const { address, key, path } of found) {
      const name = JSON.stringify([address, key]);
      if (first.has(name))
        addIssue({
          code: "custom",
          path: [...path],
          message: `must be stated only once, but ${key} stands here with and without its group`,
        });
      first.add(name);
    }
    return found;
  });
