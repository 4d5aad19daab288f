import type { Urn } from "../model/plan.ts";
import { parseUrn } from "./urn.ts";

const PROVIDER_TYPE = "pulumi:providers:";

/**
 * The URN of a provider reference `urn::id`. A bare URN is returned as it is; what is not a provider's URN gives
 * `undefined`.
 */
export const providerUrn = (reference: string): Urn | undefined => {
  const bare = parseUrn(reference);
  if (bare === undefined || !bare.type.startsWith(PROVIDER_TYPE)) return undefined;
  return bare.name.includes("::") ? reference.slice(0, reference.lastIndexOf("::")) : reference;
};

/** True for the type of an explicit or default provider, as `pulumi:providers:aws`. */
export const isProviderType = (type: string): boolean => type.startsWith(PROVIDER_TYPE);

/**
 * True for a provider that the engine made itself. Previews neither show nor count it; state and event logs hold it.
 * Its name is `default`, `default_7_48_0` and the like (Pulumi engine, `providers.IsDefaultProvider`).
 */
export const isDefaultProvider = (urn: Urn): boolean => {
  const parts = parseUrn(urn);
  return parts !== undefined && isProviderType(parts.type) && /^default(_|$)/.test(parts.name);
};
