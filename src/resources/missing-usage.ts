import type { PlanResource } from "../model/plan.ts";
import type { UsageStatement } from "../model/usage.ts";
import { transferUsage } from "./aws/data-transfer-usage.ts";
import { lifecycleUsage } from "./aws/lifecycle-usage.ts";
import { definitionOf } from "./definition-of.ts";
import { Neighbours } from "./neighbours.ts";
import type { UsageKey } from "./usage.ts";
import { EXACTNESS, readAddress, shortToken } from "./usage-address.ts";
import { UsageBook } from "./usage-book.ts";

/** Usage that resources of one type understand and that nobody states for at least one of them. */
export interface MissingUsage {
  /** Full type token. */
  readonly type: string;
  readonly title: string;
  readonly keys: Readonly<Record<string, UsageKey>>;
  /** Whether an address names this type: its token, the short form, or the Terraform type it bridges. */
  readonly isCalled: (address: string) => boolean;
}

const isCalled =
  (type: string) =>
  (address: string): boolean => {
    const { exactness, names } = readAddress(address);
    return exactness === EXACTNESS.type && (names ?? []).some((name) => name === type || name === shortToken(type));
  };

/** Which usage is missing, type by type in the order of the plan, keys in the order of the type's definition. */
export const missingUsage = (
  resources: readonly PlanResource[],
  usage: readonly UsageStatement[],
): readonly MissingUsage[] => {
  const neighbours = new Neighbours({ completeness: "complete", missing: [], resources });
  const book = new UsageBook(lifecycleUsage(transferUsage(usage, resources).value, neighbours));
  const types = new Map<
    string,
    { readonly title: string; readonly all: Readonly<Record<string, UsageKey>>; readonly open: Set<string> }
  >();
  for (const resource of resources) {
    const { title, usage: all } = definitionOf(resource) ?? {};
    if (resource.external || title === undefined || all === undefined) continue;
    const found = types.get(resource.type) ?? { title, all, open: new Set() };
    types.set(resource.type, found);
    const stated = book.of(resource);
    for (const key of Object.keys(all)) if (!stated.has(key)) found.open.add(key);
  }
  return [...types].flatMap(([type, { title, all, open }]) =>
    open.size === 0
      ? []
      : [
          {
            type,
            title,
            keys: Object.fromEntries(Object.entries(all).filter(([key]) => open.has(key))),
            isCalled: isCalled(type),
          },
        ],
  );
};
