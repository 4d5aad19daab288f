import type { PlanResource, Urn } from "../../model/plan.ts";
import type { StructProto } from "./protocol.ts";

/** A run that declares more than this is taken for a loop without end. */
export const MOST_RESOURCES = 250_000;

/** One registered resource with what the program may ask for again. */
export interface Registered extends PlanResource {
  /** What the program was answered, for references to this resource. */
  readonly state: StructProto.Struct;
  readonly id: string;
}

/** The resources of a run in the order of their registration. */
export class Registry {
  readonly #byUrn = new Map<Urn, Registered>();
  #stack: Urn | undefined;

  get size(): number {
    return this.#byUrn.size;
  }

  /** The root, to which resources without a parent belong. */
  get stack(): Urn | undefined {
    return this.#stack;
  }

  setStack(urn: Urn): void {
    this.#stack = urn;
  }

  get(urn: Urn): Registered | undefined {
    return this.#byUrn.get(urn);
  }

  add(resource: Registered): void {
    this.#byUrn.set(resource.urn, resource);
  }

  /** The parent, its parent, and so on. Parents are registered before their children, so there is no circle. */
  *ancestors(urn: Urn | undefined): Generator<Urn> {
    for (let current = urn; current !== undefined; current = this.#byUrn.get(current)?.parent) yield current;
  }

  planResources(): PlanResource[] {
    return [...this.#byUrn.values()].map(({ state: _state, id: _id, ...resource }) => resource);
  }
}
