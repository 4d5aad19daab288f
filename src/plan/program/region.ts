import { type PropertyMap, propertyMap } from "../../core/value.ts";
import type { Urn } from "../../model/plan.ts";
import { packageOf, providerUrnOf } from "./urn.ts";

/** Packages whose resources have no region of their own: they live on a cluster, a host or nowhere. */
const REGIONLESS = new Set([
  "kubernetes",
  "pulumi",
  "pulumi-nodejs",
  "random",
  "tls",
  "command",
  "docker",
  "docker-build",
]);

/** Where a default provider's region came from. */
export interface DefaultRegion {
  readonly region: string;
  /** The setting or environment variable that named it. */
  readonly origin: string;
}

/** What is asked of a component: `providers` are the handed-on ones, package → reference. */
export interface Component {
  readonly urn: Urn;
  readonly parent: Urn | undefined;
  readonly type: string;
  readonly inputs: PropertyMap;
  readonly providers: Iterable<readonly [string, string]>;
}

/** Finds a resource's region: its own `region`, else its provider's, else the stack's configuration. */
export class Regions {
  readonly #config: Readonly<Record<string, string>>;
  readonly #awsRegion: DefaultRegion | null;
  readonly #providers = new Map<Urn, string | null>();
  /** Component → the AWS provider that its children get. */
  readonly #handed = new Map<Urn, Urn>();
  #lent = false;

  /** `environmentRegion` is the caller's AWS_REGION, which counts for the default AWS provider as under the engine. */
  constructor(config: Readonly<Record<string, string>>, environmentRegion: DefaultRegion | null) {
    this.#config = config;
    const configured = config["aws:region"];
    this.#awsRegion = configured ? { region: configured, origin: "aws:region" } : environmentRegion;
  }

  /** The default AWS region, or `null` where neither configuration nor environment names one. */
  get aws(): DefaultRegion | null {
    return this.#awsRegion;
  }

  /** Whether a component stands where the default AWS provider does, be that provider in the plan or not. */
  get lentToComponent(): boolean {
    return this.#lent;
  }

  /** Notes an explicit or default provider. An unknown region is unknown, never the default. */
  addProvider(urn: Urn, type: string, inputs: PropertyMap): void {
    const region = inputs.region;
    const name = packageOf(type);
    const known =
      region === undefined ? this.#defaultOf(name) : typeof region === "string" && region !== "" ? region : null;
    this.#providers.set(urn, known);
  }

  of(type: string, inputs: PropertyMap, provider: Urn | undefined): string | null {
    const name = packageOf(type);
    if (REGIONLESS.has(name)) return null;
    const own = inputs.region;
    if (typeof own === "string" && own !== "") return own;
    if (own !== undefined && own !== null) return null;
    const provided = provider === undefined ? undefined : this.#providers.get(provider);
    return provided === undefined ? this.#defaultOf(name) : provided;
  }

  /**
   * A component has no provider of its own, and one that a plugin makes shows no resources that would tell its place: it
   * stands where the AWS provider handed to it or to a component above it does, else where the default one does.
   */
  ofComponent(component: Component): string | null {
    const { urn, parent, type, inputs, providers } = component;
    const reference = new Map(providers).get("aws");
    const inherited = parent === undefined ? undefined : this.#handed.get(parent);
    const provider = reference === undefined ? inherited : providerUrnOf(reference);
    if (provider !== undefined) this.#handed.set(urn, provider);
    if (REGIONLESS.has(packageOf(type))) return null;
    if (provider === undefined && inputs.region === undefined) this.#lent = true;
    return this.of("aws:", inputs, provider);
  }

  /** The region of a data-source call. */
  ofInvoke(token: string, args: PropertyMap, providerReference: string): string | null {
    return this.of(token, args, providerReference === "" ? undefined : providerUrnOf(providerReference));
  }

  /** A package's settings, as a default provider gets them from the stack's configuration. */
  settings(packageName: string): PropertyMap {
    const prefix = `${packageName}:`;
    const own = Object.keys(this.#config).filter((key) => key.startsWith(prefix));
    return propertyMap(own.map((key) => [key.slice(prefix.length), this.#config[key]!]));
  }

  #defaultOf(packageName: string): string | null {
    if (packageName === "aws") return this.#awsRegion?.region ?? null;
    return this.#config[`${packageName}:region`] ?? null;
  }
}
