import type { PropertyMap } from "../core/value.ts";

/** `urn:pulumi:<stack>::<project>::<parent types$type>::<name>`. */
export type Urn = string;

/** What a step does, in the engine's words, with its `create-replacement` and `delete-replaced` folded into `replace`. */
export type Operation = "create" | "update" | "replace" | "delete" | "same" | "read" | "import" | "refresh";

/** One resource as it stands on one side of a plan. */
export interface PlanResource {
  readonly urn: Urn;
  /** Full type token, as `aws:ec2/instance:Instance`. */
  readonly type: string;
  readonly name: string;
  readonly parent?: Urn;
  /** False for a component: it has no provider of its own and is priced only through a specification. */
  readonly custom: boolean;
  /** A resource that is only read (`get`, `external`): it is not ours to price. */
  readonly external: boolean;
  /** The provider resource's URN, without its id. */
  readonly provider?: Urn;
  /** The place of deployment: the resource's own region, else its provider's, else the stack's configuration. `null` where unknown. */
  readonly region: string | null;
  /** What the program asked for. Unknown values and secrets are marks (core/value.ts). */
  readonly inputs: PropertyMap;
  /** Property name → URNs it depends on: the only link where an id is unknown. */
  readonly propertyDependencies: Readonly<Record<string, readonly Urn[]>>;
  /** Earlier URNs of the same resource. */
  readonly aliases: readonly Urn[];
  /** Where the program declares it: `index.ts:12:4`. */
  readonly position?: string;
}

/**
 * One side of a plan. `complete`: every resource of the stack is there. `partial`: `missing` says in sentences what is
 * not. `absent`: nothing is deployed on this side (a first preview, or after a destroy), which is a known state.
 */
export interface Snapshot {
  readonly completeness: "complete" | "partial" | "absent";
  readonly missing: readonly string[];
  readonly resources: readonly PlanResource[];
}

/** A value that was made up so that a program or plan could be read, with the reason. */
export interface Assumption {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly message: string;
  readonly urn?: Urn;
}

/**
 * Two whole-stack snapshots, joined by URN and alias. Both are priced by the same function; a change costs after − before.
 * A resource that stands alike on both sides is the same object on both.
 */
export interface Plan {
  readonly project: string;
  readonly stack: string;
  /** How it was read: `program`, `preview`, `events`, `state`, `saved-plan`, `policy`. */
  readonly origin: string;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** What happens to each URN of the after side, and to those of the before side that go away. */
  readonly operations: ReadonlyMap<Urn, Operation>;
  readonly assumptions: readonly Assumption[];
}
