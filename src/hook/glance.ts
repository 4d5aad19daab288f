import { propertyMap, UNKNOWN, type Value } from "../core/value.ts";
import type { PlanResource } from "../model/plan.ts";
import type { Declared } from "./declared.ts";
import type { Recorded } from "./recorder.ts";

/** So many resources show the kinds that a program is made of. */
const MOST = 256;

/** Deeper than this nothing decides which code prices a resource. */
const DEEPEST = 8;

/**
 * What a program has declared so far, as far as it can be seen without waiting: its plain values. Outputs are unknown,
 * and the names are not the real ones. Good for a rehearsal, and for nothing else.
 */
export const glanceAt = (resources: readonly Pick<Recorded, "type" | "props">[]): Declared => ({
  before: [],
  after: resources.slice(0, MOST).map(({ type, props }, index): PlanResource => {
    const name = `${index}`;
    const urn = `urn:pulumi:rehearsal::rehearsal::${type}::${name}`;
    const inputs = propertyMap(Object.entries(props).map(([key, live]) => [key, plainValue(live, 0)] as const));
    return {
      urn,
      type,
      name,
      inputs,
      custom: true,
      external: false,
      region: null,
      propertyDependencies: {},
      aliases: [],
    };
  }),
  missing: [],
});

const plainValue = (live: unknown, depth: number): Value => {
  if (live === undefined || live === null) return null;
  if (typeof live === "string" || typeof live === "number" || typeof live === "boolean") return live;
  if (typeof live !== "object" || depth > DEEPEST) return UNKNOWN;
  if (Array.isArray(live)) return live.map((item) => plainValue(item, depth + 1));
  // An output, a promise, a resource: what it holds is still to come.
  if (Object.getPrototypeOf(live) !== Object.prototype) return UNKNOWN;
  return propertyMap(Object.entries(live).map(([key, item]) => [key, plainValue(item, depth + 1)] as const));
};
