/**
 * The policy pack of rackrate: to be run as it is (`--policy-pack node_modules/rackrate/policy`), constructed with
 * settings in a pack of your own, or taken apart, as `policies` beside others in a pack that exists already.
 */
export { policies } from "./policies.ts";
export { RackratePolicies, type RackratePoliciesArgs } from "./rackrate-policies.ts";
