import type { Urn } from "../../model/plan.ts";
import type { Callbacks } from "./callbacks.ts";
import type { Protocol, ResourceProto, StructProto } from "./protocol.ts";

/** What a hook is told about a resource that is about to be created. */
export interface HookSubject {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  readonly inputs: StructProto.Struct;
  readonly outputs: StructProto.Struct;
}

/** A hook that failed, in the engine's words. */
export class HookError extends Error {}

/** The resource hooks of a run. In a first preview every resource is created, so only the create hooks are called. */
export class Hooks {
  readonly #protocol: Protocol;
  readonly #callbacks: Callbacks;
  readonly #byName = new Map<string, ResourceProto.RegisterResourceHookRequest>();

  constructor(protocol: Protocol, callbacks: Callbacks) {
    this.#protocol = protocol;
    this.#callbacks = callbacks;
  }

  /** @throws Error when the name is taken. */
  add(hook: ResourceProto.RegisterResourceHookRequest): void {
    if (this.#byName.has(hook.getName()))
      throw new Error(`resource hook already registered for name "${hook.getName()}"`);
    this.#byName.set(hook.getName(), hook);
  }

  /** @throws HookError when a hook fails. */
  async beforeCreate(names: readonly string[], subject: HookSubject): Promise<void> {
    await this.#run("before", names, subject);
  }

  /** @throws HookError when a hook fails. */
  async afterCreate(names: readonly string[], subject: HookSubject): Promise<void> {
    await this.#run("after", names, subject);
  }

  async #run(moment: "before" | "after", names: readonly string[], subject: HookSubject): Promise<void> {
    for (const name of names) {
      const hook = this.#byName.get(name);
      if (hook === undefined) throw new HookError(`resource hook "${name}" was not registered`);
      if (!hook.getOnDryRun()) continue;
      const request = new this.#protocol.resource.ResourceHookRequest();
      request.setUrn(subject.urn);
      request.setName(subject.name);
      request.setType(subject.type);
      request.setNewInputs(subject.inputs);
      if (moment === "after") request.setNewOutputs(subject.outputs);
      const bytes = await this.#callbacks.invoke(hook.getCallback()!, request.serializeBinary());
      const error = this.#protocol.resource.ResourceHookResponse.deserializeBinary(bytes).getError();
      const ignored = hook.getIgnoreErrors?.() ?? false;
      if (error !== "" && !ignored) throw new HookError(`${moment} hook "${name}" failed: ${error}`);
    }
  }
}
