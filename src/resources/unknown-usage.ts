import type { Diagnostic } from "../core/diagnostic.ts";
import { nearest } from "../core/nearest.ts";
import type { PlanResource } from "../model/plan.ts";
import type { UsageStatement } from "../model/usage.ts";
import { placeOf, type UsageKey } from "./usage.ts";
import type { UsageBook } from "./usage-book.ts";

/** What is known of a type: how people call it, and which usage it understands. */
export interface Understanding {
  readonly title: string;
  readonly usage?: Readonly<Record<string, UsageKey>>;
}

export interface UnknownUsageOptions {
  readonly book: UsageBook;
  readonly resources: readonly PlanResource[];
  /** What is known of a resource of the plan; `undefined` where nothing is. */
  readonly of: (resource: PlanResource) => Understanding | undefined;
  /** The same by full type token, for an address that names a type. */
  readonly ofType: (type: string) => Understanding | undefined;
}

/** So many keys are worth listing in a hint. */
const MOST_LISTED = 8;

const hintFor = (key: string, known: readonly string[]): string | undefined => {
  const [meant] = nearest(key, known, 1);
  // `storage_gb` where a group is missing: `standard.storage_gb`.
  const grouped = known.find((one) => one.endsWith(`.${key}`));
  if (meant ?? grouped) return `Did you mean ${grouped ?? meant}?`;
  if (known.length === 0) return undefined;
  const listed = known.slice(0, MOST_LISTED).join(", ");
  return `It understands ${listed}${known.length > MOST_LISTED ? " …" : ""}.`;
};

const warning = (statement: UsageStatement, understood: readonly Understanding[]): Diagnostic => {
  const { address, key } = statement;
  const titles = [...new Set(understood.map(({ title }) => title))];
  const known = [...new Set(understood.flatMap(({ usage = {} }) => Object.keys(usage)))];
  const who = titles.length === 1 ? titles[0] : "anything that it names";
  const hint = hintFor(key, known);
  return {
    severity: "warning",
    code: "usage-unknown",
    message: `${key} is no usage of ${who}, so what is stated for ${JSON.stringify(address)} has no effect.`,
    place: placeOf(statement),
    ...(hint && { hint }),
  };
};

/**
 * Keys that nothing under their address understands: a slip of the pen would otherwise leave a cost unknown without a
 * word. Addresses that name nothing of this plan are passed over, since one file serves many stacks, unless they name a
 * type that is known.
 */
export const unknownUsage = ({ book, resources, of, ofType }: UnknownUsageOptions): readonly Diagnostic[] => {
  const understood = new Map<string, Set<Understanding>>();
  if (book.entries.length === 0) return [];
  for (const resource of resources) {
    for (const { address } of book.naming(resource)) {
      const found = understood.get(address) ?? new Set();
      found.add(of(resource) ?? { title: resource.type });
      understood.set(address, found);
    }
  }
  return book.entries.flatMap(({ address, types, statements }) => {
    const found = [...(understood.get(address) ?? types.flatMap((type) => ofType(type) ?? []))];
    if (found.length === 0) return [];
    return statements
      .filter(({ key }) => !found.some(({ usage = {} }) => Object.hasOwn(usage, key)))
      .map((statement) => warning(statement, found));
  });
};
