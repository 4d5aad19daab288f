import type { PlanResource } from "../model/plan.ts";
import type { UsageStatement } from "../model/usage.ts";
import { placeOf, type StatedUsage, Usage } from "./usage.ts";
import { namesOf, readAddress, type UsageAddress } from "./usage-address.ts";

/** An address with all that is stated for it, in the order of the files. */
export interface UsageEntry extends UsageAddress {
  readonly address: string;
  readonly statements: UsageStatement[];
}

const NO_USAGE = new Usage(new Map());

/** Where a statement stands, for people: `rackrate.yaml usage["*-checkpoints"].standard.storage_gb`. */
const whereOf = (statement: UsageStatement): string => {
  const { file = "rackrate.yaml", property = "" } = placeOf(statement);
  return `${file} ${property}`;
};

/**
 * Usage by address: a type, a wildcard, or one resource. The more exact wins, then the later; key by key, so that one
 * resource may state its storage and leave its requests to its type. Types and names are looked up, not searched.
 */
export class UsageBook {
  readonly entries: readonly UsageEntry[];
  readonly #byName = new Map<string, UsageEntry[]>();
  readonly #anywhere: readonly UsageEntry[];
  readonly #order: ReadonlyMap<UsageStatement, number>;
  readonly #naming = new WeakMap<PlanResource, readonly UsageEntry[]>();
  readonly #usage = new WeakMap<PlanResource, Usage>();
  #handedOut = 0;

  constructor(usage: readonly UsageStatement[]) {
    const byAddress = new Map<string, UsageEntry>();
    for (const statement of usage) {
      const { address } = statement;
      const entry = byAddress.get(address) ?? { address, ...readAddress(address), statements: [] };
      byAddress.set(address, entry);
      entry.statements.push(statement);
    }
    this.entries = [...byAddress.values()];
    for (const entry of this.entries)
      for (const name of entry.names ?? []) {
        const same = this.#byName.get(name);
        if (same) same.push(entry);
        else this.#byName.set(name, [entry]);
      }
    this.#anywhere = this.entries.filter(({ names }) => names === null);
    this.#order = new Map(usage.map((statement, index) => [statement, index]));
  }

  /** The entries whose address names a resource. */
  naming(resource: PlanResource): readonly UsageEntry[] {
    if (this.entries.length === 0) return this.entries;
    const known = this.#naming.get(resource);
    if (known) return known;
    const candidates = new Set(this.#anywhere);
    const called = namesOf(resource);
    for (const name of called) for (const entry of this.#byName.get(name) ?? []) candidates.add(entry);
    const found = [...candidates].filter(({ matches }) => matches?.(resource, called) ?? true);
    this.#naming.set(resource, found);
    return found;
  }

  /** What is stated for one resource, each key with the statement that won. */
  of(resource: PlanResource): ReadonlyMap<string, StatedUsage> {
    const found = new Map<string, StatedUsage>();
    const stated = this.naming(resource)
      .flatMap(({ exactness, statements }) => statements.map((statement) => ({ exactness, statement })))
      .sort((a, b) => a.exactness - b.exactness || this.#place(a.statement) - this.#place(b.statement));
    for (const { statement } of stated) {
      const { key, value, place } = statement;
      found.set(key, { value, where: whereOf(statement), ...(place && { place }) });
    }
    return found;
  }

  /** How often somebody has asked for usage that is stated: who did depends on more than resources. */
  get handedOut(): number {
    return this.#handedOut;
  }

  /** The reader of what is stated for one resource: the same one whoever asks, so that it knows all that was read. */
  usageOf(resource: PlanResource): Usage {
    if (this.naming(resource).length === 0) return NO_USAGE;
    this.#handedOut += 1;
    const known = this.#usage.get(resource);
    if (known) return known;
    const usage = new Usage(this.of(resource));
    this.#usage.set(resource, usage);
    return usage;
  }

  #place(statement: UsageStatement): number {
    return this.#order.get(statement) ?? 0;
  }
}
