import type { PropertyMap } from "../../core/value.ts";
import type { PlanResource, Urn } from "../../model/plan.ts";
import type { Regions } from "./region.ts";
import { makeUrn } from "./urn.ts";

/** The provider that a resource asks for when it names none. */
interface ProviderWish {
  readonly packageName: string;
  readonly version: string;
  readonly pluginDownloadUrl: string;
}

/** Default providers as the engine makes them: one for each package, version and download address, configured by the stack. */
export class DefaultProviders {
  readonly #stack: string;
  readonly #project: string;
  readonly #regions: Regions;
  readonly #made = new Map<Urn, PlanResource>();

  constructor(stack: string, project: string, regions: Regions) {
    this.#stack = stack;
    this.#project = project;
    this.#regions = regions;
  }

  /** The URN of the default provider, which is made when first asked for. */
  urnFor(wish: ProviderWish): Urn {
    const type = `pulumi:providers:${wish.packageName}`;
    const parts = ["default", wish.version, wish.pluginDownloadUrl].filter((part) => part !== "");
    const name = parts.map((part) => part.replaceAll(/[^A-Za-z0-9-]/g, "_")).join("_");
    const urn = makeUrn(this.#stack, this.#project, undefined, type, name);
    if (!this.#made.has(urn)) {
      const inputs = this.#regions.settings(wish.packageName);
      this.#regions.addProvider(urn, type, inputs);
      this.#made.set(urn, this.#resource(urn, type, name, inputs));
    }
    return urn;
  }

  planResources(): PlanResource[] {
    return [...this.#made.values()];
  }

  #resource(urn: Urn, type: string, name: string, inputs: PropertyMap): PlanResource {
    const region = this.#regions.of(type, inputs, urn);
    return { urn, type, name, custom: true, external: false, region, inputs, propertyDependencies: {}, aliases: [] };
  }
}
