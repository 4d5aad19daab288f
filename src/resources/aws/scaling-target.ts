import { defineResource } from "../define.ts";

/** A dimension of a table or service that scales by itself: free, but its usage says where between its limits it stands. */
export const scalingTarget = defineResource({
  type: "aws:appautoscaling/target:Target",
  title: "Application autoscaling target",
  source: "https://aws.amazon.com/autoscaling/pricing/",
  compute: false,
  usage: {
    capacity: { unit: "units", description: "Average capacity that it scales to; the minimum where absent." },
  },
  cost: () => ({ free: "scaling itself is free: what it scales is priced" }),
});
