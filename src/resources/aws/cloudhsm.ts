import { defineResource } from "../define.ts";

/** A hardware security module: the hours that it runs. */
export const cloudhsm = defineResource({
  type: "aws:cloudhsmv2/hsm:Hsm",
  title: "Hardware security module",
  source: "https://aws.amazon.com/cloudhsm/pricing/",
  usage: { monthly_hrs: { unit: "hours", description: "Hours that it runs in a month; all of them where absent." } },
  cost: ({ usage, hoursPerMonth }) => ({
    lines: [
      {
        meter: "hours",
        description: "HSM usage",
        category: "security",
        quantity: usage.has("monthly_hrs") ? usage.quantity("monthly_hrs", "hours") : hoursPerMonth,
        unit: "hours",
        price: { service: "CloudHSM", item: "hsm/hours" },
      },
    ],
  }),
});
