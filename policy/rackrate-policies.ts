import { type EnforcementLevel, PolicyPack, type PolicyPackConfig } from "@pulumi/policy";
import { nearest } from "../src/core/nearest.ts";
import { loadPricing } from "./evaluation.ts";
import { policies } from "./policies.ts";

/**
 * Levels and settings of the policies, each by its name in camel case, as `monthlyCost` for the policy `monthly-cost`;
 * `all` is the level of those that say nothing of their own.
 */
export interface RackratePoliciesArgs {
  readonly all?: EnforcementLevel;
  readonly [policy: string]:
    | EnforcementLevel
    | { readonly enforcementLevel?: EnforcementLevel; readonly [setting: string]: unknown }
    | undefined;
}

/**
 * A policy pack of every rackrate policy.
 *
 * ```ts
 * new RackratePolicies({ all: "advisory", monthlyCost: { enforcementLevel: "mandatory", max: 50_000 } });
 * ```
 */
export class RackratePolicies extends PolicyPack {
  constructor(args?: RackratePoliciesArgs);
  constructor(name: string, args?: RackratePoliciesArgs);
  /** @throws Error for a name that is no policy. */
  constructor(nameOrArgs?: string | RackratePoliciesArgs, args?: RackratePoliciesArgs) {
    const [name, given] = typeof nameOrArgs === "string" ? [nameOrArgs, args] : ["rackrate", nameOrArgs];
    super(
      name,
      {
        policies,
        displayName: "rackrate",
        description: "What a change to a GPU cluster will cost and earn, and the limits it must keep.",
        tags: ["cost", "finops", "gpu"],
      },
      initialConfig(given ?? {}),
    );
    // The program is only starting now; whoever needs this later is told of its failure then.
    setImmediate(() => void loadPricing().catch(() => {}));
  }
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const camel = (name: string): string => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The arguments under the policies' own names, as the SDK takes them. The summary is no breach, so `all` does not reach it. */
export const initialConfig = (args: RackratePoliciesArgs): PolicyPackConfig => {
  const known = new Map([["all", "all"], ...policies.map(({ name }): [string, string] => [name, camel(name)])]);
  const config: PolicyPackConfig = args.all === undefined ? {} : { "cost-summary": "advisory" };
  for (const [key, value] of Object.entries(args)) {
    if (value === undefined) continue;
    const name = kebab(key);
    if (!known.has(name)) {
      const [meant] = nearest(key, known.values(), 1);
      const hint = meant === undefined ? `Policies: ${[...known.values()].join(", ")}.` : `Did you mean ${meant}?`;
      throw new Error(`RackratePolicies: ${JSON.stringify(key)} is not a policy. ${hint}`);
    }
    config[name] = value;
  }
  return config;
};
