import type { PricedResource, Status } from "../model/cost.ts";
import type { Coverage } from "../model/estimate.ts";

/** How much of a stack has a price, and whether all of its compute has: what a gate must know before it trusts a sum. */
export const coverageOf = (resources: readonly PricedResource[]): Coverage => {
  const count = (status: Status): number => resources.filter((resource) => resource.status === status).length;
  return {
    priced: count("priced"),
    free: count("free"),
    usageDependent: count("usage-dependent"),
    unpriced: count("unpriced"),
    unsupported: count("unsupported"),
    computeComplete: resources.every((resource) => !resource.compute || isDecided(resource)),
  };
};

const isDecided = ({ status, gaps }: PricedResource): boolean =>
  status !== "unpriced" && status !== "unsupported" && !gaps.some(({ decisive }) => decisive);
