import { propertyMap, SECRET, UNKNOWN, type Value } from "../../src/core/value.ts";
import type { PlanResource, Snapshot } from "../../src/model/plan.ts";

/** A resource as a case writes it: `@name` in a property is an unknown value that depends on that resource. */
export interface WrittenResource {
  readonly type: string;
  readonly name?: string;
  /** `null` for none; `us-east-1` where absent. */
  readonly region?: string | null;
  readonly props?: Readonly<Record<string, unknown>>;
  readonly parent?: string;
  readonly provider?: string;
  readonly component?: boolean;
}

export const urnOf = ({ type, name = "subject" }: WrittenResource): string => `urn:pulumi:dev::case::${type}::${name}`;

/** A complete snapshot of written resources, in their order. */
export const snapshotOf = (written: readonly WrittenResource[]): Snapshot => {
  const urns = new Map(written.map((one) => [one.name ?? "subject", urnOf(one)]));
  const urn = (name: string): string => {
    const found = urns.get(name);
    if (found === undefined) throw new Error(`the case has no resource ${name}`);
    return found;
  };
  const resources = written.map((one): PlanResource => {
    const propertyDependencies: Record<string, string[]> = {};
    const read = (value: unknown, links: string[]): Value => {
      if (value === "<unknown>") return UNKNOWN;
      if (value === "<secret>") return SECRET;
      if (Array.isArray(value)) return value.map((member) => read(member, links));
      if (typeof value === "object" && value !== null)
        return propertyMap(Object.entries(value).map(([key, member]) => [key, read(member, links)] as const));
      const reference = typeof value === "string" ? /^@([a-z0-9-]+)$/.exec(value)?.[1] : undefined;
      if (reference === undefined) return value as Value;
      links.push(urn(reference));
      return UNKNOWN;
    };
    const inputs = propertyMap(
      Object.entries(one.props ?? {}).map(([key, value]) => {
        const links: string[] = [];
        const property = [key, read(value, links)] as const;
        propertyDependencies[key] = links;
        return property;
      }),
    );
    return {
      urn: urnOf(one),
      type: one.type,
      name: one.name ?? "subject",
      custom: one.component !== true,
      external: false,
      region: one.region === undefined ? "us-east-1" : one.region,
      inputs,
      propertyDependencies,
      aliases: [],
      ...(one.parent !== undefined && { parent: urn(one.parent) }),
      ...(one.provider !== undefined && { provider: urn(one.provider) }),
    };
  });
  return { completeness: "complete", missing: [], resources };
};
