import type { ResourceValidationPolicy } from "@pulumi/policy";
import type { PropertyMap } from "../src/core/value.ts";
import type { Urn } from "../src/model/plan.ts";
import { policyProperties } from "../src/plan/policy.ts";

/** What each resource asks for, by URN, and how often one was noted. A process serves one preview or update: these are that run's. */
export const noted: { readonly inputs: Map<Urn, PropertyMap>; times: number } = { inputs: new Map(), times: 0 };

/**
 * Notes the inputs of every resource for the policies that look at the whole stack: those are shown outputs, among
 * which what a provider will choose (a tenancy, a region) is as unknown as what the program could not say.
 */
export const costInputs: ResourceValidationPolicy = {
  name: "cost-inputs",
  displayName: "Cost inputs",
  description:
    "Notes what each resource asks for, so that the other rackrate policies price exactly that. Reports nothing.",
  enforcementLevel: "advisory",
  severity: "low",
  tags: ["cost", "finops", "gpu"],
  validateResource: ({ urn, props }) => {
    noted.inputs.set(urn, policyProperties(props));
    noted.times += 1;
  },
};
