import type { Status } from "../model/cost.ts";

/** What stands in place of an amount that nobody knows. A free component's is that of its children. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  priced: "unknown",
  free: "unknown",
  "usage-dependent": "by usage",
  unpriced: "no price",
  unsupported: "not covered",
};
