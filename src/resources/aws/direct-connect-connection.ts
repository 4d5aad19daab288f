import { AWS_REGIONS } from "../../model/aws-regions.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import type { UsageKey } from "../usage.ts";

/** What leaves each region by the port, GB a month: `….us_east_1`, as Infracost writes regions. */
const FROM_REGION = "monthly_outbound_from_region_to_dx_connection_location";
const FROM_HERE = "monthly_outbound_region_to_dx_location_gb";

const keyOf = (region: string): string => `${FROM_REGION}.${region.replaceAll("-", "_")}`;

const OUTBOUND_USAGE: Readonly<Record<string, UsageKey>> = Object.fromEntries(
  AWS_REGIONS.map((region) => [
    keyOf(region),
    { unit: "GB", description: `Data a month that leaves ${region} by the port.` },
  ]),
);

/** A dedicated port of Direct Connect: its hours by bandwidth, and the data that leaves regions by it. */
export const directConnectConnection = defineResource({
  type: "aws:directconnect/connection:Connection",
  title: "Direct Connect port",
  source: "https://aws.amazon.com/directconnect/pricing/",
  usage: {
    ...OUTBOUND_USAGE,
    dx_connection_type: { unit: "text", description: "dedicated or hosted; dedicated where absent." },
    dx_virtual_interface_type: { unit: "text", description: "private, public or transit; private where absent." },
    [FROM_HERE]: { unit: "GB", description: "Data a month that leaves the port's own region by it." },
  },
  cost: (subject) => {
    const { inputs, hoursPerMonth } = subject;
    const bandwidth = known(inputs.text("bandwidth"), "unknown");
    if (bandwidth === "unknown") subject.gap("bandwidth", "the bandwidth is not known, so the port cannot be priced");
    const hosted = subject.usage.choice("dx_connection_type", ["dedicated", "hosted"]) === "hosted";
    return {
      lines: [
        {
          meter: "port-hours",
          description: "DX connection",
          category: "network",
          quantity: hoursPerMonth,
          unit: "hours",
          price: {
            service: "AWSDirectConnect",
            region: "global",
            item: `port/${hosted ? "hosted/" : ""}${bandwidth.toLowerCase()}`,
          },
        },
        ...outboundLines(subject),
      ],
    };
  },
});

/** Data costs by the region that it leaves and the place that the port is in. */
const outboundLines = (subject: Subject): LineDraft[] => {
  const { usage, inputs, region } = subject;
  const location = known(inputs.text("location"), "an unknown location");
  const kind = usage.choice("dx_virtual_interface_type", ["private", "public", "transit"]) ?? "private";
  const way = kind === "private" ? "outbound" : `outbound/${kind}`;
  const stated = AWS_REGIONS.filter((one) => usage.has(keyOf(one))).map((from) => ({ from, key: keyOf(from) }));
  if (stated.length === 0 && region !== null && usage.has(FROM_HERE)) stated.push({ from: region, key: FROM_HERE });
  return stated.map(({ from, key }) => ({
    meter: `outbound-${from}`,
    description: `Outbound data transfer (from ${from}, to ${location})`,
    category: "network",
    quantity: usage.quantity(key, "GB"),
    unit: "GB",
    usageBased: true,
    price: {
      service: "AWSDirectConnect",
      region: from,
      item: `${way}/${location.toLowerCase().replaceAll(/\W/g, "-")}`,
    },
  }));
};
