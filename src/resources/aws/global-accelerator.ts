import { defineSimple } from "../simple.ts";

/** A global accelerator: its hours. Data is charged with its endpoint groups. */
export const globalAccelerator = defineSimple({
  type: "aws:globalaccelerator/accelerator:Accelerator",
  title: "Global accelerator",
  source: "https://aws.amazon.com/global-accelerator/pricing/",
  service: "AWSGlobalAccelerator",
  category: "network",
  fixed: [
    { meter: "hours", description: "Fixed fee", unit: "hours", item: "accelerator/hours", quantity: "every-hour" },
  ],
});
