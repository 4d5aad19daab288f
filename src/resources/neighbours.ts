import { isPropertyMap, type Value } from "../core/value.ts";
import type { PlanResource, Snapshot, Urn } from "../model/plan.ts";

/**
 * The other resources of a snapshot, found as a resource refers to them: by property dependency (the only link while an
 * id is unknown), by a literal id or name, by parent, by type.
 */
export class Neighbours {
  readonly #byUrn = new Map<Urn, PlanResource>();
  readonly #byType = new Map<string, PlanResource[]>();
  readonly #children = new Map<Urn, PlanResource[]>();

  constructor(snapshot: Snapshot) {
    for (const resource of snapshot.resources) {
      this.#byUrn.set(resource.urn, resource);
      append(this.#byType, resource.type, resource);
      if (resource.parent !== undefined) append(this.#children, resource.parent, resource);
    }
  }

  get(urn: Urn): PlanResource | undefined {
    return this.#byUrn.get(urn);
  }

  ofType(type: string): readonly PlanResource[] {
    return this.#byType.get(type) ?? [];
  }

  /** Every resource below a component, at any depth. */
  descendants(urn: Urn): readonly PlanResource[] {
    const found: PlanResource[] = [];
    const pending = [...(this.#children.get(urn) ?? [])];
    const seen = new Set<Urn>([urn]);
    for (let resource = pending.pop(); resource !== undefined; resource = pending.pop()) {
      if (seen.has(resource.urn)) continue;
      seen.add(resource.urn);
      found.push(resource);
      pending.push(...(this.#children.get(resource.urn) ?? []));
    }
    return found;
  }

  /** The resources of a type that a property refers to: by dependency of the property, else by a literal `id` or `name`. */
  referred(from: PlanResource, property: string, type: string): readonly PlanResource[] {
    const top = property.split(".")[0] ?? property;
    const linked = (from.propertyDependencies[top] ?? []).flatMap((urn) => {
      const resource = this.#byUrn.get(urn);
      return resource?.type === type ? [resource] : [];
    });
    if (linked.length > 0) return linked;
    const texts = new Set(textsIn(from.inputs[top]));
    return this.ofType(type).filter((resource) => namesOf(resource).some((name) => texts.has(name)));
  }

  /** The resources of a type whose property refers to this one, as lifecycle rules refer to their bucket. */
  referring(to: PlanResource, type: string, property: string): readonly PlanResource[] {
    return this.ofType(type).filter((resource) => this.referred(resource, property, to.type).some((target) => target.urn === to.urn));
  }
}

const append = <K>(map: Map<K, PlanResource[]>, key: K, resource: PlanResource): void => {
  const list = map.get(key);
  if (list) list.push(resource);
  else map.set(key, [resource]);
};

/** The names under which others may refer to a resource literally. */
const namesOf = (resource: PlanResource): readonly string[] =>
  ["id", "name", "bucket", "arn"].flatMap((key) => {
    const value = resource.inputs[key];
    return typeof value === "string" ? [value] : [];
  });

function* textsIn(value: Value | undefined): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const member of value as readonly Value[]) yield* textsIn(member);
  else if (isPropertyMap(value)) for (const member of Object.values(value)) yield* textsIn(member);
}
