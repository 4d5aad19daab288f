import type { PricedResource, Status } from "../model/cost.ts";
import type { Coverage } from "../model/estimate.ts";

/** How much of a stack has a price, and whether all of its compute has: what a gate must know before it trusts a sum. */
export const coverageOf = (resources: readonly PricedResource[]): Coverage => {
  const counts: Record<Status, number> = { priced: 0, free: 0, "usage-dependent": 0, unpriced: 0, unsupported: 0 };
  for (const { status } of resources) counts[status] += 1;
  const { "usage-dependent": usageDependent, ...others } = counts;
  return {
    ...others,
    usageDependent,
    computeComplete: resources.every((resource) => !resource.compute || isDecided(resource)),
  };
};

const isDecided = ({ status, gaps }: PricedResource): boolean =>
  status !== "unpriced" && status !== "unsupported" && !gaps.some(({ decisive }) => decisive);
