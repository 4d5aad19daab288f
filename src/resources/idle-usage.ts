import type { Diagnostic } from "../core/diagnostic.ts";
import type { AssessedResource } from "../model/cost.ts";
import type { PlanResource } from "../model/plan.ts";
import type { UsageStatement } from "../model/usage.ts";
import { definitionOf } from "./definition-of.ts";
import { placeOf } from "./usage.ts";
import { EXACTNESS } from "./usage-address.ts";
import type { UsageBook, UsageEntry } from "./usage-book.ts";

const warning = (statement: UsageStatement, title: string): Diagnostic => ({
  severity: "warning",
  code: "usage-idle",
  message: `${statement.key} is stated for ${JSON.stringify(statement.address)}, but as it is declared nothing of this ${title} is charged by it.`,
  place: placeOf(statement),
});

/**
 * Keys that the one resource they are stated for understands and that bear on nothing of it: I/O requests of a database on
 * gp3 storage, units on demand of a table with provisioned ones. What is stated for a type or a wildcard is meant for
 * those that it concerns, and is passed over; so is what says that there is nothing, as synchronised usage files do.
 */
export const idleUsage = (book: UsageBook, assessed: readonly AssessedResource[]): readonly Diagnostic[] => {
  const exact = book.entries.some(({ exactness }) => exactness === EXACTNESS.resource);
  if (!exact) return [];
  const named = new Map<UsageEntry, PlanResource[]>();
  for (const { resource, assessment } of assessed) {
    // One that could not be judged did not come to read its usage.
    if (assessment.kind === "unsupported" || resource.external) continue;
    for (const entry of book.naming(resource)) {
      if (entry.exactness !== EXACTNESS.resource) continue;
      const found = named.get(entry);
      if (found) found.push(resource);
      else named.set(entry, [resource]);
    }
  }
  return [...named].flatMap(([{ statements }, resources]) =>
    statements.flatMap((statement) => {
      if (statement.value === 0 || statement.value === "") return [];
      const understanding = resources.filter((one) => Object.hasOwn(definitionOf(one)?.usage ?? {}, statement.key));
      const [first] = understanding;
      if (first === undefined || understanding.some((one) => book.usageOf(one).read().has(statement.key))) return [];
      return [warning(statement, definitionOf(first)?.title ?? first.type)];
    }),
  );
};
