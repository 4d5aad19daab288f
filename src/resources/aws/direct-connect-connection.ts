import { defineResource } from "../define.ts";
import { known } from "../inputs.ts";

/** A dedicated port of Direct Connect: its hours by bandwidth. Data that leaves by it is charged where it comes from. */
export const directConnectConnection = defineResource({
  type: "aws:directconnect/connection:Connection",
  title: "Direct Connect port",
  source: "https://aws.amazon.com/directconnect/pricing/",
  cost: (subject) => {
    const { inputs, hoursPerMonth } = subject;
    const bandwidth = known(inputs.text("bandwidth"), "unknown");
    if (bandwidth === "unknown") subject.gap("bandwidth", "the bandwidth is not known, so the port cannot be priced");
    return {
      lines: [
        {
          meter: "port-hours",
          description: "DX connection",
          category: "network",
          quantity: hoursPerMonth,
          unit: "hours",
          price: { service: "AWSDirectConnect", region: "global", item: `port/${bandwidth.toLowerCase()}` },
        },
      ],
    };
  },
});
