import { isPropertyMap, type Value } from "../core/value.ts";
import type { PlanResource, Snapshot, Urn } from "../model/plan.ts";

/** A question to the neighbours of a resource, to be asked of others again, with the answer that it had. */
export interface Question {
  readonly ask: (neighbours: Neighbours) => readonly PlanResource[];
  readonly answer: readonly PlanResource[];
}

/**
 * The other resources of a snapshot, found as a resource refers to them: by property dependency (the only link while an
 * id is unknown), by a literal id or name, by parent, by type. Every look-up is indexed, so that time grows with the
 * number of resources and not with its square.
 */
export class Neighbours {
  readonly #byUrn = new Map<Urn, PlanResource>();
  readonly #byType = new Map<string, PlanResource[]>();
  readonly #children = new Map<Urn, PlanResource[]>();
  /** Type → name → its resources of that name; a type's names are read when one of them is first asked for. */
  readonly #byName = new Map<string, ReadonlyMap<string, readonly PlanResource[]>>();
  /** Answers of the other side by what they were last compared with. */
  readonly #compared = new WeakMap<readonly PlanResource[], { own: readonly PlanResource[]; isAlike: boolean }>();
  /** Where questions are written down, while somebody listens. */
  #questions: Question[] | undefined;
  /** `<type> <property> <target type>` → target → the resources that refer to it; filled when first asked. */
  readonly #referring = new Map<string, Map<Urn, PlanResource[]>>();

  constructor(snapshot: Snapshot) {
    for (const resource of snapshot.resources) {
      this.#byUrn.set(resource.urn, resource);
      append(this.#byType, resource.type, resource);
      if (resource.parent !== undefined) append(this.#children, resource.parent, resource);
    }
  }

  /** What work comes to, with every question that it asks here. */
  listen<T>(work: () => T): { readonly value: T; readonly questions: readonly Question[] } {
    const questions: Question[] = [];
    this.#questions = questions;
    try {
      return { value: work(), questions };
    } finally {
      this.#questions = undefined;
    }
  }

  /** True where these questions have the same answers here, down to the objects. */
  agrees(questions: readonly Question[]): boolean {
    return questions.every(({ ask, answer }) => this.#isAlike(ask(this), answer));
  }

  /** All resources of a type are the same list for all that ask for them: it is compared once. */
  #isAlike(own: readonly PlanResource[], answer: readonly PlanResource[]): boolean {
    const known = this.#compared.get(answer);
    if (known?.own === own) return known.isAlike;
    const isAlike = own.length === answer.length && own.every((resource, at) => resource === answer[at]);
    this.#compared.set(answer, { own, isAlike });
    return isAlike;
  }

  get(urn: Urn): PlanResource | undefined {
    return this.#heard((all) => all.#get(urn))[0];
  }

  ofType(type: string): readonly PlanResource[] {
    return this.#heard((all) => all.#ofType(type));
  }

  /** Every resource below a component, at any depth. */
  descendants(urn: Urn): readonly PlanResource[] {
    return this.#heard((all) => all.#descendants(urn));
  }

  /** The resources of a type that a property refers to: by dependency of the property, else by a literal `id` or `name`. */
  referred(from: PlanResource, property: string, type: string): readonly PlanResource[] {
    const top = property.split(".")[0] ?? property;
    // What refers to nothing depends on nobody.
    if (from.propertyDependencies[top] === undefined && from.inputs[top] === undefined) return NOBODY;
    return this.#heard((all) => all.#referred(from, top, type));
  }

  /** The resources of a type whose property refers to this one, as lifecycle rules refer to their bucket. */
  referring(to: PlanResource, type: string, property: string): readonly PlanResource[] {
    return this.#heard((all) => all.#referringTo(to, type, property));
  }

  #heard(ask: Question["ask"]): readonly PlanResource[] {
    const answer = ask(this);
    this.#questions?.push({ ask, answer });
    return answer;
  }

  #get(urn: Urn): readonly PlanResource[] {
    const resource = this.#byUrn.get(urn);
    return resource === undefined ? NOBODY : [resource];
  }

  #ofType(type: string): readonly PlanResource[] {
    return this.#byType.get(type) ?? NOBODY;
  }

  #descendants(urn: Urn): readonly PlanResource[] {
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

  #referred(from: PlanResource, top: string, type: string): readonly PlanResource[] {
    const linked = (from.propertyDependencies[top] ?? []).flatMap((urn) => {
      const resource = this.#byUrn.get(urn);
      return resource?.type === type ? [resource] : [];
    });
    if (linked.length > 0) return linked;
    if (from.inputs[top] === undefined) return NOBODY;
    const named = new Set<PlanResource>();
    for (const text of textsIn(from.inputs[top])) for (const resource of this.#called(type, text)) named.add(resource);
    return [...named];
  }

  #called(type: string, name: string): readonly PlanResource[] {
    let ofType = this.#byName.get(type);
    if (ofType === undefined) {
      ofType = byName(this.#ofType(type));
      this.#byName.set(type, ofType);
    }
    return ofType.get(name) ?? NOBODY;
  }

  #referringTo(to: PlanResource, type: string, property: string): readonly PlanResource[] {
    const key = `${type} ${property} ${to.type}`;
    let targets = this.#referring.get(key);
    if (targets === undefined) {
      targets = new Map();
      const top = property.split(".")[0] ?? property;
      for (const resource of this.#ofType(type))
        for (const target of this.#referred(resource, top, to.type)) append(targets, target.urn, resource);
      this.#referring.set(key, targets);
    }
    return targets.get(to.urn) ?? NOBODY;
  }
}

const NOBODY: readonly PlanResource[] = [];

const append = <K>(map: Map<K, PlanResource[]>, key: K, resource: PlanResource): void => {
  const list = map.get(key);
  if (list) list.push(resource);
  else map.set(key, [resource]);
};

const byName = (resources: readonly PlanResource[]): ReadonlyMap<string, readonly PlanResource[]> => {
  const found = new Map<string, PlanResource[]>();
  for (const resource of resources) for (const name of namesOf(resource)) append(found, name, resource);
  return found;
};

const NAMES = ["id", "name", "bucket", "arn", "clusterIdentifier", "replicationGroupId", "family"] as const;

/** The names under which others may refer to a resource literally. */
const namesOf = ({ inputs }: PlanResource): readonly string[] => {
  const names: string[] = [];
  for (const key of NAMES) {
    const value = inputs[key];
    if (typeof value === "string" && !names.includes(value)) names.push(value);
  }
  return names;
};

function* textsIn(value: Value | undefined): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const member of value as readonly Value[]) yield* textsIn(member);
  else if (isPropertyMap(value)) for (const member of Object.values(value)) yield* textsIn(member);
}
