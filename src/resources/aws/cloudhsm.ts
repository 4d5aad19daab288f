import { defineSimple } from "../simple.ts";

/** A hardware security module: its hours. */
export const cloudhsm = defineSimple({
  type: "aws:cloudhsmv2/hsm:Hsm",
  title: "Hardware security module",
  source: "https://aws.amazon.com/cloudhsm/pricing/",
  service: "CloudHSM",
  category: "security",
  fixed: [{ meter: "hours", description: "HSM usage", unit: "hours", item: "hsm/hours", quantity: "every-hour" }],
});
