import type { DefaultProviders } from "./default-providers.ts";
import type { Hooks } from "./hooks.ts";
import type { Protocol } from "./protocol.ts";
import type { Regions } from "./region.ts";
import type { Registry } from "./registry.ts";
import type { Secrets } from "./secrets.ts";
import type { Session } from "./session.ts";
import type { Transforms } from "./transforms.ts";

/** Everything that one run of a program works with. */
export interface RunContext {
  readonly protocol: Protocol;
  readonly project: string;
  readonly stack: string;
  /** Folder of Pulumi.yaml, to which positions are relative. */
  readonly root: string;
  /** Folder of the program, from which its packages are found. */
  readonly programFolder: string;
  readonly registry: Registry;
  readonly regions: Regions;
  readonly defaultProviders: DefaultProviders;
  readonly transforms: Transforms;
  readonly hooks: Hooks;
  readonly secrets: Secrets;
  readonly session: Session;
  readonly onProgress: ((registered: number) => void) | undefined;
}

/** A request that was refused; the session already knows why and ends the run. */
export class Refused extends Error {}
