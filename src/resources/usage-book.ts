import type { PlanResource } from "../model/plan.ts";
import type { UsageValues } from "../model/settings.ts";
import type { StatedUsage } from "./usage.ts";

interface Rule {
  readonly address: string;
  readonly level: 0 | 1 | 2;
  readonly matches: (resource: PlanResource) => boolean;
  readonly values: UsageValues;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const addressesOf = (resource: PlanResource): readonly string[] => [resource.urn, `${resource.type}::${resource.name}`, resource.name];

/** Short tokens (`aws:ec2:Instance`) are what the engine displays; both forms name a type. */
const shortToken = (type: string): string => type.replace(/\/[^:]*:/, ":");

const toRule = (address: string, values: UsageValues): Rule => {
  if (address.includes("*")) {
    const pattern = new RegExp(`^${escape(address).replaceAll("\\*", ".*").replaceAll("\\[.*\\]", "(\\[.*\\]|-?.*)")}$`);
    return { address, level: 1, values, matches: (resource) => [...addressesOf(resource), resource.type].some((name) => pattern.test(name)) };
  }
  if (/^[^:]+:[^:]*:[^:]+$/.test(address)) {
    return { address, level: 0, values, matches: (resource) => resource.type === address || shortToken(resource.type) === address };
  }
  return { address, level: 2, values, matches: (resource) => addressesOf(resource).includes(address) };
};

/** Usage by address: a type, a wildcard, or one resource (name, `type::name` or URN). The more exact wins, then the later. */
export class UsageBook {
  readonly #rules: readonly Rule[];

  constructor(usage: Readonly<Record<string, UsageValues>>) {
    this.#rules = Object.entries(usage)
      .map(([address, values]) => toRule(address, values))
      .sort((a, b) => a.level - b.level);
  }

  /** What is stated for one resource, each key with the place that won. */
  of(resource: PlanResource): ReadonlyMap<string, StatedUsage> {
    const found = new Map<string, StatedUsage>();
    for (const rule of this.#rules) {
      if (!rule.matches(resource)) continue;
      for (const [key, value] of Object.entries(rule.values)) found.set(key, { value, where: `rackrate.yaml usage["${rule.address}"].${key}` });
    }
    return found;
  }
}
