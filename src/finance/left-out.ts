import type { Figure } from "../core/figure.ts";
import type { PricedResource } from "../model/cost.ts";
import type { LedgerViews } from "../model/ledger.ts";

/** What of a side has no entry on its ledger: what its plan does not show, and inputs of resources that cannot be read. */
export interface OffLedger {
  /** What the plan does not show, in sentences. */
  readonly missing: readonly string[];
  readonly resources: readonly PricedResource[];
}

/**
 * The ledger's views with what they leave out beyond the ledger's own entries: its costs are those of the resources
 * that were seen and could be read. Where that is none at all, the costs are unknown and not zero.
 */
export const withOffLedger = (views: LedgerViews, { missing, resources }: OffLedger): LedgerViews => {
  const more = [...missing, ...resources.flatMap(reasonOf)];
  if (more.length === 0) return views;
  const isNothingKnown = views.costs.inputs?.length === 0;
  const leavingOut = (cost: Figure): Figure => ({
    ...cost,
    value: isNothingKnown ? null : cost.value,
    leavesOut: [...(cost.leavesOut ?? []), ...more],
  });
  return {
    ...views,
    upfrontCost: leavingOut(views.upfrontCost),
    monthlyCost: leavingOut(views.monthlyCost),
    costs: leavingOut(views.costs),
    costsPresentValue: leavingOut(views.costsPresentValue),
  };
};

/** Why a resource is not wholly in the sums where no entry of the ledger says so, as one of an unknown amount does. */
const reasonOf = ({ resource, status, complete, lines, gaps }: PricedResource): readonly string[] => {
  if (complete || gaps.length === 0) return NO_REASONS;
  const isPosted =
    status === "unpriced" || status === "unsupported" || lines.some(({ amount }) => amount.value === null);
  return isPosted ? NO_REASONS : gaps.map(({ message }) => `${resource.name}: ${message}`);
};

const NO_REASONS: readonly string[] = [];

/**
 * A figure made from others, which leaves out what they do: a net present value with an unknown cost is the most that
 * it can be. An unknown figure says by itself why it is unknown.
 */
export const leavingOutAsItsParts = (figure: Figure): Figure => {
  if (figure.value === null) return figure;
  const lists = (figure.inputs ?? []).flatMap(({ leavesOut = [] }) => (leavesOut.length === 0 ? [] : [leavesOut]));
  const [only, ...others] = lists;
  if (only === undefined) return figure;
  // Mostly one part is open, and there can be ten thousand names: all measures then share one list.
  return { ...figure, leavesOut: others.length === 0 ? only : [...new Set(lists.flat())] };
};
