import type { Resource, ResourceHook, ResourceHookArgs, ResourceOptions, ResourceTransformation } from "@pulumi/pulumi";
import type { ProgramSdk, Sdk } from "./sdk.ts";

type Props = Readonly<Record<string, unknown>>;

/** A resource as the program declares it, and what the engine says of it. */
export interface Recorded {
  readonly resource: Resource;
  readonly type: string;
  readonly name: string;
  readonly props: Props;
  readonly options: ResourceOptions;
  /** What the engine is about to do; absent where it leaves the resource as it is, or cannot say. */
  change?: { readonly kind: "create" | "update"; readonly newInputs: Props; readonly oldInputs?: Props };
}

/** Follows every resource that a program declares from now on. */
export class Recorder {
  readonly #resources: Recorded[] = [];
  readonly #byName = new Map<string, Recorded[]>();
  readonly #onFirst: () => void;
  #hooked = false;

  /** `onFirst` is called when the first resource is declared. */
  constructor(onFirst: () => void = () => {}) {
    this.#onFirst = onFirst;
  }

  get resources(): readonly Recorded[] {
    return this.#resources;
  }

  /** False where SDK or engine know no resource hooks: what stands today is then not seen. */
  get seesChanges(): boolean {
    return this.#hooked;
  }

  /**
   * Starts to follow. A stack transformation sees live outputs and so what depends on what, hooks see what stands
   * today. Both are of previews only: a hook that an update wrote into the state would be asked for at every later
   * delete.
   */
  start({ pulumi, supportsHooks }: ProgramSdk): void {
    const hooks = supportsHooks ? this.#hooks(pulumi) : null;
    this.#hooked = supportsHooks;
    const transformation: ResourceTransformation = ({ resource, type, name, props, opts }) => {
      this.#add({ resource, type, name, props, options: opts });
      if (hooks === null || opts.id !== undefined || opts.urn !== undefined) return undefined;
      const { beforeCreate = [], beforeUpdate = [] } = opts.hooks ?? {};
      return {
        props,
        opts: {
          ...opts,
          hooks: {
            ...opts.hooks,
            beforeCreate: [...beforeCreate, hooks.create],
            beforeUpdate: [...beforeUpdate, hooks.update],
          },
        },
      };
    };
    pulumi.runtime.registerStackTransformation(transformation);
  }

  #add(recorded: Recorded): void {
    if (this.#resources.push(recorded) === 1) this.#onFirst();
    const key = `${recorded.type} ${recorded.name}`;
    this.#byName.set(key, [...(this.#byName.get(key) ?? []), recorded]);
  }

  #hooks({ ResourceHook }: Sdk): { readonly create: ResourceHook; readonly update: ResourceHook } {
    const hook = (name: string, kind: "create" | "update"): ResourceHook =>
      new ResourceHook(name, (args) => this.#note(args, kind), { onDryRun: true });
    return { create: hook("rackrate:create", "create"), update: hook("rackrate:update", "update") };
  }

  /** Two resources of one type may share a name under different parents: the URN decides, where it is known by then. */
  async #note(
    { urn, type, name, newInputs = {}, oldInputs }: ResourceHookArgs,
    kind: "create" | "update",
  ): Promise<void> {
    const candidates = this.#byName.get(`${type} ${name}`) ?? [];
    const recorded = candidates.length === 1 ? candidates[0] : candidates.find((one) => isUnder(one, urn));
    if (recorded !== undefined) recorded.change = { kind, newInputs, ...(oldInputs && { oldInputs }) };
  }
}

/** The types of a resource and its ancestors, as its URN names them: the stack itself is not among them. */
const typesOf = ({ resource, type }: Recorded): string => {
  const types = [type];
  let up = parentOf(resource);
  for (; up !== undefined; up = parentOf(up))
    types.unshift((up as unknown as { readonly __pulumiType: string }).__pulumiType);
  return types.filter((one) => one !== "pulumi:pulumi:Stack").join("$");
};

const isUnder = (recorded: Recorded, urn: string): boolean => urn.includes(`::${typesOf(recorded)}::${recorded.name}`);

/** What the SDK's resources know of themselves beside what their types tell. */
export const parentOf = (resource: Resource): Resource | undefined =>
  (resource as unknown as { readonly __parentResource?: Resource }).__parentResource;
