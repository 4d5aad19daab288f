import { defineSimple } from "../simple.ts";

/** A network firewall: its endpoint and the data that it looks at. */
export const networkFirewall = defineSimple({
  type: "aws:networkfirewall/firewall:Firewall",
  title: "Network firewall",
  source: "https://aws.amazon.com/network-firewall/pricing/",
  service: "AWSNetworkFirewall",
  category: "security",
  fixed: [
    {
      meter: "endpoint",
      description: "Network Firewall Endpoint",
      unit: "hours",
      item: "endpoint/hours",
      quantity: "every-hour",
    },
  ],
  usage: [
    {
      meter: "data-processed",
      description: "Data Processed",
      usage: "monthly_data_processed_gb",
      unit: "GB",
      item: "data-processed",
    },
  ],
});
